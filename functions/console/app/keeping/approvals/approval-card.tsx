import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { CommandForm } from '../../form/command-form.tsx';
import { Choice, Line, optionsOf } from '../../form/fields.tsx';
import { chosen, missing } from '../../form/missing.ts';
import { sayAt, sayBy } from '../../frame/moments.ts';
import { me, nameOf } from '../../frame/people.ts';
import { SeverityMark } from '../../frame/severity-mark.tsx';
import { labelOf, say, words } from '../../frame/texts.ts';
import type { ApprovalLine } from './waiting-approvals.ts';

const verdicts = ['approve', 'refuse'] as const;

/** One request that waits: what was asked, by whom and why, and the decision. */
export function ApprovalCard({
  number,
  approval,
  isPrimary,
  onDone,
}: {
  number: string;
  approval: ApprovalLine;
  isPrimary: boolean;
  onDone: () => void;
}) {
  const w = words().keeping;
  const { id, kind, askedBy, askedAt, lapsesAt, effectiveAt, partner } = approval;
  const reason = sayReason(approval);
  const isOwn = askedBy === me.value?.id;
  const isOfPartner = partner !== undefined;
  const takesBack = isOwn && !isOfPartner;
  return (
    <div class="approval">
      <h3>{labelOf('approvalKinds', kind)}</h3>
      <p>{say(w.askedBy, { name: nameOf(askedBy), at: sayAt(askedAt) })}</p>
      {reason === '' ? null : (
        <p>
          {labelOf('fields', 'reason')}: {reason}
        </p>
      )}
      {approval.to === undefined ? null : <SeverityMark severity={approval.to} />}
      {lapsesAt === undefined ? null : <p>{say(w.decideBy, { by: sayBy(lapsesAt) })}</p>}
      {effectiveAt === undefined ? null : <p>{say(w.holdsFrom, { at: sayAt(effectiveAt) })}</p>}
      {takesBack ? <p>{w.ownRequest}</p> : null}
      {isOfPartner ? <p>{w.partnerCall}</p> : null}
      <CommandForm
        command="approval"
        place={{ approval: id, number }}
        empty={{ verdict: takesBack ? 'refuse' : '', call: '' }}
        submit={takesBack ? w.takeBack : labelOf('commands', 'approval')}
        isPrimary={isPrimary}
        onDone={onDone}
        body={(fields): CommandBodies['approval'] | string => {
          const verdict = chosen(verdicts, fields.verdict);
          if (verdict === undefined) return missing('verdict');
          const code = fields.call.trim();
          // Who asked may take it back without a call.
          if (isOfPartner && code === '' && !(isOwn && verdict === 'refuse')) return missing('code');
          return { verdict, ...(code === '' ? {} : { call: { code } }) };
        }}
      >
        {(form) => (
          <>
            {takesBack ? null : (
              <Choice
                form={form}
                name="verdict"
                label={labelOf('fields', 'verdict')}
                options={optionsOf(verdicts, (code) => labelOf('verdicts', code))}
              />
            )}
            {isOfPartner ? (
              <Line form={form} name="call" label={labelOf('fields', 'code')} hint={w.callHint} secret />
            ) : null}
          </>
        )}
      </CommandForm>
    </div>
  );
}

/** Why it was asked. Each kind has reasons of its own. */
function sayReason({ kind, because, reason }: ApprovalLine): string {
  if (reason !== undefined) return labelOf('exportReasons', reason);
  if (kind === 'erasure') return labelOf('erasureReasons', because);
  return kind === 'lowering' ? labelOf('severityChangeReasons', because) : '';
}
