import { deskAnswerSchema, type DeskAnswer } from '#shared/contracts/http/public/desk.ts';
import { parseBody } from '#shared/contracts/http/parse-body.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { Decision, Gap } from '#shared/domain/case/decision.ts';
import { decideAnswer } from '#shared/domain/referrals/decide-referral.ts';
import type { ReferralAnswer } from '#shared/domain/referrals/decide-referral.ts';
import { canSay, decideQuestion, questionGaps } from '#shared/domain/referrals/desk/question.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { Log, Measure } from '#shared/lambda/log/log.ts';
import type { CaseWriter, CommandReader, SealedReferral } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import { answerOnce } from '#shared/use-cases/answer-once.ts';
import { commandKey } from '#shared/use-cases/command-key.ts';
import { again } from '#shared/use-cases/decide-again.ts';
import { measureAddressHandOver } from '#shared/use-cases/referrals/measure-address-hand-over.ts';
import { placeOfPart } from '#shared/use-cases/referrals/opened-parts.ts';
import { sealWords } from '#shared/use-cases/referrals/referral-thread.ts';
import { openSession, referralOver, type OpenAccess, type OpenedAccess } from './open-access.ts';

export interface AnswerReferralDeps {
  openAccess: OpenAccess;
  writer: Pick<CaseWriter, 'write'>;
  commands: CommandReader;
  clock: Clock;
  log: Log;
  measure: Measure;
}

type Inside = Awaited<ReturnType<typeof openSession>>;
type Said = Omit<DeskAnswer, 'session'>;

/**
 * `POST /v1/desk/answer`: the institution acknowledges, accepts, declines or completes, by the rules by which staff record
 * it; or it asks something. One Idempotency-Key takes effect once. Who says it, and a question, are sealed under the key of
 * the copy.
 */
export function answerReferral(deps: AnswerReferralDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const measured = measureAddressHandOver(deps.measure);
  return async (request) => {
    const { language } = request;
    const { session, ...said } = parseBody(deskAnswerSchema, request.body);
    const { contact, referral } = await openSession(deps, session, language);
    const key = commandKey(request, { name: 'desk answer', referral: referral.id, said });
    return answerOnce(
      () => deps.commands.command(contact.id, key.keyHash),
      key.fingerprint,
      async () => {
        const inside = await openSession(deps, session, language);
        const { state } = inside;
        if (inside.isOver) throw referralOver(inside.referral, language);
        const now = deps.clock.now();
        const gaps = [...nameGaps(said, inside), ...questionGaps(said.answer, said)];
        if (gaps.length > 0) throw new Problem('invalid_fields', 422, { errors: gaps, language });
        const decision = decide(said, inside, now);
        if (decision.outcome !== 'change') throw problemOf(decision, inside, language);
        const change = changeCase(state.case, { ...decision.parts, traceparent: request.traceparent }, now);
        const body = stands(change, referral.id);
        const { caseId } = change.after;
        const sealed = sealedWords(said, inside, change, now);
        const written = await deps.writer.write(change, {
          command: { actor: contact.id, ...key, caseId, at: now, answer: JSON.stringify(body) },
          ...(sealed === undefined ? {} : { referral: sealed }),
        });
        if (!written.written) return written.because === 'command_known' ? { known: written.command } : again;
        measured(change);
        deps.log('desk_used', { caseId });
        return { status: 200, body };
      },
    );
  };
}

const actorOf = ({ contact }: OpenedAccess) => `institution:${contact.id}` as const;

function decide({ answer, name, because, outcome }: Said, inside: Inside, now: Instant): Decision {
  const { state, referral, contact, session } = inside;
  if (answer === 'question') return decideQuestion(state.case, referral.id, contact.id, now);
  const how = session.spokenBy === undefined ? 'desk' : 'desk_spoken';
  const input = { answer, hasName: name !== undefined, how, because, outcome } as const;
  return decideAnswer(state.case, referral.id, input, actorOf(inside), now);
}

/** Whoever answers first says who they are, and what their post is. */
function nameGaps({ name, post }: Said, { referral }: OpenedAccess): Gap[] {
  if (referral.acknowledgedAt !== undefined) return [];
  return [
    ...(name === undefined ? [{ pointer: '/name', code: 'required' } as const] : []),
    ...(post === undefined ? [{ pointer: '/post', code: 'required' } as const] : []),
  ];
}

function problemOf(
  decision: Exclude<Decision, { outcome: 'change' }>,
  { referral }: OpenedAccess,
  language: string,
): Problem {
  if (decision.outcome === 'refused' && decision.because === 'fields_missing') {
    return new Problem('invalid_fields', 422, { errors: decision.gaps, language });
  }
  if (decision.outcome === 'refused' && decision.because === 'questions_full') {
    const { because, facts } = decision;
    return new Problem('conflict', 409, { language, extra: { because, status: referral.status, ...facts } });
  }
  return referralOver(referral, language);
}

/** How the referral stands now, and what can be said next. */
function stands({ after: { referrals = [], revision } }: CaseChange, id: string): Readonly<Record<string, unknown>> {
  const referral = named(referrals, id);
  return { referral: id, status: referral.status, canSay: canSay(referral), revision };
}

function named(referrals: readonly Referral[], id: string): Referral {
  const referral = referrals.find((one) => one.id === id);
  if (referral === undefined) throw new Error('The referral is not there.');
  return referral;
}

/** A question is the newest of the thread. Of an answer, who said it is sealed. */
function sealedWords(
  said: Said,
  inside: OpenedAccess,
  { after: { caseId, referrals = [] } }: CaseChange,
  at: Instant,
): SealedReferral | undefined {
  const { answer, text, name, post } = said;
  if (answer !== 'question') return sealedName({ ...said, answer }, inside);
  if (text === undefined) throw new Error('A question has words.');
  const who = { ...(name === undefined ? {} : { name }), ...(post === undefined ? {} : { post }) };
  const referral = named(referrals, inside.referral.id);
  return sealWords(inside.copyKey, caseId, referral, { from: 'institution', at, text, ...who });
}

/** Each answer is a part of its own, as when staff record it. */
function sealedName(
  { answer, name, post, reference }: Said & Pick<ReferralAnswer, 'answer'>,
  { state, referral, copyKey }: OpenedAccess,
): SealedReferral | undefined {
  if (name === undefined && post === undefined && reference === undefined) return undefined;
  const { caseId } = state.case;
  const part = answer === 'acknowledged' ? 'answer' : answer;
  const who = name === undefined ? {} : { [answer === 'acknowledged' ? 'acknowledgedBy' : 'saidBy']: name };
  const said = { ...who, ...(post === undefined ? {} : { post }), ...(reference === undefined ? {} : { reference }) };
  const sealed = sealField(copyKey, JSON.stringify(said), placeOfPart(caseId, referral.id, part));
  return { caseId, id: referral.id, part, sealed };
}
