import { request, type ClientRequest } from 'node:http';
import type { ImportView } from '@athar/imports';
import type { Page } from '@athar/persistence';
import { startImportOffice, type ImportOffice } from '../support/import-office.js';
import { standard, startRegistry } from '../support/registry-app.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await startImportOffice();
});
afterAll(() => office?.stop());

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `${at},Amrun Belun ${at}\n`).join('');

/** Begins to send a file that is said to be longer than what is sent of it. */
function sendPart(path: string, text: string, announced?: number): ClientRequest {
  const { hostname, port } = new URL(office.house.url);
  const length = announced === undefined ? {} : { 'content-length': announced };
  const sending = request({
    ...{ hostname, port, method: 'POST', path },
    headers: { 'x-athar-member': office.steward, 'content-type': 'text/csv', ...length },
  });
  sending.on('error', () => undefined);
  sending.write(text);
  return sending;
}

async function only(collectionId: string): Promise<ImportView | undefined> {
  const path = `/api/imports?collectionId=${collectionId}`;
  return (await office.get<Page<ImportView>>(path)).body.items[0];
}

async function untilNot(collectionId: string, state: string | undefined): Promise<ImportView> {
  for (;;) {
    const view = await only(collectionId);
    if (view && view.state !== state) return view;
    await new Promise((go) => setTimeout(go, 20));
  }
}

describe('an upload that breaks off', () => {
  it.each([
    ['with a length', 50_000_000],
    ['in chunks', undefined],
  ])('%s ends its import at once', async (_, announced) => {
    const id = await office.collection();
    const path = `/api/collections/${id}/imports?format=csv`;
    const sending = sendPart(path, `id,name\n${rows(20_000)}`, announced);
    while (((await only(id))?.counts.rows ?? 0) === 0)
      await new Promise((go) => setTimeout(go, 20));
    sending.destroy();
    expect(await untilNot(id, 'receiving')).toMatchObject({
      state: 'failed',
      failureCode: 'upload-interrupted',
    });
  });
});

describe('a service that stops while a file is coming', () => {
  it('ends the import first, and tells the sender to send the file again', async () => {
    const app = await startRegistry();
    try {
      const steward = await app.member('steward');
      const { id: collectionId } = await app.collection(steward);
      const receiving = app.imports.receive(steward, { ...standard, collectionId }, neverWhole());
      const refused = expect(receiving).rejects.toMatchObject({ code: 'upload-interrupted' });
      const states = () =>
        app.ask<{ state: string; failure_code: string }>(
          'SELECT state, failure_code FROM athar.imports',
        );
      while ((await states()).length === 0) await new Promise((go) => setTimeout(go, 20));
      await app.context.close();
      await refused;
      expect(await states()).toEqual([{ state: 'failed', failure_code: 'upload-interrupted' }]);
    } finally {
      await app.stop();
    }
  });
});

async function* neverWhole(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`id,name\n${rows(10_000)}`);
  await new Promise(() => undefined);
}
