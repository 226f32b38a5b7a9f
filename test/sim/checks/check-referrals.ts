import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { Referral, ReferralStatus } from '#shared/domain/case/referral.ts';
import type { Find, Told } from './finding.ts';

/** What docs/practice.md says of a referral's life, told a second time: where each event leads. What is absent leads nowhere else. */
export const leadsTo: Readonly<Record<string, (status: ReferralStatus | undefined) => ReferralStatus>> = {
  'referral.proposed': () => 'proposed',
  'referral.changed': () => 'proposed',
  'referral.dropped': () => 'dropped',
  'referral.approved': () => 'approved',
  // It is on its way; whoever knew of it by a call, or has answered meanwhile, knows more than that.
  'referral.sent': (status) => (status === undefined || status === 'approved' ? 'sent' : status),
  'referral.acknowledged': () => 'acknowledged',
  'referral.accepted': () => 'accepted',
  'referral.declined': () => 'declined',
  'referral.completed': () => 'completed',
  'referral.withdrawn': () => 'withdrawn',
};

/** What only a person may do: the machine proposes, a person decides. */
const decidedByPerson = ['referral.dropped', 'referral.approved', 'referral.withdrawn'];

/**
 * Every proposal was decided by a person, or stands open where somebody is called to it: its case is open, and its promise,
 * once missed, was raised; or a person ended the case and said why although it stood open.
 */
export function checkReferrals({ of, events }: Told, now: number, find: Find): void {
  const steps = events.filter((event) => 'referral' in event.data);
  const byReferral = Map.groupBy(steps, ({ data }) => (data as { referral: string }).referral);
  for (const [id, own] of byReferral) {
    const status = of.referrals?.find((referral) => referral.id === id)?.status;
    if (own[0]?.type !== 'referral.proposed') find('P1', `${of.caseNumber}: ${id} does not begin with its proposal`);
    const wanted = own.reduce<ReferralStatus | undefined>((at, { type }) => leadsTo[type]?.(at) ?? at, undefined);
    if (status !== wanted)
      find('P1', `${of.caseNumber}: ${id} is ${status ?? 'not there'}, its history says ${wanted ?? 'nothing'}`);
    for (const { type, number, actor } of own)
      if (decidedByPerson.includes(type) && !actor.startsWith('staff:'))
        find('P1', `${of.caseNumber}: ${type} #${number} of ${id} was no person's decision`);
  }
  for (const referral of of.referrals ?? []) checkQuestions(of, events, referral, now, find);
  for (const { id, institution, status } of of.referrals ?? []) {
    const own = byReferral.get(id);
    if (own === undefined) find('P1', `${of.caseNumber}: ${id} is in no history`);
    if (status !== 'proposed') continue;
    const asked = events.findLast(({ type }) => type === 'notice.sent')?.number ?? 0;
    // A notice does what was proposed before it. Whoever proposes it afterwards wants something else.
    if (institution === 'platform' && asked > (own?.[0]?.number ?? 0))
      find('P12', `${of.caseNumber}: ${id} to the platform is open beside the notice #${asked}`);
    if (of.status === 'closed' && of.closedBecause === undefined)
      find('P5', `${of.caseNumber} was closed while nobody had decided on ${id}`);
    if (isOverdue(of, now) && !isEscalated(events))
      find('P5', `${of.caseNumber}: nobody has decided on ${id}, and nobody was called to it`);
  }
}

/** Each question of an institution got a reply, or its clock climbed, unless the matter had ended there. */
export function checkQuestions(
  of: Told['of'],
  events: readonly CaseEvent[],
  { id, status, questions }: Referral,
  now: number,
  find: Find,
): void {
  const own = events.filter(({ data }) => (data as { referral?: string }).referral === id);
  const repliedAt = own.findLast(({ type }) => type === 'referral.replied')?.number ?? 0;
  const [first] = own.filter(({ type, number }) => type === 'referral.asked' && number > repliedAt);
  if (questions?.openSince !== first?.time)
    find('P1', `${of.caseNumber}: ${id} asks since ${questions?.openSince ?? 'never'}, its history says otherwise`);
  if (first === undefined || ['declined', 'completed', 'withdrawn'].includes(status)) return;
  // The longest clock of a question, and the sweep that raises it.
  const latest = Date.parse(first.time) + (24 * 60 + 2) * 60_000;
  const climbed = events.some(
    ({ type, number, data }) =>
      type === 'case.escalated' &&
      number > first.number &&
      (data as { timer: string }).timer.endsWith(`.referral_question.referral-${id}`),
  );
  if (latest < now && !climbed)
    find('P1', `${of.caseNumber}: nobody replied to #${first.number}, and it did not climb`);
}

/** Whether the case is in its first life and beyond its promise. A reopened one runs on clocks of its own. */
function isOverdue({ status, clockNumber, promise }: Told['of'], now: number): boolean {
  // A sweep comes each minute and raises within another.
  const latest = Date.parse(promise.resolveBy) + 2 * 60_000;
  return status !== 'resolved' && status !== 'closed' && clockNumber === 1 && latest < now;
}

const isEscalated = (events: readonly CaseEvent[]): boolean =>
  events.some((event) => event.type === 'case.escalated' && event.data.timer === '1.promise_resolve.report');
