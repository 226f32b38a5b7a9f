import { country } from '#shared/country/current.ts';
import { isTakenOn, type Facts } from './facts.ts';

/** What is told of an outcome: its text, and what was filled in. */
interface Telling {
  text: string;
  filled: Readonly<Record<string, string>>;
}

const { institutions } = await country.loadReferrals();

/** Whether an institution of this kind has it. */
function isWith({ referrals }: Facts, kind: string): boolean {
  const codes = institutions.filter((one) => one.kind === kind).map(({ code }) => code);
  return referrals.some((referral) => codes.includes(referral.institution) && isTakenOn(referral));
}

interface SaidFact {
  outcome: string;
  ownLook?: boolean;
  spokenTo?: object;
}

/** When a person last said that they saw it themselves, or whom they spoke to: ms since 1970. */
function saidAt({ said }: Facts, outcome: string): number | undefined {
  return said.findLast(({ body }) => {
    const facts = (body['facts'] ?? []) as SaidFact[];
    return facts.some((fact) => fact.outcome === outcome && (fact.ownLook === true || fact.spokenTo !== undefined));
  })?.at;
}

/** The newest answer of a platform, with when it came. */
function newestAnswer({ events, told }: Facts): { answer: string; at: number } | undefined {
  const event = events.findLast(({ type }) => type === 'notice.answered');
  const { notice } = (event?.data ?? {}) as { notice?: string };
  const answer = told.of.notices?.find(({ id }) => id === notice)?.answer;
  return event === undefined || answer === undefined ? undefined : { answer, at: Date.parse(event.time) };
}

const gone: readonly string[] = ['removed', 'account_closed'];

function isDown(facts: Facts, outcome: string, answers: readonly string[]): boolean {
  const answered = newestAnswer(facts);
  const seen = saidAt(facts, outcome) ?? -Infinity;
  if (answered !== undefined && answered.at >= seen) return answers.includes(answered.answer);
  return seen > -Infinity;
}

const hasWritten = ({ last }: Facts): boolean => last('case.message_posted') !== undefined;
const hasSpoken = ({ last, isFiled }: Facts): boolean => isFiled || last('case.reporter_spoken_to') !== undefined;

/** Nothing came from the reporter after the centre had written, and it ended only later. */
function heardNothing({ events, last, lastOfClock }: Facts): boolean {
  const resolved = lastOfClock('case.resolved')?.time ?? '';
  const asked = events.findLast(({ type, time }) => type === 'case.message_posted' && time < resolved);
  return asked !== undefined && (last('case.information_added')?.number ?? 0) < asked.number;
}

/** The reporter asked under the present clock, before the case ended; or said it to somebody. */
const wasWithdrawn = (facts: Facts): boolean =>
  facts.lastOfClock('case.withdrawal_requested') !== undefined || hasSpoken(facts) || saidAt(facts, 'withdrawn') !== undefined;

const byOutcome: Readonly<Record<string, (facts: Facts, telling: Telling) => boolean | string>> = {
  content_removed: (facts) => isDown(facts, 'content_removed', gone) || 'nothing says that it is down',
  account_recovered_or_closed: (facts) =>
    isDown(facts, 'account_recovered_or_closed', ['account_closed']) || 'nothing says that the account is',
  content_still_up: (facts) => {
    const answered = newestAnswer(facts)?.answer;
    return answered === undefined || !gone.includes(answered) || 'the platform says that it is down';
  },
  police_involved: (facts) => isInvolved(facts, 'police_involved', 'police'),
  child_protection_involved: (facts) => isInvolved(facts, 'child_protection_involved', 'child_protection'),
  school_supporting: (facts) => isInvolved(facts, 'school_supporting', 'school'),
  site_passed_on: (facts) => isInvolved(facts, 'site_passed_on', 'cyber_authority'),
  helpline_support: (facts) =>
    hasWritten(facts) ||
    hasSpoken(facts) ||
    facts.last('case.handed_over') !== undefined ||
    saidAt(facts, 'helpline_support') !== undefined ||
    'nobody wrote or spoke to them',
  advice_given: () => true,
  nothing_more_possible: () => true,
  no_answer_from_reporter: (facts) => heardNothing(facts) || 'they answered, or were not asked',
  withdrawn: (facts) => wasWithdrawn(facts) || 'nobody asked for it',
  same_event: ({ last }, { text }) =>
    /someone else|somebody else|dikush tjetër/iu.test(text)
      ? 'it tells one reporter of another'
      : last('case.linked') !== undefined || 'it was linked to none',
  outside_our_work: ({ told }, { filled }) => {
    const door = institutions.find(({ code }) => code === told.of.otherDoor);
    if (door === undefined) return 'no other door is known';
    return filled['door'] === undefined || Object.values(door.name).includes(filled['door']) || 'it names another door';
  },
  test: () => true,
};

function isInvolved(facts: Facts, outcome: string, kind: string): boolean | string {
  return isWith(facts, kind) || saidAt(facts, outcome) !== undefined || `no ${kind} has it`;
}

/** What of an outcome's sentence did not happen; undefined when all of it did. */
export function factOfOutcome(facts: Facts, outcome: string, telling: Telling): string | undefined {
  if (facts.ended === undefined) return 'it has not ended';
  const isSo = byOutcome[outcome]?.(facts, telling) ?? 'nobody knows what it stands on';
  if (isSo !== true) return String(isSo);
  // Whatever the outcome is, only who was written to was told anything.
  const saysTold = /we have told you|të kemi treguar|ju kemi treguar/iu.test(telling.text);
  return saysTold && !hasWritten(facts) && !hasSpoken(facts) ? 'nobody told them anything' : undefined;
}
