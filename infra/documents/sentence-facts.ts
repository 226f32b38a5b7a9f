import type { CountryPack, FollowUpTexts, ReporterTexts } from '#shared/domain/country-pack.ts';
import type { AddressedText } from '#shared/domain/text.ts';
import type { EventType } from '#shared/domain/case/events.ts';
import type { OutcomeFact } from '#shared/domain/case/outcomes/outcome-fact.ts';
import { standingOutcomes } from '#shared/domain/case/outcomes/standing-outcomes.ts';
import { firstMiss } from '#shared/domain/case/promise.ts';
import { leftAt } from '#shared/domain/case/referral.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { unreadSince } from '#shared/domain/case/unseen/unread.ts';
import { waitsForInstitution } from '#shared/domain/case/told/told-status.ts';
import { isUnanswered } from '#shared/domain/case/told/written-to.ts';

/**
 * The rules over a case's state that a sentence can stand on, besides events. Each name is the rule itself, so that none
 * can be named that does not exist.
 */
export const stateRules = {
  waitsForInstitution,
  isUnanswered,
  leftAt,
  firstMiss,
  unreadSince,
  isOver,
  standingOutcomes,
} as const;

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

/** What reporters read in the first answers and with their code. */
export type EveryReporterText = ReporterTexts & FollowUpTexts;

export async function everyReporterText(
  pack: Pick<CountryPack, 'reporterTexts' | 'loadFollowUpTexts'>,
): Promise<EveryReporterText> {
  return { ...pack.reporterTexts, ...(await pack.loadFollowUpTexts()) };
}

type FactsOf<T> = { readonly [K in keyof T]: T[K] extends AddressedText ? SentenceFact : FactsOf<T[K]> };

const ended = { events: ['case.resolved'], rules: ['isOver'] } as const;

/** An outcome is told while `standingOutcomes` names it. `more`: what must have happened besides its recording. */
const outcome = (because: string, ...more: EventType[]): SentenceFact => ({
  events: ['case.resolved', 'case.outcome_corrected', ...more],
  rules: ['standingOutcomes'],
  because,
});

const acknowledged = (whom: string): SentenceFact =>
  outcome(`A referral to ${whom} was acknowledged and not taken back or declined since.`, 'referral.acknowledged');

const meanwhile: SentenceFact = { events: ['case.received'], because: 'Advice. It says nothing of the case.' };

/**
 * The fact that each sentence to a reporter stands on. A text without a fact does not compile.
 * `docs/generated/reporter-sentences.md` is made from it. Source: docs/design.md, Promises, P12.
 */
export const sentenceFacts: FactsOf<Omit<EveryReporterText, 'moments' | 'outcomesByFact'>> = {
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
  meanwhile: {
    taken_or_hurt: meanwhile,
    violence: meanwhile,
    self_harm: meanwhile,
    missing: meanwhile,
    extortion: meanwhile,
    partner: meanwhile,
    now: meanwhile,
    soon: meanwhile,
    later: meanwhile,
  },
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
      rules: ['isUnanswered'],
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
    content_removed: outcome('A platform answered so, and none has answered since that it stays.', 'notice.answered'),
    content_still_up: outcome('The centre wrote, and not every platform says that it is gone.', 'case.message_posted'),
    account_recovered_or_closed: outcome('A person looked, or a platform answered so, and none says otherwise since.'),
    police_involved: acknowledged('the police'),
    child_protection_involved: acknowledged('child protection'),
    school_supporting: acknowledged('a school or an education office'),
    helpline_support: outcome('The centre wrote.', 'case.message_posted'),
    advice_given: outcome('The centre wrote.', 'case.message_posted'),
    site_passed_on: acknowledged('those who can block a page'),
    nothing_more_possible: outcome("It is the centre's own word."),
    no_answer_from_reporter: outcome(
      'The centre wrote, and the reporter has not written since.',
      'case.message_posted',
    ),
    withdrawn: outcome(
      'It was asked for with the code, and the wait and the look are over.',
      'case.withdrawal_requested',
    ),
    same_event: outcome('The case is linked, and its parent case was resolved before.', 'case.linked'),
    outside_our_work: outcome('A person named who helps instead.'),
    test: outcome("It is the centre's own word."),
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

/** What a sentence of `outcomesByFact` stands on, by the fact that it is chosen for. */
const factsOfOutcomes: Readonly<Record<OutcomeFact, SentenceFact>> = {
  referral: outcome('An institution of that kind acknowledged a referral.', 'referral.acknowledged'),
  call: outcome('An institution of that kind was called, and the call is recorded.', 'referral.acknowledged'),
  notice: outcome('A platform answered so, and none says otherwise since.', 'notice.answered'),
  message: outcome('The centre wrote.', 'case.message_posted'),
  withdrawal: outcome('It was asked for with the code.', 'case.withdrawal_requested'),
  lead_case: outcome('The case is linked.', 'case.linked'),
  other_door: outcome('A person named who helps instead.'),
  own_look: outcome('A person looked, and no platform says otherwise since.'),
  spoken_to: outcome('A person recorded with whom they spoke, and why.', 'case.noted'),
  asked_in_talk: outcome('A person recorded that the reporter asked for it in a talk.'),
  stated: outcome("It is the centre's own word."),
};

/** One sentence with its place in the texts, such as `asked.lock`, and its fact. */
export interface SentenceWithFact {
  place: string;
  text: AddressedText;
  fact: SentenceFact;
}

/** Every sentence that reporters can read, beside its fact, in the order of the facts. */
export function sentencesWithFacts(texts: EveryReporterText): SentenceWithFact[] {
  const plain = placed(sentenceFacts).map(({ place, fact }) => {
    const text = place.split('.').reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], texts);
    return { place, fact, text: text as AddressedText };
  });
  return [...plain, ...byFact(texts)];
}

function byFact({ outcomesByFact }: EveryReporterText): SentenceWithFact[] {
  return Object.entries(outcomesByFact).flatMap(([ended, variants]) =>
    Object.entries(variants).map(([fact, text]) => ({
      place: `outcomesByFact.${ended}.${fact}`,
      text,
      fact: factsOfOutcomes[fact as OutcomeFact],
    })),
  );
}

function placed(facts: object, within = ''): { place: string; fact: SentenceFact }[] {
  return Object.entries(facts).flatMap(([key, value]: [string, object]) =>
    'because' in value
      ? [{ place: `${within}${key}`, fact: value as SentenceFact }]
      : placed(value, `${within}${key}.`),
  );
}
