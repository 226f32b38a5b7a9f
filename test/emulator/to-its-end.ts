import { say } from '#infra/operations/run-command.ts';
import { reportOf } from '#test/support/http-reports.ts';
import type { BesaOverHttp, ReportAnswer, StaffOverHttp } from '#test/support/besa-over-http.ts';
import type { DeskOverHttp } from '#test/support/desk-over-http.ts';
import { until } from '#test/support/until.ts';

/** Where the police read their mail. */
export const policeMail = 'police@institution.example';

const messages = [
  'We have read what you wrote. You did the right thing.',
  'This is what we did, and whom you can call.',
] as const;

/** What has happened in the case when it is closed. Two that come of one event may stand in either order. */
export const events = [
  'case.received',
  'case.triaged',
  'referral.proposed',
  'referral.proposed',
  'case.assigned',
  'mail.bounced',
  'case.read',
  'case.handled',
  'case.message_posted',
  'referral.approved',
  'referral.sent',
  'referral.code_spoken',
  'referral.opened',
  'referral.acknowledged',
  'referral.completed',
  'case.message_posted',
  'case.resolved',
  'referral.dropped',
  'case.closed',
];

interface People {
  officer: StaffOverHttp;
  desk: DeskOverHttp;
  reporter: BesaOverHttp;
}

/** The case is opened, handled, referred, answered, resolved and closed, and the reporter reads what was written. */
export async function liveToItsEnd(
  people: People,
  { caseNumber, receipt }: Pick<ReportAnswer, 'caseNumber' | 'receipt'>,
): Promise<void> {
  const { officer, reporter } = people;
  const opened = await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  expect('opening it', opened.status, 200);
  expect('opened, it says what was written', JSON.stringify(opened.body).includes(reportOf.critical.narrative), true);
  const handled = await officer.decide(caseNumber, 'handling', {
    severity: 'critical',
    safetyDecision: 'safe_for_now',
    nextStep: 'refer_institution',
    message: messages[0],
  });
  expect('handling it', handled.status, 200);
  await askThePolice(people, caseNumber);
  const resolved = await officer.decide(caseNumber, 'resolution', {
    outcome: 'advice_given',
    message: messages[1],
    dutyToReport: { decision: 'required', basis: 'al_law_18_2017', sentTo: 'police_cybercrime' },
  });
  expect('resolving it', resolved.status, 200);
  const seen = await reporter.followUp(receipt);
  const read = seen.body.messages.map(({ text }) => text);
  expect(
    'the reporter reads both messages by the code',
    messages.every((text) => read.includes(text)),
    true,
  );
  expect('the promise was kept, the reporter reads', seen.body.promise['kept'], true);
  const { referrals = [] } = (await officer.show(caseNumber)).body;
  for (const { id } of referrals.filter(({ status }) => status === 'proposed')) {
    await officer.command(caseNumber, `referrals/${id}/drop`, { because: 'not_needed' });
  }
  const tooEarly = await officer.decide(caseNumber, 'closure', {});
  expect('closing it at once', tooEarly.body['because'], 'not_quiet_yet');
  const closed = await officer.decide(caseNumber, 'closure', { because: 'nothing_left_to_do' });
  expect('closing it with a reason', closed.status, 200);
  const { history, status } = (await officer.show(caseNumber)).body;
  expect('it is', status, 'closed');
  const isWhole = history.every(({ number }, index) => number === index + 1);
  expect('its events are numbered without a gap', isWhole, true);
}

/** The police get a mail, open the page for institutions with both codes, and answer there. */
async function askThePolice({ officer, desk }: People, caseNumber: string): Promise<void> {
  const { referrals = [] } = (await officer.show(caseNumber)).body;
  const { id = '' } = referrals.find(({ institution }) => institution === 'police_cybercrime') ?? {};
  const sending = await officer.command(caseNumber, `referrals/${id}/sending`, {
    fields: ['narrative', 'victims'],
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
  });
  expect('referring it by mail', sending.status, 200);
  // The sweep that sends what waits runs once a minute, on the emulator's own clock.
  await until(
    async () => (await officer.show(caseNumber)).body.referrals?.find((one) => one.id === id)?.status,
    (status) => status === 'sent',
    90_000,
  );
  const access = await desk.accessOf(caseNumber, policeMail);
  expect('the police have an access code in their mail', access !== undefined, true);
  const spoken = await officer.command(caseNumber, `referrals/${id}/access`, { contact: 'contact-police' });
  expect('the one-time code that is read out to them', spoken.status, 200);
  const begun = await desk.ask('session', { access, code: spoken.body['code'] });
  expect('both codes open the page', begun.status, 200);
  const session = begun.body['session'];
  const copy = await desk.ask('referral', { session });
  expect('it shows what was shared', copy.text.includes(reportOf.critical.narrative), true);
  const who = { name: 'Inspector Kola', post: 'Cybercrime' };
  for (const answer of [
    { answer: 'acknowledged', ...who },
    { answer: 'completed', outcome: 'investigation_opened' },
  ]) {
    expect(`their answer, ${answer.answer}`, (await desk.ask('answer', { session, ...answer })).status, 200);
  }
}

export function expect(what: string, seen: unknown, wanted: unknown): void {
  if (seen !== wanted) throw new Error(`${what}: ${String(seen)} in place of ${String(wanted)}.`);
  say(`          ${what}: ${String(seen)}`);
}
