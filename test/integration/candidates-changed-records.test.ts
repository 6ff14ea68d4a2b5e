import { CandidateChanged } from '@athar/candidates';
import type { CandidatesApp, Office } from '../support/candidates-app.js';
import { entryRow, names, startJudging, type JudgingOffice } from '../support/judging-office.js';

let app: CandidatesApp;
let office: Office;
let house: JudgingOffice;

beforeAll(async () => {
  house = await startJudging();
  ({ app, office } = house);
});
afterAll(() => app?.stop());
beforeEach(() => app.ask(`UPDATE reports SET state = 'withdrawn'`));

const otherNames = { given: 'ليان', father: 'صقر', family: 'العنابي' };
const bringEntry = (row: string) => app.entries(office.third, house.collectionId, row);

describe('a record that changed after the pair was weighed', () => {
  it('keeps a report from being judged by the weights of another', async () => {
    const pair = await house.proposed();
    await house.judge(office.first, pair.id, 'same_person');
    await app.edit(pair, { names: otherNames });
    const second = house.judge(office.second, pair.id, 'same_person');
    await expect(second).rejects.toThrow(CandidateChanged);
    expect(await app.ask('SELECT 1 FROM decisions WHERE candidate_id = $1', [pair.id])).toEqual([]);
    await app.edit(pair, { names });
    expect(await house.judge(office.second, pair.id, 'same_person')).toMatchObject({
      state: 'confirmed',
      changed: [],
    });
  });

  it('keeps an entry from being judged until it is weighed anew', async () => {
    const pair = await house.proposed();
    await bringEntry('a,شاهين,قمر,الظريفاني,');
    await expect(house.judge(office.first, pair.id, 'different')).rejects.toThrow(CandidateChanged);
    await pair.match();
    expect(await house.judge(office.first, pair.id, 'different', 2)).toMatchObject({
      state: 'judged_once',
    });
    await bringEntry(entryRow);
  });

  it('is named on a pair that was confirmed before', async () => {
    const pair = await house.proposed();
    await house.decide(pair.id, 'same_person', 'same_person');
    await app.edit(pair, { names, sex: 'male' });
    await pair.match();
    const changed = async () => (await app.reader.read(office.third, pair.id, 'en')).changed;
    expect(await changed()).toEqual(['report']);
    await bringEntry('a,شاهين,قمر,الظريفاني,');
    expect(await changed()).toEqual(['report', 'entry']);
    await bringEntry(entryRow);
    expect(await changed()).toEqual(['report']);
  });
});
