import { factOfOutcome } from './outcome-facts.ts';
import { saysTold, whyUntold, type Missed } from './misses.ts';
import { isWithThem, type Facts } from './facts.ts';
import { means, skew, type Sentence } from './sentences.ts';

const waitMs = 72 * 3_600_000;

/** What is untrue in a sentence, as the facts stand; undefined when it is true. */
type Truth = (facts: Facts, sentence: Sentence) => string | undefined;

const because = (isTrue: boolean, otherwise: string): string | undefined => (isTrue ? undefined : otherwise);

/** Whether somebody read what there was to read under the present clock. Staff who reopen have it before them. */
export function isRead({ isFiled, begun, lastOfClock }: Facts): boolean {
  const isBeforeStaff = begun?.type === 'case.reopened' ? begun.actor !== 'reporter' : isFiled;
  return isBeforeStaff || lastOfClock('case.read') !== undefined;
}

const neverRead: Truth = ({ isFiled, last }) =>
  because(!isFiled && last('case.read') === undefined, 'somebody has read it');

/** The centre wrote, and the reporter has written nothing after it. */
export function awaitsReporter({ last }: Facts): boolean {
  return (last('case.message_posted')?.number ?? 0) > (last('case.information_added')?.number ?? 0);
}

/** Every sentence that a reporter can read of a case, by the name of its text, with what must have happened. */
const truths: readonly (readonly [name: RegExp, is: Truth])[] = [
  [/^status\.(received|triaged)/u, neverRead],
  [/^status\.in_progress/u, (facts) => because(isRead(facts), 'nobody has read it')],
  [
    /^status\.waiting_reporter/u,
    (facts) => because(awaitsReporter(facts), 'nothing of the centre waits for an answer'),
  ],
  [
    /^status\.waiting_institution/u,
    ({ referrals }) => because(referrals.some(isWithThem), 'no institution has anything that it could answer'),
  ],
  [/^status\.(resolved|closed)/u, ({ ended }) => because(ended !== undefined, 'it has not ended')],
  [
    /^reopened$/u,
    (facts) =>
      because(facts.begun?.type === 'case.reopened' && facts.unread.length > 0, 'nothing they wrote waits unread'),
  ],
  [
    /^outcomes(ByFact)?\./u,
    (facts, { name, text, filled }) => {
      const [, outcome = '', fact] = name.split('.');
      return factOfOutcome(facts, outcome, { text, filled }, fact);
    },
  ],
  [
    /^asked\.withdrawal$/u,
    ({ lastOfClock, ended, at }, { filled }) => {
      const asked = lastOfClock('case.withdrawal_requested');
      if (asked === undefined || ended !== undefined) return 'nobody waits with taking it back';
      const until = Date.parse(asked.time) + waitMs;
      if (at > until + skew) return 'the wait is over';
      return because(
        means(filled['until'] ?? '', until, at),
        `they were to wait until ${new Date(until).toISOString()}`,
      );
    },
  ],
  [
    /^asked\.withdrawalWaited/u,
    ({ lastOfClock, ended, at }) => {
      const asked = lastOfClock('case.withdrawal_requested');
      if (asked === undefined || ended !== undefined) return 'nobody asked to take it back';
      return because(at >= Date.parse(asked.time) + waitMs - skew, 'the wait is not over');
    },
  ],
  // What only offers something stands on nothing.
  [/^(callNow|meanwhile|keep)/u, () => undefined],
  [
    /^reopenedByUs/u,
    ({ begun, lastOfClock }) =>
      because(
        begun?.type === 'case.reopened' && lastOfClock('case.read') === undefined,
        'somebody has read it since, or it was not reopened',
      ),
  ],
  [/^sameTeam/u, ({ last }) => because(last('case.handed_over') !== undefined, 'it was never handed over')],
];

const misses = /^(promise|read|message)Missed/u;
/** Who is being told, and of what. */
const tellings: Readonly<Record<string, readonly Missed['what'][]>> = {
  'beingTold.head': ['promise'],
  'beingTold.duty': ['read', 'message'],
};

/** Judges a sentence by what happened; `missed`: what had not come in time, by their own record. */
export function whyUntrue(facts: Facts, sentence: Sentence, missed: readonly Missed[]): string | undefined {
  const { name, filled, text } = sentence;
  const [, what] = misses.exec(name) ?? [];
  if (what !== undefined) {
    const own = missed.filter((miss) => miss.what === what);
    const one = own.find(({ by }) => by.some((time) => means(filled['by'] ?? '', time, facts.at)));
    if (one === undefined) return own.length === 0 ? 'nothing of that was late' : 'it was promised for another time';
    return saysTold(text) ? whyUntold(facts, one) : undefined;
  }
  const told = tellings[name];
  if (told !== undefined) {
    const whys = missed.filter((miss) => told.includes(miss.what)).map((miss) => whyUntold(facts, miss));
    return whys.includes(undefined) ? undefined : (whys[0] ?? 'nothing of that was late');
  }
  const truth = truths.find(([pattern]) => pattern.test(name));
  return truth === undefined ? 'nobody knows what it stands on' : truth[1](facts, sentence);
}
