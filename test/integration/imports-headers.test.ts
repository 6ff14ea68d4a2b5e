import type { ImportView, MappingView, ProposalView } from '@athar/imports';
import { withOwner, type Page } from '@athar/persistence';
import { send } from '../support/http.js';
import { startImportOffice, type ImportOffice } from '../support/import-office.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await startImportOffice();
});
afterAll(() => office?.stop());

const get = <Body>(path: string, as?: string) => office.get<Body>(path, as);
const post = <Body>(path: string, body?: unknown, as?: string) => office.post<Body>(path, body, as);

const bring = (id: string, query: string, text: string | Buffer | ReadableStream) =>
  office.sendBytes<ImportView & { code: string }>(`/api/collections/${id}/imports?${query}`, text);

const brought = (id: string, query: string, text: string | Buffer) =>
  office.brought(`/api/collections/${id}/imports?${query}`, text);

const audited = (action: string) =>
  withOwner(office.house.database.urls.owner, (manager) =>
    manager.query<{ subject_id: string }[]>(
      'SELECT subject_id FROM audit_events WHERE action = $1 ORDER BY sequence DESC',
      [action],
    ),
  );

describe('headers of a file', () => {
  const propose = (query: string, text: string | Buffer, as?: string) =>
    office.sendBytes<ProposalView & { code: string }>(`/api/imports/proposals?${query}`, text, {
      ...(as === undefined ? {} : { 'x-athar-member': as }),
    });

  it('are understood in four languages, with how sure that is and why', async () => {
    const french = 'N°;Nom;Prénom;Nom du père;Date de naissance (jj/mm/aaaa)\n7;Zephyrun;Amrun;;\n';
    const { status, body } = await propose('format=csv', french.replaceAll(';', ','));
    expect(status).toBe(200);
    expect(body.columns.map(({ column, sure, why }) => [column, sure, why])).toEqual([
      [null, 'likely', 'serial'],
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

  it('are no columns where they are only guessed, nor where a list counts its rows', async () => {
    const { body } = await propose('format=csv', 'رقم اللائحة,registr number,Nom complet\n1,2,A\n');
    expect(body.columns).toMatchObject([
      { column: null, why: 'serial' },
      { column: 'register_number', sure: 'guess' },
      { column: 'name' },
    ]);
    expect(body.mapping).toEqual({ 'رقم اللائحة': '', 'Nom complet': 'name' });
    expect(body.problems).toMatchObject([{ code: 'identity-column-missing' }]);
  });

  it('are asked for by those who may bring files in, and a broken first part does', async () => {
    expect((await propose('format=csv', 'id\n', office.coordinator)).status).toBe(403);
    expect((await propose('format=csv', '')).body.code).toBe('empty-table');
    const cut = Buffer.from('id,الاسم\n1,عمرون').subarray(0, -1);
    expect((await propose('format=csv', cut)).body.columns).toHaveLength(2);
  });

  it('are kept under a name and used for the next file with the same headers', async () => {
    const id = await office.collection();
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
    expect((await bring(await office.collection(), 'format=csv', text)).status).toBe(422);
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
      send(office.house.url, 'PATCH', path, {
        as: office.steward,
        body: { mapping: { Ref: 'id', Wer: '' } },
        headers: { 'if-match': version },
      });
    expect((await edit('"7"')).status).toBe(412);
    expect((await edit('"1"')).body).toMatchObject({ version: 2, mapping: { Wer: '' } });
    expect((await get(path, office.stranger)).status).toBe(404);
    expect(
      (await get<Page<MappingView>>('/api/import-mappings', office.stranger)).body.items,
    ).toEqual([]);
    const left = await bring(
      await office.collection(),
      'format=csv&dryRun=true',
      'Ref,Wer\n1,Amrun\n',
    );
    expect(left.body).toMatchObject({ mappingId: made.body.id, counts: { bad: 1 } });
    const gone = await send(office.house.url, 'DELETE', path, {
      as: office.steward,
      headers: { 'if-match': '"2"' },
    });
    expect([gone.status, (await get(path)).status]).toEqual([200, 404]);
    expect((await audited('import-mapping.deleted'))[0]?.subject_id).toBe(made.body.id);
  });
});

describe('a file that does not say everything itself', () => {
  it('is read in its encoding, from the row that holds the names', async () => {
    const id = await office.collection();
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
