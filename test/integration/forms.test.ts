import { withOwner } from '@athar/persistence';
import { startHouse, type House } from '../support/house.js';

let house: House;
let steward: string;
let discreet: string;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
  steward = (await house.organisation(['steward'])).members[0]?.id ?? '';
  const other = await house.organisation(['caseworker']);
  discreet = other.members[0]?.id ?? '';
  await withOwner(house.database.urls.owner, async (manager) => {
    await manager.query('UPDATE organisations SET discreet = true WHERE id = $1', [other.id]);
  });
});
afterAll(() => house?.stop());

async function form(as: string, query: string) {
  const url = `${house.url}/api/forms/intake${query}`;
  const response = await fetch(url, { headers: { 'x-athar-member': as } });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

describe('the intake form over HTTP', () => {
  it.each(['ar', 'en'])('is a PDF of a few sheets in %s, to be saved', async (language) => {
    const { response, bytes } = await form(steward, `?language=${language}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename=intake-${language}.pdf`,
    );
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(pagesOf(bytes)).toBeGreaterThan(1);
    expect(pagesOf(bytes)).toBeLessThan(8);
    expect(bytes.length).toBeLessThan(500_000);
  });

  it('is in Arabic where nobody says otherwise, and refuses other languages', async () => {
    const { response } = await form(steward, '');
    expect(response.headers.get('content-disposition')).toContain('intake-ar.pdf');
    expect((await form(steward, '?language=xx')).response.status).toBe(422);
  });

  it('does not carry the name of an organisation that is discreet', async () => {
    const [named, unnamed] = [await form(steward, ''), await form(discreet, '')];
    expect(unnamed.response.status).toBe(200);
    // The two differ in nothing but the line of the name: the other sheet is shorter by its letters.
    expect(unnamed.bytes.length).toBeLessThan(named.bytes.length);
  });
});
