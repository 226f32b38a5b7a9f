import type { Case } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision, Gap } from '../../case/decision.ts';
import { askedSince, isUnderWay, referralAnswers } from '../../case/referral.ts';
import type { Referral, ReferralQuestions, ReplyWay } from '../../case/referral.ts';
import type { Instant } from '../../time/instant.ts';
import { changed, possibleAnswers } from '../decide-referral.ts';

/** So many questions an institution asks about one referral. A reply needs a question, so the thread has twice as many words. */
export const mostQuestions = 15;

/** Signs of one question, and of one reply. */
export const longestQuestion = 2000;

/** What an institution says by itself: an answer, or a question. */
export const sayings = [...referralAnswers, 'question'] as const;

export type Saying = (typeof sayings)[number];

/** Words belong to a question, and what belongs to an answer does not. */
export function questionGaps(
  answer: Saying,
  said: Readonly<Partial<Record<'text' | 'because' | 'outcome' | 'reference', string>>>,
): Gap[] {
  const isQuestion = answer === 'question';
  const foreign = isQuestion ? (['because', 'outcome', 'reference'] as const) : (['text'] as const);
  return [
    ...(isQuestion && said.text === undefined ? [{ pointer: '/text', code: 'required' } as const] : []),
    ...foreign
      .filter((name) => said[name] !== undefined)
      .map((name) => ({ pointer: `/${name}`, code: 'wrong_form', expected: 'only_with_that_answer' }) as const),
  ];
}

/** What the institution asked, or the centre replied. All of it is sealed. */
export interface SaidWords {
  from: 'institution' | 'centre';
  at: Instant;
  text: string;
  /** Who asked, and their post, where they said so. */
  name?: string;
  post?: string;
  /** How the centre replied. */
  how?: ReplyWay;
}

/** What an institution can say now. */
export function canSay(referral: Referral): Saying[] {
  return [...possibleAnswers(referral), ...(canAsk(referral) ? (['question'] as const) : [])];
}

function canAsk(referral: Referral): boolean {
  return isUnderWay(referral) && (referral.questions?.asked ?? 0) < mostQuestions;
}

/**
 * The institution asks the centre something. It is no answer: the institution's own clocks run on, and a clock of the
 * centre begins. Of several questions the first one's clock runs. Source: docs/practice.md, Referral.
 */
export function decideQuestion(of: Case, id: string, contact: string, now: Instant): Decision {
  return whileUnderWay(of, id, (referral) => {
    const { questions } = referral;
    if (!canAsk(referral)) return refused('questions_full', [], { limit: String(mostQuestions) });
    const next: ReferralQuestions = {
      ...questions,
      asked: (questions?.asked ?? 0) + 1,
      replied: questions?.replied ?? 0,
      askedAt: now,
      openSince: questions?.openSince ?? now,
    };
    return changed(of, { ...referral, questions: next }, [
      { type: 'referral.asked', actor: `institution:${contact}`, data: { referral: id } },
    ]);
  });
}

/** A person replies to all that the institution has asked so far. It ends the clock `referral_question`. */
export function decideReply(of: Case, id: string, how: ReplyWay, by: string, now: Instant): Decision {
  return whileUnderWay(of, id, (referral) => {
    const { questions } = referral;
    if (questions === undefined || askedSince(referral) === undefined) return refused('no_question_waits');
    const { openSince: _, ...rest } = questions;
    return changed(of, { ...referral, questions: { ...rest, replied: rest.replied + 1, repliedAt: now } }, [
      { type: 'referral.replied', actor: `staff:${by}`, data: { referral: id, how } },
    ]);
  });
}

/** Both sides speak while something is to come from the institution, whatever the case has come to. */
function whileUnderWay(of: Case, id: string, decide: (referral: Referral) => Decision): Decision {
  const referral = of.referrals?.find((known) => known.id === id);
  if (referral === undefined) return refused('unknown_referral');
  return isUnderWay(referral) ? decide(referral) : refused('wrong_referral_status');
}
