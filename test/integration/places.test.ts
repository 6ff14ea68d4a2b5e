import { verifyAuditChain, type Actor } from '@athar/access';
import { withOwner } from '@athar/persistence';
import { startPlaces, type PlacesApp } from '../support/places-app.js';

let app: PlacesApp;
let steward: Actor;
let caseworker: Actor;

beforeAll(async () => {
  app = await startPlaces();
  steward = await app.member('steward');
  caseworker = await app.member('caseworker');
});
afterAll(() => app?.stop());

const HEADER = 'level\tid\tocha_pcode\tname_en\tname_ar\tgovernorate_id\tdistrict_id\twikidata';
const PLACES = [
  HEADER,
  'governorate\th\tSY04\tHoms\tحمص\t\t\tQ1',
  'district\tr\tSY0404\tAr-Rastan\tالرستن\th\t\tQ2',
  'subdistrict\tt\tSY040499\tInventabad\tمخترعاباد\th\tr\tQ3',
  'subdistrict\tx\tSY0404991\tBad code\tرمز\th\tr\tQ4',
  'village\ty\tSY040498\tBad level\tمستوى\th\tr\tQ5',
].join('\n');
const SPELLINGS = [
  'level\tid\tocha_pcode\tlanguage\ttype\talias',
  'subdistrict\tt\tSY040499\ten\talias\tInventville',
  'district\tr\tSY0404\ten\talias\tHoms Governorate',
  'subdistrict\tz\tSY999999\ten\talias\tNowhere',
].join('\n');
const SOURCE = 'Invented/gazetteer, CC BY 4.0';

const placesIn = async (text: string) =>
  (await app.places.recognise(text)).places.map(({ code }) => code);

describe('the gazetteer', () => {
  it('is there for every member from the first question on', async () => {
    const governorates = await app.places.list(caseworker, { level: 'governorate' });
    expect(governorates.items).toHaveLength(14);
    expect(governorates.nextCursor).toBeNull();
    const districts = await app.places.list(caseworker, { parent: 'SY04' });
    expect(districts.items.map(({ code }) => code)).toContain('SY0404');
    const branches = await app.holders.list(caseworker, { parent: 'mi', limit: 3 });
    expect(branches.items).toHaveLength(3);
    const next = await app.holders.list(caseworker, {
      parent: 'mi',
      limit: 3,
      cursor: branches.nextCursor ?? '',
    });
    expect(next.items[0]?.code).not.toBe(branches.items[0]?.code);
    expect(await app.holders.read(caseworker, 'mi-235')).toMatchObject({
      number: '235',
      parent: 'mi',
      place: 'SY01',
    });
  });

  it('takes a steward’s spelling, and a text that has it is understood in every process at once', async () => {
    const other = await app.another();
    const before = await app.places.read(steward, 'SY0404');
    expect((await other.places.recognise('Rastanopolis')).places).toEqual([]);
    const after = await app.places.update(steward, 'SY0404', before.version, {
      spellings: [...before.spellings, 'Rastanopolis'],
    });
    expect(after).toMatchObject({ version: before.version + 1, nameAr: before.nameAr });
    expect((await other.places.recognise('Rastanopolis')).places).toMatchObject([
      { code: 'SY0404' },
    ]);
    await other.stop();
  });

  it('keeps what it was before an edit, and who changed it', async () => {
    const before = await app.holders.read(steward, 'mi-291');
    await app.holders.update(steward, 'mi-291', before.version, { nameEn: 'Corrected Branch' });
    await withOwner(app.database.urls.owner, async (manager) => {
      const rows = await manager.query<{ record: { nameEn: string }; replaced_by: string }[]>(
        `SELECT record, replaced_by FROM gazetteer_versions WHERE subject = 'holder' AND code = 'mi-291'`,
      );
      expect(rows).toMatchObject([
        { record: { nameEn: before.nameEn }, replaced_by: steward.memberId },
      ]);
      const [event] = await manager.query<unknown[]>(
        `SELECT detail FROM audit_events WHERE action = 'holder.updated'`,
      );
      expect(event).toMatchObject({ detail: { code: 'mi-291', version: 2 } });
      expect(await verifyAuditChain(manager, steward.organisationId)).toMatchObject({
        brokenAt: null,
      });
    });
  });

  it('refuses who may not, what was changed meanwhile, what hangs nowhere, and a second of one code', async () => {
    const village = {
      code: 'village-1',
      level: 'locality',
      nameAr: 'قرية مخترعة',
      nameEn: 'Invented village',
      parent: 'SY0404',
    } as const;
    await expect(app.places.create(caseworker, village)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await app.places.create(steward, village);
    await expect(app.places.create(steward, village)).rejects.toMatchObject({ code: 'code-taken' });
    await expect(app.places.update(steward, 'village-1', 7, {})).rejects.toMatchObject({
      kind: 'precondition',
    });
    await expect(
      app.places.update(steward, 'village-1', 1, { parent: 'village-1' }),
    ).rejects.toMatchObject({ code: 'gazetteer-refused' });
    await expect(app.holders.update(steward, 'mi', 1, { parent: 'mi-215' })).rejects.toMatchObject({
      problems: [{ field: '/parent' }],
    });
    await expect(app.places.read(caseworker, 'nowhere')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('loads sub-districts with their source, names bad lines, and the same again changes nothing', async () => {
    await expect(
      app.loading.load(caseworker, { places: PLACES, source: SOURCE }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    const files = { places: PLACES, spellings: SPELLINGS, source: SOURCE };
    const loaded = await app.loading.load(steward, files);
    expect(loaded).toMatchObject({ added: 1, problemCount: 4 });
    expect(loaded.problems.map(({ code, row }) => [code, row])).toEqual([
      ['bad-code', 5],
      ['bad-level', 6],
      ['other-level', 3],
      ['place-unknown', 4],
    ]);
    expect(await app.places.read(caseworker, 'SY040499')).toMatchObject({
      source: SOURCE,
      spellings: ['Inventville'],
      parent: 'SY0404',
    });
    expect(await placesIn('من ريف حمص، مخترعاباد')).toEqual(['SY040499']);
    expect(await app.loading.load(steward, files)).toMatchObject({ added: 0, changed: 0 });
  });

  it('refuses files that are no gazetteer, and says which columns it needs', async () => {
    await expect(
      app.loading.load(steward, { places: 'name;code\nHoms;4', source: SOURCE }),
    ).rejects.toMatchObject({
      code: 'gazetteer-refused',
      problems: expect.arrayContaining([expect.objectContaining({ field: 'ocha_pcode' })]),
    });
  });
});
