import type { CreatedOrganisation } from '@athar/access';
import type { ImportView, MappingView, PreviewedRowView, ProposalView } from '@athar/imports';
import { withOwner, type Page } from '@athar/persistence';
import type { CollectionView } from '@athar/registry';
import { startHouse, type House } from '../support/house.js';
import { send, type Answer } from '../support/http.js';

let house: House;
let organisation: CreatedOrganisation;
let steward: string;
let coordinator: string;
let stranger: string;

beforeAll(async () => {
  house = await startHouse();
  organisation = await house.organisation(['steward'], ['coordinator']);
  [steward = '', coordinator = ''] = organisation.members.map((member) => member.id);
  stranger = (await house.organisation(['steward'])).members[0]?.id ?? '';
});
afterAll(() => house?.stop());

async function collection(): Promise<string> {
  const body = { kind: 'hospital_list', title: 'List', custodian: 'Keepers' };
  return (await post<CollectionView>('/api/collections', body)).body.id;
}

const get = <Body>(path: string, as = steward) => send<Body>(house.url, 'GET', path, { as });
const post = <Body>(path: string, body?: unknown, as = steward) =>
  send<Body>(house.url, 'POST', path, { as, ...(body === undefined ? {} : { body }) });

async function sendBytes<Body>(
  path: string,
  body: string | Buffer | ReadableStream,
  as = steward,
): Promise<Answer<Body>> {
  const response = await fetch(`${house.url}${path}`, {
    method: 'POST',
    headers: { 'x-athar-member': as, 'content-type': 'application/octet-stream' },
    body,
    duplex: 'half',
  } as RequestInit);
  const answer = (await response.json()) as Body;
  return { status: response.status, headers: response.headers, body: answer };
}

const bring = (id: string, query: string, text: string | Buffer | ReadableStream) =>
  sendBytes<ImportView & { code: string }>(`/api/collections/${id}/imports?${query}`, text);

async function ended(id: string): Promise<ImportView> {
  for (;;) {
    const { body } = await get<ImportView>(`/api/imports/${id}`);
    if (body.finishedAt !== null) return body;
    await new Promise((go) => setTimeout(go, 20));
  }
}

async function brought(id: string, query: string, text: string | Buffer): Promise<ImportView> {
  const answer = await bring(id, query, text);
  expect(answer.status).toBe(202);
  return ended(answer.body.id);
}

async function badRows(id: string, query = ''): Promise<string> {
  const response = await fetch(`${house.url}/api/imports/${id}/errors/file${query}`, {
    headers: { 'x-athar-member': steward },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain(`bad-rows-${id}`);
  return response.text();
}

const audited = (action: string) =>
  withOwner(house.database.urls.owner, (manager) =>
    manager.query<{ subject_id: string }[]>(
      'SELECT subject_id FROM audit_events WHERE action = $1 ORDER BY sequence DESC',
      [action],
    ),
  );

describe('headers of a file', () => {
  const propose = (query: string, text: string | Buffer, as = steward) =>
    sendBytes<ProposalView & { code: string }>(`/api/imports/proposals?${query}`, text, as);

  it('are understood in four languages, with how sure that is and why', async () => {
    const french = 'N°;Nom;Prénom;Nom du père;Date de naissance (jj/mm/aaaa)\n7;Zephyrun;Amrun;;\n';
    const { status, body } = await propose('format=csv', french.replaceAll(';', ','));
    expect(status).toBe(200);
    expect(body.columns.map(({ column, sure, why }) => [column, sure, why])).toEqual([
      [null, 'unknown', 'unknown'],
      ['family_name', 'certain', 'exact'],
      ['given_name', 'certain', 'exact'],
      ['father_name', 'certain', 'exact'],
      ['birth_date', 'likely', 'loose'],
    ]);
    expect(body.problems).toMatchObject([{ code: 'identity-column-missing' }]);
    const turkish = await propose('format=csv', 'ID,ADI,SOYADI,BABA ADI,ANA ADI,DOĞUM TARİHİ\n');
    expect(turkish.body.columns.map(({ column }) => column)).toEqual([
      ...['id', 'given_name', 'family_name', 'father_name', 'mother_name', 'birth_date'],
    ]);
    const arabic = await propose('format=csv', 'الرقم,الاسم,الكنية,اللقب,إسم الام\n1,ع,ز,أبو ع,\n');
    expect(arabic.body.columns.map(({ column, filled }) => [column, filled])).toEqual([
      ['detainee_number', 1],
      ['given_name', 1],
      ['family_name', 1],
      ['known_as', 1],
      ['mother_name', 0],
    ]);
    expect(arabic.body).toMatchObject({
      encoding: 'utf-8',
      headerRow: 1,
      sampled: 1,
      problems: [],
    });
    expect(JSON.stringify(arabic.body)).not.toContain('أبو ع');
  });

  it('are asked for by those who may bring files in, and a broken first part does', async () => {
    expect((await propose('format=csv', 'id\n', coordinator)).status).toBe(403);
    expect((await propose('format=csv', '')).body.code).toBe('empty-table');
    const cut = Buffer.from('id,الاسم\n1,عمرون').subarray(0, -1);
    expect((await propose('format=csv', cut)).body.columns).toHaveLength(2);
  });

  it('are kept under a name and used for the next file with the same headers', async () => {
    const id = await collection();
    const mapping = encodeURIComponent(JSON.stringify({ Nr: 'detainee_number', Wer: 'name' }));
    const text = 'Nr,Wer\n1,Amrun\n';
    const first = await brought(id, `format=csv&mapping=${mapping}&saveMappingAs=Listen`, text);
    const { body: page } = await get<Page<MappingView>>(`/api/import-mappings?collectionId=${id}`);
    expect(page.items).toMatchObject([
      { id: first.mappingId, name: 'Listen', collectionId: id, headers: ['Nr', 'Wer'] },
    ]);
    const again = await brought(id, 'format=csv', 'wer,nr\nBelun,2\n');
    expect(again).toMatchObject({ state: 'applied', mappingId: first.mappingId });
    expect(again.counts).toMatchObject({ rows: 1, added: 1 });
    const proposed = await propose(`format=csv&collectionId=${id}`, text);
    expect(proposed.body).toMatchObject({
      mappingId: first.mappingId,
      columns: [{ column: 'detainee_number', why: 'saved' }, { column: 'name' }],
    });
    expect((await bring(id, 'format=csv&mappingId=none', text)).body.code).toBe('columns-refused');
    expect((await bring(await collection(), 'format=csv', text)).status).toBe(422);
  });

  it('saved for the organisation are edited by version and forgotten, and are no other’s', async () => {
    const body = { kind: 'entries', name: 'All', headers: ['Ref', 'Wer'], mapping: { Ref: 'id' } };
    const made = await post<MappingView>('/api/import-mappings', body);
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    expect((await post('/api/import-mappings', body)).status).toBe(409);
    const wrong = { ...body, name: 'Wrong', mapping: { Ref: 'idd' } };
    expect((await post('/api/import-mappings', wrong)).status).toBe(422);
    const path = `/api/import-mappings/${made.body.id}`;
    const edit = (version: string) =>
      send(house.url, 'PATCH', path, {
        as: steward,
        body: { mapping: { Ref: 'id', Wer: '' } },
        headers: { 'if-match': version },
      });
    expect((await edit('"7"')).status).toBe(412);
    expect((await edit('"1"')).body).toMatchObject({ version: 2, mapping: { Wer: '' } });
    expect((await get(path, stranger)).status).toBe(404);
    expect((await get<Page<MappingView>>('/api/import-mappings', stranger)).body.items).toEqual([]);
    const left = await bring(await collection(), 'format=csv&dryRun=true', 'Ref,Wer\n1,Amrun\n');
    expect(left.body).toMatchObject({ mappingId: made.body.id, counts: { bad: 1 } });
    const gone = await send(house.url, 'DELETE', path, {
      as: steward,
      headers: { 'if-match': '"2"' },
    });
    expect([gone.status, (await get(path)).status]).toEqual([200, 404]);
    expect((await audited('import-mapping.deleted'))[0]?.subject_id).toBe(made.body.id);
  });
});

describe('a file that does not say everything itself', () => {
  it('is read in its encoding, from the row that holds the names', async () => {
    const id = await collection();
    // "سجل" and then the header, in windows-1256.
    const text = Buffer.concat([
      Buffer.from([0xd3, 0xcc, 0xe1, 0x2c, 0x0a]),
      Buffer.from('id,'),
      Buffer.from([0xc7, 0xe1, 0xc7, 0xd3, 0xe3, 0x0a]),
      Buffer.from('1,'),
      Buffer.from([0xda, 0xe3, 0xd1, 0xe6, 0xe4, 0x0a]),
    ]);
    const view = await brought(id, 'format=csv&encoding=windows-1256&headerRow=2', text);
    expect(view).toMatchObject({ encoding: 'windows-1256', headerRow: 2, counts: { added: 1 } });
    const { body } = await get<Page<{ names: object }>>(
      `/api/entries?reason=review&collectionId=${id}`,
    );
    expect(body.items[0]?.names).toEqual({ asWritten: ['عمرون'] });
    expect((await bring(id, 'format=csv&encoding=latin-x', 'id\n1')).status).toBe(422);
  });
});

describe('a dry run', () => {
  it('tells by row what would be, names of fields and no values', async () => {
    const id = await collection();
    await brought(id, 'format=csv', 'id,name,age\na,Amrun,30\nb,Belun,40\n');
    const text = 'id,name,age\na,Amrun,30\nb,Belun,41\nc,Celun,1\nd,Delun,old\n';
    const dry = await brought(id, 'format=csv&dryRun=true', text);
    expect(dry).toMatchObject({
      state: 'previewed',
      counts: { rows: 4, bad: 1, added: 1, changed: 1, unchanged: 1 },
      progress: { received: 4, applied: 0, share: 1 },
    });
    const { body } = await get<Page<PreviewedRowView>>(`/api/imports/${dry.id}/preview?limit=2`);
    expect(body.items).toEqual([
      { row: 2, outcome: 'unchanged', fields: [] },
      { row: 3, outcome: 'changed', fields: ['age'] },
    ]);
    const rest = await get<Page<PreviewedRowView>>(
      `/api/imports/${dry.id}/preview?cursor=${body.nextCursor}`,
      coordinator,
    );
    expect(rest.body.items).toMatchObject([{ row: 4, outcome: 'added' }]);
    expect((await get(`/api/imports/${dry.id}/preview`, stranger)).status).toBe(404);
    const { body: entries } = await get<Page<object>>(
      `/api/entries?reason=review&collectionId=${id}`,
    );
    expect(entries.items).toHaveLength(2);
  });
});

describe('bad rows', () => {
  const text =
    'id,name,age,note to self\na,Amrun,30,x\nb,"=Belun, jr",thirty,y\nc,Celun,40,z,surplus\na,Delun,9,\n';

  it('come back as they were with the reasons, are mended and brought in', async () => {
    const id = await collection();
    const first = await brought(id, 'format=csv&ignoreUnknown=true', text);
    expect(first.counts).toMatchObject({ rows: 4, bad: 3, added: 1 });
    const file = await badRows(first.id, '?language=en');
    const lines = file.trimEnd().split('\n');
    expect(lines[0]).toBe('id,name,age,note to self,column 5,Why the row was refused');
    expect(lines[1]).toMatch(/^b,"'=Belun, jr",thirty,y,,"""age"": An age that cannot be read/);
    expect(lines[2]).toMatch(/^c,Celun,40,z,surplus,/);
    expect(lines[3]).toContain('the same as row 2');
    const mended = file.replace('thirty', '31').replace('surplus', '').replace('\na,', '\nd,');
    const second = await brought(id, 'format=csv&ignoreUnknown=true', mended);
    expect(second.counts).toMatchObject({ rows: 3, bad: 0, added: 3 });
    const { body } = await get<Page<{ names: object }>>(
      `/api/entries?reason=review&collectionId=${id}`,
    );
    expect(JSON.stringify(body.items)).toContain('"=Belun, jr"');
  });

  it('tell their reasons in Arabic, in whatever format, to those who may mend them', async () => {
    const id = await collection();
    const { id: importId } = await brought(id, 'format=csv&ignoreUnknown=true', text);
    const lines = (await badRows(importId, '?format=jsonl')).trimEnd().split('\n');
    const [row] = lines.map((line) => JSON.parse(line) as Record<string, string>);
    expect(row).toMatchObject({ id: 'b', age: 'thirty' });
    expect(row?.['سبب رفض الصف']).toMatch(/^«age»: عمر غير مقروء/);
    const listed = `/api/imports/${importId}/errors`;
    const reasons = async (query: string) =>
      (await get<Page<{ reason: string }>>(listed + query)).body.items.map(({ reason }) => reason);
    expect((await reasons('?language=ar'))[0]).toMatch(/^عمر غير مقروء: [^A-Za-z]+$/);
    expect((await reasons(''))[0]).toMatch(/^An age that cannot be read: /);
    const asWorkbook = await fetch(`${house.url}/api/imports/${importId}/errors/file?format=xlsx`, {
      headers: { 'x-athar-member': steward },
    });
    expect(
      Buffer.from(await asWorkbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await get(`/api/imports/${importId}/errors/file`, coordinator)).status).toBe(403);
    expect((await get(`/api/imports/${importId}/errors/file`, stranger)).status).toBe(404);
    expect((await audited('import.bad-rows-read'))[0]?.subject_id).toBe(importId);
  });
});

describe('an import that is cancelled', () => {
  it('while it is received brings nothing in, and the sender learns why', async () => {
    const id = await collection();
    let go: (() => void) | undefined;
    const waiting = new Promise<void>((resolve) => (go = resolve));
    let sent = 0;
    const stalled = new ReadableStream({
      async pull(controller) {
        sent += 1;
        if (sent === 1) {
          const rows = Array.from({ length: 700 }, (_, n) => `n${n},Amrun\n`).join('');
          return controller.enqueue(Buffer.from(`id,name\n${rows}`));
        }
        await waiting;
        if (sent > 2) return controller.close();
        controller.enqueue(Buffer.from('last,Belun\n'));
      },
    });
    const sending = bring(id, 'format=csv', stalled);
    const received = async () =>
      (await get<Page<ImportView>>(`/api/imports?collectionId=${id}`)).body.items[0];
    while ((await received())?.progress.received !== 500) {
      await new Promise((look) => setTimeout(look, 20));
    }
    const importId = (await received())?.id ?? '';
    expect((await post(`/api/imports/${importId}/cancel`, undefined, coordinator)).status).toBe(
      403,
    );
    expect((await post(`/api/imports/${importId}/cancel`, undefined, stranger)).status).toBe(404);
    const cancelled = await post<ImportView>(`/api/imports/${importId}/cancel`);
    expect(cancelled.body).toMatchObject({ state: 'cancelled', counts: { added: 0 } });
    go?.();
    expect((await sending).body.code).toBe('import-cancelled');
    expect((await post(`/api/imports/${importId}/cancel`)).status).toBe(409);
    const { body } = await get<Page<object>>(`/api/entries?reason=review&collectionId=${id}`);
    expect(body.items).toEqual([]);
  });

  it('or undone after its end is refused where nothing is left to do', async () => {
    const id = await collection();
    const done = await brought(id, 'format=csv&mode=all_or_nothing', 'id,name,age\na,Amrun,old\n');
    expect(done.state).toBe('refused');
    expect((await post(`/api/imports/${done.id}/cancel`)).status).toBe(409);
    expect((await post(`/api/imports/${done.id}/undo`)).status).toBe(409);
    expect((await post(`/api/imports/${done.id}/undo`, undefined, coordinator)).status).toBe(403);
  });
});
