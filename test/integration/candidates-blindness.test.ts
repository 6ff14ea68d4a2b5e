import type { CandidatesApp, Office } from '../support/candidates-app.js';
import { startJudging, type JudgingOffice } from '../support/judging-office.js';

let app: CandidatesApp;
let office: Office;
let house: JudgingOffice;

beforeAll(async () => {
  house = await startJudging();
  ({ app, office } = house);
});
afterAll(() => app?.stop());
beforeEach(() => app.ask(`UPDATE reports SET state = 'withdrawn'`));

describe('that another has judged', () => {
  it('is not to be noticed by who has yet to judge', async () => {
    const pair = await house.proposed();
    await app.reader.read(office.first, pair.id, 'en');
    const seen = async () => ({
      view: await app.reader.read(office.second, pair.id, 'en'),
      queued: (await app.lists.queue(office.second, {})).items,
      listed: (await app.lists.ofCase(office.second, pair.caseId, {})).items,
    });
    const before = await seen();
    const judged = await house.judge(office.first, pair.id, 'different');
    expect(await seen()).toEqual(before);
    expect(judged.state).toBe('judged_once');
  });
});

describe('what one pair tells of another pair of the same entry', () => {
  it('is nothing to who may still judge that one', async () => {
    const [blind, informed, withdrawn] = [
      await house.proposed(),
      await house.proposed(),
      await house.proposed(),
    ];
    await app.reader.read(office.first, blind.id, 'en');
    const readInformed = () => app.reader.read(office.second, informed.id, 'en');
    const hidden = { alsoStrongElsewhere: null, assessment: { fitsEqually: 0 } };
    await house.withdraw(withdrawn);
    expect(await readInformed()).toMatchObject(hidden);
    await house.judge(office.first, blind.id, 'same_person');
    expect(await readInformed()).toMatchObject(hidden);
    await house.judge(office.second, blind.id, 'same_person');
    expect(await readInformed()).toMatchObject({ assessment: { fitsEqually: 1 } });
  });

  it('is that it was confirmed, or looks strong where that one is confirmed', async () => {
    const [one, other] = [await house.proposed(), await house.proposed()];
    await house.decide(one.id, 'same_person', 'same_person');
    expect(await app.reader.read(office.third, other.id, 'en')).toMatchObject({
      alsoConfirmedElsewhere: true,
      alsoStrongElsewhere: null,
    });
    const strongElsewhere = async () =>
      (await app.reader.read(office.third, one.id, 'en')).alsoStrongElsewhere;
    expect(await strongElsewhere()).toBe(false);
    await house.judge(office.third, other.id, 'cannot_tell');
    expect(await strongElsewhere()).toBe(true);
    await house.withdraw(other);
    expect(await strongElsewhere()).toBe(false);
    expect(await app.reader.read(office.caseworker, one.id, 'en')).toMatchObject({
      alsoStrongElsewhere: null,
    });
  });
});
