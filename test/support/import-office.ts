import type { CreatedOrganisation } from '@athar/access';
import type { ImportView } from '@athar/imports';
import type { CollectionView, NewCollection } from '@athar/registry';
import { startHouse, type House } from './house.js';
import { send, type Answer } from './http.js';

/** A house whose steward brings files in over HTTP. */
export interface ImportOffice {
  house: House;
  organisation: CreatedOrganisation;
  steward: string;
  /** Of the same organisation. */
  coordinator: string;
  /** A steward of another one. */
  stranger: string;
  collection(settings?: Partial<NewCollection>): Promise<string>;
  /** As the steward, where nobody else is named. */
  get<Body>(path: string, as?: string): Promise<Answer<Body>>;
  post<Body>(path: string, body?: unknown, as?: string): Promise<Answer<Body>>;
  /** Sends the bytes of a file. */
  sendBytes<Body>(
    path: string,
    body: string | Buffer | ReadableStream,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
  /** Sends a file and waits for the end of its import. */
  brought(
    path: string,
    body: string | Buffer,
    headers?: Record<string, string>,
  ): Promise<ImportView>;
  ended(importId: string): Promise<ImportView>;
  stop(): Promise<void>;
}

export async function startImportOffice(): Promise<ImportOffice> {
  const house = await startHouse();
  const organisation = await house.organisation(['steward'], ['coordinator']);
  const [steward = '', coordinator = ''] = organisation.members.map(({ id }) => id);
  const stranger = (await house.organisation(['steward'])).members[0]?.id ?? '';
  const get = <Body>(path: string, as = steward) => send<Body>(house.url, 'GET', path, { as });
  const post = <Body>(path: string, body?: unknown, as = steward) =>
    send<Body>(house.url, 'POST', path, { as, ...(body === undefined ? {} : { body }) });

  async function sendBytes<Body>(
    path: string,
    body: string | Buffer | ReadableStream,
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(`${house.url}${path}`, {
      method: 'POST',
      headers: {
        'x-athar-member': steward,
        'content-type': 'application/octet-stream',
        ...headers,
      },
      body,
      duplex: 'half',
    } as RequestInit);
    const answer = (await response.json()) as Body;
    return { status: response.status, headers: response.headers, body: answer };
  }

  async function ended(importId: string): Promise<ImportView> {
    for (;;) {
      const { body } = await get<ImportView>(`/api/imports/${importId}`);
      if (body.finishedAt !== null) return body;
      await new Promise((go) => setTimeout(go, 20));
    }
  }

  return {
    house,
    organisation,
    steward,
    coordinator,
    stranger,
    get,
    post,
    sendBytes,
    ended,
    collection: async (settings) => {
      const plain = { kind: 'hospital_list', title: 'List', custodian: 'Keepers' };
      const made = await post<CollectionView>('/api/collections', { ...plain, ...settings });
      return made.body.id;
    },
    brought: async (path, body, headers) => {
      const answer = await sendBytes<ImportView>(path, body, headers);
      expect(answer).toMatchObject({ status: 202 });
      return ended(answer.body.id);
    },
    stop: () => house.stop(),
  };
}
