import sharp from 'sharp';
import type { ReportView } from '@athar/cases';
import { contactOf, reportOf } from './cases-app.js';
import { inArabic, inLatin } from './duplicate-office.js';
import { held } from './filled-texts.js';
import type { House } from './house.js';
import { fileOf, type Storyteller } from './told-story.js';

interface Made {
  id: string;
}

/** Three reports, two of them of one person, and one of everything that a case can have. */
export async function fillIntake(house: House, caseworker: Storyteller) {
  const relative = contactOf({
    name: held.relative,
    phone: held.phone,
    email: held.email,
    note: held.note,
  });
  const told = (report: object) => caseworker.post<ReportView>('/reports', report);
  const circumstances = held.circumstances;
  const one = await told(reportOf({ person: inArabic, circumstances, contacts: [relative] }));
  const other = await told({
    ...{ person: inLatin, circumstances },
    contacts: [contactOf({ name: held.otherRelative })],
  });
  const third = await told(
    reportOf({ person: { names: { full: [held.name] } }, contacts: [relative] }),
  );
  const { caseId } = third;
  const made = await workOn(house, caseworker, third, one.caseId);
  await bringBadRow(caseworker);
  const { items: messages } = await caseworker.get<{ items: Made[] }>(`/cases/${caseId}/messages`);
  return {
    reports: [one, other],
    references: [one, other, third].flatMap(({ id, reference }) => [id, reference]),
    things: {
      reports: third.id,
      cases: caseId,
      contacts: third.contacts[0]?.id ?? '',
      messages: messages[0]?.id ?? '',
      ...Object.fromEntries(Object.entries(made).map(([word, { id }]) => [word, id])),
    },
  };
}

/** One of everything that a case can have. */
async function workOn(
  house: House,
  caseworker: Storyteller,
  { id: reportId, caseId }: ReportView,
  otherCaseId: string,
) {
  const of = (resource: string, body: object) =>
    caseworker.post<Made>(`/cases/${caseId}/${resource}`, body);
  const link = { otherCaseId, kind: 'cousin_of', source: 'hearsay' };
  const task = { caseId, kind: 'other', dueOn: '2026-03-01', note: held.note };
  return {
    links: await of('links', link),
    'follow-ups': await of('follow-ups', {
      kind: 'visit',
      happenedOn: '2026-03-01',
      text: held.note,
    }),
    references: await of('references', { kind: 'icrc', number: held.document }),
    'dna-samples': await of('dna-samples', { takenAt: 'Laboratory', note: held.note }),
    referrals: await of('referrals', { kind: 'legal', status: 'open', to: held.relative }),
    tasks: await caseworker.post<Made>('/tasks', task),
    attachments: await attach(house, caseworker.member, reportId),
  };
}

async function bringBadRow(caseworker: Storyteller): Promise<void> {
  const row = {
    id: 'r-1',
    name: held.name,
    birth_date: 'no date',
    contact_name: held.relative,
    consents: 'store',
    consent_date: '2026-03-01',
  };
  await caseworker.bring(
    '/reports/imports?format=csv',
    await fileOf('csv', Object.keys(row), [row]),
  );
}

async function attach(house: House, as: string, reportId: string): Promise<Made> {
  const create = { width: 8, height: 8, channels: 3, background: '#fff' } as const;
  const path = `${house.url}/api/reports/${reportId}/attachments?kind=photo_of_missing`;
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      'x-athar-member': as,
      'content-type': 'application/octet-stream',
      'x-athar-title': encodeURIComponent(held.note),
    },
    body: new Uint8Array(await sharp({ create }).png().toBuffer()),
  });
  return (await response.json()) as Made;
}
