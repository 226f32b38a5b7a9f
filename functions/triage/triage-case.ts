import { changeCase } from '#shared/domain/case/case-change.ts';
import { reconcileTimers } from '#shared/domain/sla/clocks.ts';
import type { ChangeParts } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { CaseEvent, NewEvent } from '#shared/domain/case/events.ts';
import { eventId, isAhead } from '#shared/domain/case/events.ts';
import { statusAfter } from '#shared/domain/case/lifecycle.ts';
import type { CaseStatus } from '#shared/domain/case/status.ts';
import { assessSeverity, isBelow } from '#shared/domain/report/severity.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { CaseReader, CaseWithTimers, CaseWriter, PossibleDuplicates } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface TriageCaseDeps {
  cases: CaseReader;
  writer: Pick<CaseWriter, 'write'>;
  possibleDuplicates: PossibleDuplicates;
  clock: Clock;
  country: Pick<CountryPack, 'severity' | 'clocks' | 'ladder' | 'timeZone' | 'workingDays'>;
}

/**
 * Triages a case once: judges it anew with what is known now, and notes its possible duplicates. These share an
 * address, an account or a phone with it. What the reporter adds later may share one too, and is noted then. Its
 * severity was judged when it was written. The state, the clocks that begin with it, the events and the DONE row are
 * one transaction.
 */
export function triageCase(deps: TriageCaseDeps): (event: CaseEvent) => Promise<Reaction> {
  return async (event) => {
    const done = { reactor: 'triage', eventId: eventId(event) };
    const reaction = await decideAgain<Reaction>(async () => {
      const of = await deps.cases.load(event.caseId);
      // The case was written together with this event. If it is not there any more, it was erased with its events.
      if (of === undefined) return { outcome: 'ignored', reason: 'case_gone' };
      if (isAhead(event, of.case)) return { outcome: 'ignored', reason: 'event_gone' };
      const status = of.case.triagedAt === undefined ? statusAfter('triage', of.case.status) : undefined;
      if (status === undefined && event.type !== 'case.information_added') {
        return { outcome: 'ignored', reason: 'already_triaged' };
      }
      const now = deps.clock.now();
      const found = await deps.possibleDuplicates.sharedWith(event.caseId);
      const maybeSameAs = hintsWith(of.case.maybeSameAs, found);
      if (status === undefined && found.every((one) => of.case.maybeSameAs.includes(one))) {
        return { outcome: 'ignored', reason: 'nothing_to_change' };
      }
      const parts: ChangeParts =
        status === undefined ? { set: { maybeSameAs }, events: [] } : triageOf(of, status, now, deps.country);
      const trace = event.traceparent === undefined ? {} : { traceparent: event.traceparent };
      const change = changeCase(of.case, { ...parts, set: { ...parts.set, maybeSameAs }, ...trace }, now);
      const written = await deps.writer.write(change, { done });
      return !written.written && written.because === 'conflict' ? again : { outcome: 'done' };
    });
    return reaction === again ? { outcome: 'retry', reason: 'contended' } : reaction;
  };
}

/** How many possible duplicates a case names. People look at a few; the case must not grow without end. */
const hintsAtMost = 50;

/** What was found now, after what was found before. Only the newest of what the reporter added is looked at again. */
function hintsWith(before: readonly string[], found: readonly string[]): string[] {
  return [...before.filter((one) => !found.includes(one)), ...found].slice(-hintsAtMost);
}

function triageOf(
  of: CaseWithTimers,
  status: CaseStatus,
  now: Instant,
  country: TriageCaseDeps['country'],
): ChangeParts {
  const raised = raisedSeverity(of.case, country);
  const set = { ...raised, status, triagedAt: now };
  const { arm, disarm } = reconcileTimers({ ...of.case, ...set }, of.timers, country);
  return {
    set,
    events: [triaged, ...(raised === undefined ? [] : [severityChanged])],
    timersArmed: arm,
    timersDisarmed: disarm,
  };
}

const triaged: NewEvent = { type: 'case.triaged', actor: 'besa:triage', data: {} };
const severityChanged: NewEvent = { type: 'case.severity_changed', actor: 'besa:triage', data: {} };

/**
 * The severity and its reasons when it goes up, else undefined. A machine may raise, never lower. What a person has set
 * by then stands, for that person had the text before them. Source: docs/practice.md, Severity.
 */
function raisedSeverity(
  of: Case,
  country: TriageCaseDeps['country'],
): Pick<Case, 'severity' | 'severityReasons'> | undefined {
  if (of.severityConfirmedBy !== undefined) return undefined;
  const facts = { reported: of.reported, words: of.words, linkedReports: of.linkedCases?.length ?? 0 };
  const { severity, reasons } = assessSeverity(facts, country.severity);
  return isBelow(of.severity, severity) ? { severity, severityReasons: reasons } : undefined;
}
