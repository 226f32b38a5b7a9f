import { deskAnswerSchema, type DeskAnswer } from '#shared/contracts/http/public/desk.ts';
import { parseBody } from '#shared/contracts/http/parse-body.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { Decision, Gap } from '#shared/domain/case/decision.ts';
import { decideAnswer, possibleAnswers } from '#shared/domain/referrals/decide-referral.ts';
import type { Log, Measure } from '#shared/lambda/log/log.ts';
import type { CaseWriter, CommandReader, SealedReferral } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import { answerOnce } from '#shared/use-cases/answer-once.ts';
import { commandKey } from '#shared/use-cases/command-key.ts';
import { again } from '#shared/use-cases/decide-again.ts';
import { measureAddressHandOver } from '#shared/use-cases/referrals/measure-address-hand-over.ts';
import { placeOfPart } from '#shared/use-cases/referrals/opened-parts.ts';
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

/**
 * `POST /v1/desk/answer`: the institution acknowledges, accepts, declines or completes, by the rules by which staff record
 * it. One Idempotency-Key takes effect once. Who says it is sealed under the key of the copy.
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
        const gaps = nameGaps(said, inside);
        if (gaps.length > 0) throw new Problem('invalid_fields', 422, { errors: gaps, language });
        const decision = decideAnswer(state.case, referral.id, inputOf(said, inside), actorOf(inside), now);
        if (decision.outcome !== 'change') throw problemOf(decision, inside, language);
        const change = changeCase(state.case, { ...decision.parts, traceparent: request.traceparent }, now);
        const body = stands(change, referral.id);
        const { caseId } = change.after;
        const sealed = sealedName(said, inside);
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

function inputOf({ answer, name, because, outcome }: Omit<DeskAnswer, 'session'>, { session }: Inside) {
  return {
    answer,
    hasName: name !== undefined,
    how: session.spokenBy === undefined ? ('desk' as const) : ('desk_spoken' as const),
    because,
    outcome,
  };
}

/** Whoever answers first says who they are, and what their post is. */
function nameGaps({ name, post }: Omit<DeskAnswer, 'session'>, { referral }: OpenedAccess): Gap[] {
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
  return referralOver(referral, language);
}

/** How the referral stands now, and what can be said next. */
function stands({ after: { referrals = [], revision } }: CaseChange, id: string): Readonly<Record<string, unknown>> {
  const referral = referrals.find((one) => one.id === id);
  if (referral === undefined) throw new Error('The referral is not there.');
  return { referral: id, status: referral.status, canSay: possibleAnswers(referral), revision };
}

/** Each answer is a part of its own, as when staff record it. */
function sealedName(
  { answer, name, post, reference }: Omit<DeskAnswer, 'session'>,
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
