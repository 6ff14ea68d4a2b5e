import { bytesOf, standard, startRegistry, type RegistryApp } from '../support/registry-app.js';

let app: RegistryApp;

beforeAll(async () => {
  app = await startRegistry();
});
afterAll(() => app?.stop());

const text = 'id,name,birth_date\n1,Amrun Belun,5/6/1985\n2,Celun Delun,25/6/1985\n3,Edun,never\n';

it('dates that were told back from a file go with its bad rows, what else was wrong stays', async () => {
  const steward = await app.member('steward');
  const { id: collectionId } = await app.collection(steward);
  const request = { ...standard, collectionId, dryRun: true };
  const { id } = await app.imports.receive(steward, request, bytesOf(text));
  const told = async () => {
    const { datesRead, counts } = await app.imports.read(steward, id);
    const { items } = await app.imports.errors(steward, id);
    return {
      dates: datesRead.map(({ read }) => read),
      bad: counts.bad,
      codes: items.map(({ code }) => code),
    };
  };
  const ended = (ago: string) =>
    app.ask('UPDATE athar.imports SET finished_at = now() - $1::interval', [ago]);

  await ended('29 days');
  await app.imports.sweep();
  const all = { dates: ['1985-06-25'], bad: 2, codes: ['unclear-date', 'bad-date'] };
  expect(await told()).toEqual(all);
  await ended('31 days');
  await app.imports.sweep();
  expect(await told()).toEqual({ dates: [], bad: 2, codes: ['bad-date'] });
});
