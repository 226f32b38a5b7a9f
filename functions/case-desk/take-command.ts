import type { Case } from '#shared/domain/case/case.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { Resource } from '#shared/domain/access/authorize.ts';
import { entryOfExclusion } from '#shared/domain/access/entry-of-exclusion.ts';
import type { DecidedChange, Decision } from '#shared/domain/case/decision.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import { receiptAfterExclusions } from '#shared/domain/case/receipts/known-receipt.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type {
  CaseWithTimers,
  CaseWriter,
  CommandReader,
  DeskChange,
  ReceiptChange,
  ReceiptLookups,
  ReceiptsOfCase,
  SealedMessage,
  SealedNote,
  SealedReferral,
} from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';
import { answerOnce, checkIfMatch, revisionAnswer } from '#shared/use-cases/answer-once.ts';
import { commandKey } from '#shared/use-cases/command-key.ts';
import { again } from '#shared/use-cases/decide-again.ts';
import { caseSummary } from '#shared/contracts/http/staff/queue-line.ts';
import { findCase, refuseUnlessAllowed } from './find-case.ts';
import type { FindCaseDeps } from './find-case.ts';
import { problemOfRefusal } from './refusal.ts';

export interface TakeCommandDeps extends FindCaseDeps {
  writer: CaseWriter;
  commands: CommandReader;
  clock: Clock;
  log: Log;
  receipts: ReceiptLookups;
}

export interface Command {
  name: string;
  by: Admitted;
  request: HttpRequest;
  /** What is asked, besides name and path. A retry with other content is refused. */
  content: unknown;
  /** What the right depends on besides the case as it stands. */
  about?: (state: CaseWithTimers, now: Instant) => Promise<Partial<Resource>>;
  /** Decides on the case as just read. It runs again on the next state when somebody else wrote first. */
  decide: (state: CaseWithTimers, now: Instant) => Decision | Promise<Decision>;
  /** Seals the message that goes into the same transaction. */
  seal?: (change: CaseChange, now: Instant) => Promise<SealedMessage | undefined>;
  /** Seals the part of a referral that goes into the same transaction. */
  sealReferral?: (change: CaseChange) => Promise<SealedReferral | undefined>;
  /** Issues or ends access codes of institutions in the same transaction. */
  changeAccess?: (change: CaseChange, now: Instant) => Promise<DeskChange>;
  /** Seals the note that goes into the same transaction. */
  sealNote?: (change: CaseChange, now: Instant) => Promise<SealedNote>;
  /** Codes and numbers that the answer has besides. They are kept with it for a retry, so no word may be among them. */
  alsoAnswers?: () => Readonly<Record<string, unknown>>;
  /** Makes the change of the reporter's receipt that goes into the same transaction. */
  changeReceipt?: (change: CaseChange) => Promise<ReceiptChange>;
  /** Hears of a change that took effect, once: not at a retry. */
  taken?: (change: CaseChange) => void;
}

/**
 * Does a staff command once: state, events, timers, message and the COMMAND row are one transaction. A retry with the
 * same key and content is answered from that row, whatever has happened since. A retry with other content is refused.
 * Throws a `Problem` for everything but a command that is done.
 */
export function takeCommand(deps: TakeCommandDeps): (command: Command) => Promise<HttpAnswer> {
  return async (command) => {
    const { name, by, request, content, about, decide, seal, sealReferral, changeAccess } = command;
    const { sealNote, changeReceipt, taken } = command;
    const key = commandKey(request, { name, path: request.path, content });

    const lookUp = () => deps.commands.command(by.id, key.keyHash);
    return answerOnce(lookUp, key.fingerprint, async () => {
      const state = await findCase(deps, request.path['number']);
      const now = deps.clock.now();
      refuseUnlessAllowed(state.case, by, await about?.(state, now));
      checkIfMatch(request, state.case, () => ({ case: caseSummary(state.case) }));
      const decision = await decide(state, now);
      if (decision.outcome === 'refused') throw problemOfRefusal(decision, state.case);
      const waitsFor = decision.outcome === 'change' ? decision.waitsFor : undefined;
      const also = { ...command.alsoAnswers?.(), ...(waitsFor === undefined ? {} : { waitsFor }) };
      if (decision.outcome === 'unchanged') {
        return revisionAnswer({ ...caseSummary(state.case), ...also }, state.case.revision);
      }

      const { traceparent } = request;
      const parts = withCodeVoided(state.case, decision.parts, by.id, now);
      const change = changeCase(state.case, { ...parts, traceparent }, now);
      const other = decision.other && changeCase(decision.other.of, { ...decision.other.parts, traceparent }, now);
      const message = await seal?.(change, now);
      const referral = await sealReferral?.(change);
      const desk = await changeAccess?.(change, now);
      const note = await sealNote?.(change, now);
      const receipt = (await changeReceipt?.(change)) ?? (await voidedIn(deps, change));
      const access = entryOfExclusion(change, by.id);
      const { caseId, revision } = change.after;
      const answer = JSON.stringify({ ...caseSummary(change.after), ...also });
      const { refusal } = decision;
      const written = await deps.writer.write(change, {
        // A refused command is not done, so no retry may be answered as if it were.
        ...(refusal === undefined ? { command: { actor: by.id, ...key, caseId, at: now, answer } } : {}),
        ...(message === undefined ? {} : { message }),
        ...(referral === undefined ? {} : { referral }),
        ...(desk === undefined ? {} : { desk }),
        ...(note === undefined ? {} : { note }),
        ...(receipt === undefined ? {} : { receipt }),
        ...(access === undefined ? {} : { access }),
        ...(other === undefined ? {} : { other }),
      });
      if (written.written) {
        taken?.(change);
        if (refusal !== undefined) throw problemOfRefusal({ outcome: 'refused', gaps: [], ...refusal }, change.after);
        deps.log('command_done', { caseId });
        return revisionAnswer(JSON.parse(answer) as HttpAnswer['body'], revision);
      }
      return written.because === 'command_known' ? { known: written.command } : again;
    });
  };
}

/**
 * Whatever command keeps somebody out who knows the code, at once or once a second person agrees: the code is voided in
 * the same change. Source: docs/practice.md, Reporter's side.
 */
function withCodeVoided(of: Case, parts: DecidedChange, by: string, now: Instant): DecidedChange {
  const { exclusions = of.exclusions, approvals = of.approvals } = parts.set;
  const next = { ...of, exclusions, approvals } as Case;
  const out = (of.receiptKnownTo ?? []).map((knower) => knower.by).filter((id) => isKeptOut(next, id));
  const voided = receiptAfterExclusions(of, out, `staff:${by}`, now);
  if (voided === undefined) return parts;
  return { ...parts, set: { ...parts.set, ...voided.set }, events: [...parts.events, ...voided.events] };
}

/** What the change does to the rows of the code, when it voids it. */
async function voidedIn(
  deps: Pick<TakeCommandDeps, 'receipts'>,
  change: CaseChange,
): Promise<ReceiptChange | undefined> {
  const { before, after } = change;
  if (before.receiptVoidedAt !== undefined || after.receiptVoidedAt === undefined) return undefined;
  return { before: await receiptsBefore(deps, before.caseId), dead: 'voided' };
}

/** The receipts of a case as they stand. They change only with its revision, so they are right if the change is written. */
export async function receiptsBefore(
  { receipts }: Pick<TakeCommandDeps, 'receipts'>,
  caseId: string,
): Promise<ReceiptsOfCase> {
  const before = await receipts.receiptsOf(caseId);
  if (before === undefined) throw new Error('A case has no row that says what leads to it.');
  return before;
}
