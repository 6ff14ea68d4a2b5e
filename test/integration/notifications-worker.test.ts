import { contactOf, reportOf } from '../support/cases-app.js';
import { startHouse, type House } from '../support/house.js';
import { send } from '../support/http.js';
import { startMailCatcher, type MailCatcher } from '../support/mail.js';

let house: House;
let mail: MailCatcher;

beforeAll(async () => {
  mail = await startMailCatcher();
  house = await startHouse({ smtpUrl: mail.url });
});
afterAll(async () => {
  await house?.stop();
  await mail?.stop();
});

interface Report {
  caseId: string;
  reference: string;
}

interface MessagesPage {
  items: { state: string; attempts: number }[];
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('a relative who agreed to e-mail', () => {
  it('hears of the report once, also where the mail server was busy at first', async () => {
    const { members } = await house.organisation(['caseworker']);
    const as = members[0]?.id ?? '';
    mail.mood = 'busy';
    const contacts = [contactOf({ name: 'Unspoken Placeholder', email: 'unspoken@example.org' })];
    const { status, body } = await send<Report>(house.url, 'POST', '/api/reports', {
      as,
      body: reportOf({ contacts }),
    });
    expect(status).toBe(201);
    const messages = async () => {
      const path = `/api/cases/${body.caseId}/messages`;
      return (await send<MessagesPage>(house.url, 'GET', path, { as })).body.items;
    };
    await until(() => mail.offered > 0);
    mail.mood = 'takes';
    await until(async () => (await messages())[0]?.state === 'sent');
    expect(mail.letters.map(({ to }) => to)).toEqual([['unspoken@example.org']]);
    expect(await messages()).toMatchObject([{ state: 'sent', attempts: mail.offered }]);
    expect(JSON.stringify(await messages())).not.toContain('@');
    expect(house.logLines.join('\n')).not.toMatch(/Placeholder|unspoken|000 111 222/);
  });
});
