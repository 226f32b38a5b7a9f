import type { KeptLine } from '../../api/answers.ts';
import { isPast, sayAt, sayBy, sayLeft, saySince } from '../../frame/moments.ts';
import { nameOf } from '../../frame/people.ts';
import { centreWords, labelOf, say, words } from '../../frame/texts.ts';
import { ApprovalCard } from '../approvals/approval-card.tsx';

export interface KeptProps {
  line: KeptLine;
  /** When the API said so. What is due by then is done with the next run. */
  now: string;
  /** Somebody decided on a request here. */
  onDecided: () => void;
}

/** When an ended case is erased, why it is kept until then, and what keeps it back. */
export function DueCase({ line: { keeping, outcome, severity, assignee }, now }: KeptProps) {
  const w = centreWords().keeping;
  if (keeping === undefined) return null;
  const { endedAt, because, days, eraseAt, tellAt, told, waitsFor } = keeping;
  const by = [labelOf('outcomes', outcome), labelOf('severities', severity)].filter(Boolean).join(', ');
  const why = `${labelOf('keptBecause', because)} (${by})`;
  return (
    <>
      <p>
        <strong>
          {eraseAt === undefined
            ? w.noDate
            : eraseAt <= now
              ? w.nextRun
              : say(w.erasedAt, { at: sayAt(eraseAt), left: sayLeft(eraseAt) })}
        </strong>
      </p>
      {waitsFor.map((one) => (
        <p key={one} class="missed">
          {w.waitsFor[one]}
        </p>
      ))}
      <p>
        {say(w.endedAt, { at: sayAt(endedAt) })}{' '}
        {days === undefined ? `${labelOf('keptBecause', because)}.` : say(w.keptFor, { n: String(days), why })}
      </p>
      <p>
        {assignee === undefined ? w.noOwner : say(w.owner, { name: nameOf(assignee) })}{' '}
        {told !== undefined
          ? say(w.toldAt, { at: sayAt(told.at) })
          : tellAt === undefined
            ? ''
            : tellAt <= now
              ? w.tellNext
              : say(w.tellAt, { at: sayAt(tellAt) })}
      </p>
    </>
  );
}

/** Since when a case is held, by whom and why. */
export function HeldCase({ line: { hold } }: KeptProps) {
  if (hold === undefined) return null;
  return (
    <p>
      <strong>{labelOf('holdReasons', hold.because)}</strong>, {saySince(hold.since)}.{' '}
      {say(centreWords().keeping.heldBy, { name: nameOf(hold.by), at: sayAt(hold.since) })}
    </p>
  );
}

/** The reporter's wish to take the report back, and erasures to decide on. */
export function RequestsOfCase({ line: { caseNumber, withdrawal, approvals = [] }, onDecided }: KeptProps) {
  const w = centreWords().keeping;
  return (
    <>
      {withdrawal === undefined ? null : (
        <p>
          {say(w.withdrawal, { at: sayAt(withdrawal.askedAt) })}{' '}
          {isPast(withdrawal.waitUntil) ? w.waitOver : say(w.waitsUntil, { at: sayAt(withdrawal.waitUntil) })}{' '}
          {withdrawal.lookedAt === undefined ? w.notLooked : say(w.lookedAt, { at: sayAt(withdrawal.lookedAt) })}
        </p>
      )}
      {approvals.map((approval) => (
        <ApprovalCard key={approval.id} number={caseNumber} approval={approval} isPrimary={false} onDone={onDecided} />
      ))}
    </>
  );
}

/** Every export of a case, with what became of it. One that waits is decided here. */
export function ExportsOfCase({ line: { caseNumber, approvals = [] }, onDecided }: KeptProps) {
  return (
    <>
      {approvals.map((approval) =>
        approval.state === 'pending' ? (
          <ApprovalCard
            key={approval.id}
            number={caseNumber}
            approval={approval}
            isPrimary={false}
            onDone={onDecided}
          />
        ) : (
          <Export key={approval.id} approval={approval} />
        ),
      )}
    </>
  );
}

function Export({ approval }: { approval: NonNullable<KeptLine['approvals']>[number] }) {
  const w = centreWords().keeping;
  const { state, reason, askedBy, askedAt, decidedBy, decidedAt, takeBy, takenAt } = approval;
  return (
    <p>
      <strong>{state === undefined ? '' : w.exportStates[state]}</strong>: {labelOf('exportReasons', reason)}.{' '}
      {say(words().keeping.askedBy, { name: nameOf(askedBy), at: sayAt(askedAt) })}{' '}
      {decidedBy === undefined || decidedAt === undefined
        ? ''
        : say(w.decidedBy, { name: nameOf(decidedBy), at: sayAt(decidedAt) })}{' '}
      {takeBy === undefined ? '' : say(w.takeBy, { by: sayBy(takeBy) })}
      {/* Only who asked for it takes it. */}
      {takenAt === undefined ? '' : say(w.takenBy, { name: nameOf(askedBy), at: sayAt(takenAt) })}
    </p>
  );
}
