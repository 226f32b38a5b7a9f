import type { ReporterTexts } from '../../country-pack.ts';
import type { Text } from '../../text.ts';
import type { EventType } from '../events.ts';
import { firstMiss } from '../promise.ts';
import { leftAt } from '../referral.ts';
import { isOver } from '../status.ts';
import { unreadSince } from '../unseen/unread.ts';
import { waitsForInstitution, waitsForReporter } from './told-status.ts';

/**
 * The rules over a case's state that a sentence can stand on, besides events. Each name is the rule itself, so that none
 * can be named that does not exist.
 */
export const stateRules = { waitsForInstitution, waitsForReporter, leftAt, firstMiss, unreadSince, isOver } as const;

export type StateRule = keyof typeof stateRules;

/** What makes a sentence true. */
export interface SentenceFact {
  /** What must have happened: events of the catalogue. */
  events: readonly EventType[];
  /** What must hold at the moment of telling. */
  rules?: readonly StateRule[];
  /** The same in words. */
  because: string;
}

type FactsOf<T> = { readonly [K in keyof T]: T[K] extends Text ? SentenceFact : FactsOf<T[K]> };

const ended = { events: ['case.resolved'], rules: ['isOver'] } as const;
const meanwhile: SentenceFact = { events: ['case.received'], because: 'Advice. It says nothing of the case.' };

/**
 * The fact that each sentence to a reporter stands on. A text without a fact does not compile.
 * `docs/generated/reporter-sentences.md` is made from it. Source: docs/design.md, Promises, P12.
 */
export const sentenceFacts: FactsOf<Omit<ReporterTexts, 'moments'>> = {
  nextStep: {
    willBeRead: {
      events: ['case.received', 'case.information_added'],
      because: 'The report or message has just been stored, or its promised reading time is still ahead.',
    },
    filed: {
      events: ['case.received'],
      because: 'Staff entered the report. Whoever does has read it, and the access log says so.',
    },
    filedLate: {
      events: ['case.received'],
      because: 'The same, and the promised reading time had passed when it was entered.',
    },
    reportAgain: {
      events: ['case.received'],
      because: 'The report is stored. Its promised reading time has passed, and intake does not know who has read it.',
    },
    messageAgain: {
      events: ['case.information_added'],
      because: 'The message is stored. Its promised reading time has passed.',
    },
  },
  meanwhile: { critical: meanwhile, high: meanwhile, normal: meanwhile, low: meanwhile },
  keep: { events: ['case.received'], because: 'The code opens the thread. The case goes on without it.' },
  firstReportArrived: { events: ['case.received'], because: 'The key is that of a stored report.' },
  asked: {
    withdrawal: {
      events: ['case.withdrawal_requested'],
      because: 'The request is stored. No case ends as withdrawn before the wait is over and a person has looked.',
    },
    withdrawalWaited: {
      events: ['case.withdrawal_requested'],
      because: 'The same, and the wait is over. The case has not ended.',
    },
    lock: { events: ['case.locked'], because: 'The key of the code is removed in the same transaction.' },
    helped: { events: ['case.helped'], because: 'The answer is stored.' },
  },
  status: {
    received: { events: ['case.received'], rules: ['unreadSince'], because: 'No trained person has opened it.' },
    triaged: { events: ['case.triaged'], rules: ['unreadSince'], because: 'No trained person has opened it.' },
    in_progress: { events: ['case.read'], because: 'A trained person has opened it under the present clock.' },
    waiting_reporter: {
      events: ['case.message_posted'],
      rules: ['waitsForReporter'],
      because: 'The centre wrote, and the reporter has not written since.',
    },
    waiting_institution: {
      events: ['referral.sent', 'referral.acknowledged'],
      rules: ['waitsForInstitution'],
      because: 'A referral was sent or called, and is open.',
    },
    resolved: { ...ended, because: 'A person resolved the case.' },
    closed: { events: ['case.closed'], rules: ['isOver'], because: 'A person closed the case.' },
  },
  reopened: {
    events: ['case.reopened', 'case.information_added'],
    rules: ['unreadSince'],
    because: 'The reporter wrote that it goes on, and nobody has opened that yet.',
  },
  reopenedByUs: {
    events: ['case.reopened'],
    rules: ['unreadSince'],
    because: 'It was reopened without a word of the reporter, and nobody has opened it yet.',
  },
  outcomes: {
    content_removed: { ...ended, because: 'A takedown notice was answered so, or a person looked.' },
    content_still_up: { ...ended, because: 'A person resolved it so.' },
    account_recovered_or_closed: { ...ended, because: 'A person resolved it so.' },
    police_involved: { ...ended, because: 'A person resolved it so.' },
    child_protection_involved: { ...ended, because: 'A person resolved it so.' },
    school_supporting: { ...ended, because: 'A person resolved it so.' },
    helpline_support: { ...ended, because: 'A person resolved it so.' },
    advice_given: { ...ended, because: 'A person resolved it so.' },
    site_passed_on: { ...ended, because: 'A person resolved it so.' },
    nothing_more_possible: { ...ended, because: 'A person resolved it so.' },
    no_answer_from_reporter: { ...ended, because: 'A person resolved it so.' },
    withdrawn: { ...ended, because: 'A person resolved it so, after a request and its wait.' },
    same_event: { ...ended, because: 'A person resolved it so, after its parent case.' },
    outside_our_work: { ...ended, because: 'A person resolved it so, with another door named.' },
    test: { ...ended, because: 'A person resolved it so.' },
  },
  promiseMissed: { events: [], rules: ['firstMiss'], because: 'A promised answer came late or has not come.' },
  readMissed: {
    events: [],
    rules: ['firstMiss'],
    because: 'The report was opened late or not yet. No answer is late.',
  },
  messageMissed: {
    events: ['case.information_added'],
    rules: ['unreadSince'],
    because: 'A message is unread after its promised reading time.',
  },
  beingTold: {
    head: {
      events: [],
      rules: ['firstMiss'],
      because: 'A promise clock is missed and still runs. It calls the supervisor at once, and whoever is owed it.',
    },
    duty: {
      events: [],
      rules: ['unreadSince'],
      because: 'The clock of reading is missed and still runs. It calls the officer on duty first.',
    },
  },
  callNow: { events: [], rules: ['firstMiss'], because: 'Advice. It stands after every miss.' },
  sameTeam: { events: ['case.handed_over'], because: 'The case was transferred to another team and has not ended.' },
  takenBack: {
    events: ['referral.withdrawn'],
    rules: ['leftAt'],
    because: 'The referral had left, and a person withdrew it.',
  },
};

/** One sentence with its place in the texts, such as `asked.lock`, and its fact. */
export interface SentenceWithFact {
  place: string;
  text: Text;
  fact: SentenceFact;
}

/** Every sentence that reporters can read, beside its fact, in the order of the facts. */
export function sentencesWithFacts(texts: ReporterTexts): SentenceWithFact[] {
  return placed(sentenceFacts).map(({ place, fact }) => {
    const text = place.split('.').reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], texts);
    return { place, fact, text: text as Text };
  });
}

function placed(facts: object, within = ''): { place: string; fact: SentenceFact }[] {
  return Object.entries(facts).flatMap(([key, value]: [string, object]) =>
    'because' in value
      ? [{ place: `${within}${key}`, fact: value as SentenceFact }]
      : placed(value, `${within}${key}.`),
  );
}
