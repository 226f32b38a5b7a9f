import type { CaseEvent } from '#shared/domain/case/events.ts';
import { digitsIn } from '#test/support/desk-over-http.ts';
import type { Standing, Visit } from '../../actors/institutions/visit.ts';
import type { Find, Told } from '../finding.ts';
import { checkAnswers } from './check-desk-answers.ts';
import { checkSecrets } from './check-desk-secrets.ts';
import type { DeskEvidence } from './desk-evidence.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Functions may disagree about the time by ten minutes where their clocks are apart, and a minute goes by at work. */
const slackMs = 11 * minute;

/**
 * Holds everything that was asked at the desk for institutions against what stood of it then, and against mails and history.
 * No rule of the product is asked. Whatever ended a code or a session, nothing opens with it afterwards. Each answer took
 * effect once. Codes are known to whom they were given. Source: docs/practice.md, Referral.
 */
export function checkDesk(evidence: DeskEvidence, find: Find): void {
  const { visits } = evidence.desk;
  for (const [at, visit] of visits.entries()) {
    if (visit.status !== 200) continue;
    const why = whyClosed(visit, evidence) ?? whyRefused(visit, visits.slice(0, at), evidence);
    if (why !== undefined) find('P7', `the desk opened by ${visit.step} what ${why}`);
  }
  for (const told of evidence.cases) checkAsked(told, evidence, find);
  checkAnswers(evidence, find);
  checkSecrets(evidence, find);
}

/** Why the code opened nothing, before the request and after it alike. */
function whyClosed({ step, before, after, from }: Visit, { areClocksApart }: DeskEvidence): string | undefined {
  const because = reason(before, from, areClocksApart);
  if (because === undefined || reason(after, from, areClocksApart) === undefined) return undefined;
  // The first answer to a key stands, whatever came of the referral since.
  return because === over && step === 'answer' ? undefined : because;
}

const over = 'is over';

function reason({ access, of, contact }: Standing, at: number, areClocksApart: boolean): string | undefined {
  const slack = areClocksApart ? slackMs : minute;
  if (access === undefined || of === undefined) return 'has no such code';
  if (access.revokedAt !== undefined) return 'had been ended';
  if (Date.parse(access.expiresAt) + slack < at) return 'was too old';
  if (contact === undefined || isAway(contact)) return 'was for somebody who is suspended';
  if (isMarked(contact, at, slack)) return 'was for an address whose mails come back';
  const referral = of.referrals?.find(({ id }) => id === access.referral);
  if (referral === undefined) return 'is no referral';
  if (!contact.duties.includes(`institution:${referral.institution}`)) return 'was for another institution';
  if (of.exclusions?.people.includes(contact.id) === true) return 'keeps its reader out';
  if (of.exclusions?.institutions.includes(referral.institution) === true) return 'keeps the institution out';
  const { completedAt } = referral;
  const isEnded = ['dropped', 'declined', 'withdrawn'].includes(referral.status);
  const isLongOver = completedAt !== undefined && Date.parse(completedAt) + 7 * day + slack < at;
  return isEnded || isLongOver ? over : undefined;
}

/** What still waits for somebody's consent is no matter of this check. */
const isAway = ({ active, waiting }: NonNullable<Standing['contact']>): boolean => !active && waiting === undefined;

function isMarked({ unreachable }: NonNullable<Standing['contact']>, at: number, slack: number): boolean {
  return unreachable?.againAt !== undefined && Date.parse(unreachable.againAt) > at + slack;
}

/** Why these digits, or this session, had ended or never been good, by what had been asked and told before. */
function whyRefused(visit: Visit, earlier: readonly Visit[], evidence: DeskEvidence): string | undefined {
  const { access, from } = visit;
  const ofCode = earlier.filter((one) => one.access === access && one.at <= from);
  if (isOlderIssue(visit, earlier)) return 'a newer code had taken the place of';
  if (!evidence.areClocksApart && ofCode.some(saidNotForMe)) return 'somebody had said is not for them';
  return visit.step === 'session'
    ? whyWrongDigits(visit, ofCode, evidence)
    : whyWrongSession(visit, ofCode, evidence.areClocksApart);
}

/** Whether a code of a later issue was seen before. */
function isOlderIssue({ before, from }: Visit, earlier: readonly Visit[]): boolean {
  const own = before.access;
  return earlier.some(({ at, before: { access: other } }) => {
    if (own === undefined || other === undefined || at > from || other.issue <= own.issue) return false;
    return other.caseId === own.caseId && other.referral === own.referral && other.contact === own.contact;
  });
}

/** Somebody said so while the code opened something, and nothing else ended it meanwhile. */
function saidNotForMe({ step, status, before, after, from }: Visit): boolean {
  if (step !== 'not-for-me' || status !== 202 || reason(before, from, false) !== undefined) return false;
  return after.access?.revokedAt !== undefined || reason(after, from, false) === undefined;
}

function whyWrongDigits(
  { digits, before, from }: Visit,
  ofCode: readonly Visit[],
  evidence: DeskEvidence,
): string | undefined {
  const { desk, mails, addresses, areClocksApart } = evidence;
  const contact = before.access?.contact ?? '';
  const told = [
    ...desk.spoken.filter((one) => one.contact === contact && one.digits === digits).map(({ at }) => at),
    ...mails
      .filter(({ to, text }) => to === addresses.get(contact) && digitsIn(text).includes(digits ?? ''))
      .map(({ at }) => at),
  ].filter((at) => at <= from);
  if (told.length === 0) return 'nobody had told the digits of';
  if (Math.max(...told) + 10 * minute + (areClocksApart ? slackMs : minute) < from) return 'had digits of long ago';
  if (ofCode.some((one) => one.step === 'session' && one.status === 200 && one.digits === digits))
    return 'had been opened by the same digits';
  const n = before.access?.code?.n;
  const isWrongTry = (one: Visit): boolean =>
    one.step === 'session' &&
    one.status === 401 &&
    one.before.access?.code?.n === n &&
    one.after.access?.code?.n === n &&
    reason(one.before, one.from, false) === undefined &&
    reason(one.after, one.from, false) === undefined;
  if (!areClocksApart && n !== undefined && ofCode.filter(isWrongTry).length >= 5) return 'five had guessed at';
  return undefined;
}

function whyWrongSession(
  { token, from }: Visit,
  ofCode: readonly Visit[],
  areClocksApart: boolean,
): string | undefined {
  const begun = ofCode.filter(({ step, status }) => step === 'session' && status === 200);
  const own = begun.find(({ body }) => body['session'] === token);
  if (own === undefined) return 'nobody had begun';
  if (own.at + 30 * minute + (areClocksApart ? slackMs : minute) < from) return 'had been begun long ago';
  if (begun.some((one) => one.from > own.at)) return 'another session had taken the place of';
  return undefined;
}

/** Five one-time codes a day for each code of a contact. A reminder brings another one. */
function checkAsked({ of, events }: Told, { areClocksApart }: DeskEvidence, find: Find): void {
  if (areClocksApart) return;
  const asked = Map.groupBy(events.filter(isAsked), ({ number, time, data }) => {
    const issued = events.filter((one) => one.number < number && one.type === 'referral.reminded').length;
    return [data.referral, data.contact, time.slice(0, 10), issued].join(' ');
  });
  for (const [what, times] of asked)
    if (times.length > 5) find('P7', `${of.caseNumber}: ${times.length} one-time codes in a day: ${what}`);
}

const isAsked = (event: CaseEvent): event is CaseEvent & { type: 'referral.code_asked' } =>
  event.type === 'referral.code_asked';
