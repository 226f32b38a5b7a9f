import { approvalStatus } from '#shared/domain/case/approvals/approval.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { defined } from '../../api/defined.ts';
import type { CaseView } from '../../api/answers.ts';
import { sayAt, sayBy } from '../../frame/moments.ts';
import { me, nameOf } from '../../frame/people.ts';
import { labelOf, words } from '../../frame/texts.ts';
import { now } from '../../sign-in/session.ts';
import { PanelButton } from '../case-bar.tsx';
import type { TabProps } from '../tabs.tsx';

/** How long the case is kept, what waits for a second person, and who knows what opens it. */
export function KeepingTab({ view }: TabProps) {
  return (
    <>
      <Kept view={view} />
      <Approvals view={view} />
      <Receipts view={view} />
      <Excluded view={view} />
    </>
  );
}

function Kept({ view }: TabProps) {
  const w = words().case;
  const { hold, keeping, status, revision } = view;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{w.kept}</h2>
      {hold === undefined ? null : (
        <p>
          <strong>{w.held}</strong> {labelOf('holdReasons', hold.because)}, {nameOf(hold.by)}, {sayAt(hold.since)}
        </p>
      )}
      <p>
        {status !== undefined && !isOver({ status })
          ? w.keptWhileOpen
          : keeping === undefined || keeping.revision !== revision
            ? w.keptUndecided
            : `${w.erasedAt} ${sayAt(keeping.eraseAt)}`}
      </p>
      <p class="actions">
        <PanelButton name="hold" view={view} />
        <PanelButton name="release" view={view} />
        <PanelButton name="erasure" view={view} />
        <PanelButton name="exportRequest" view={view} />
      </p>
    </section>
  );
}

function Approvals({ view }: TabProps) {
  const w = words().case;
  const approvals = view.approvals ?? [];
  return (
    <section aria-labelledby="approvals">
      <h2 id="approvals">{w.approvals}</h2>
      {approvals.length === 0 ? <p class="quiet">{w.noApprovals}</p> : null}
      <ul class="entries">
        {approvals.map((approval) => (
          <li key={approval.id}>
            <ApprovalLine approval={approval} view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Approval = NonNullable<CaseView['approvals']>[number];

function ApprovalLine({ approval, view }: { approval: Approval; view: CaseView }) {
  const {
    id,
    kind,
    askedBy,
    askedAt,
    decision,
    decidedBy,
    decidedAt,
    lapsesAt,
    effectiveAt,
    takenAt,
    to,
    reason,
    because,
  } = approval;
  const w = words().case;
  const isMine = askedBy === me.value?.id;
  const status = approvalStatus(defined({ kind, decision, lapsesAt, effectiveAt }), now().toISOString());
  const about = [
    labelOf('severities', to),
    labelOf('exportReasons', reason),
    labelOf(kind === 'lowering' ? 'severityChangeReasons' : 'erasureReasons', because),
  ].filter(Boolean);
  return (
    <>
      <span>
        {[labelOf('approvalKinds', kind), ...about].join(', ')} · {nameOf(askedBy)}, {sayAt(askedAt)} ·{' '}
        <strong>{labelOf('approvalStatuses', status)}</strong>
        {decidedBy === undefined || decidedAt === undefined ? null : ` · ${nameOf(decidedBy)}, ${sayAt(decidedAt)}`}
        {status === 'pending' && lapsesAt !== undefined ? ` · ${w.lapses} ${sayBy(lapsesAt)}` : null}
        {status === 'pending' && effectiveAt !== undefined ? ` · ${w.takesEffect} ${sayBy(effectiveAt)}` : null}
        {takenAt === undefined ? null : ` · ${w.taken} ${sayAt(takenAt)}`}
      </span>
      {status === 'pending' ? <PanelButton name="approval" view={view} part={{ approval: id }} /> : null}
      {kind === 'export' && status === 'approved' && takenAt === undefined && isMine ? (
        <PanelButton name="exportTaking" view={view} part={{ approval: id }} />
      ) : null}
    </>
  );
}

/** Who of staff knows the reporter's code, and what is wrong with it. */
function Receipts({ view }: TabProps) {
  const w = words().case;
  const { receiptKnownTo = [], codeConcerns = [], receiptLockedAt, receiptVoidedAt } = view;
  if (view.reported === undefined) return null;
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts">{w.receipts}</h2>
      <ul class="entries">
        {codeConcerns.map(({ what, since, how }) => (
          <li key={`${what}${since}`}>
            <strong class="missed">
              {labelOf('concerns', what)}, {sayAt(since)}
              {how === undefined ? '' : ` (${labelOf('deadCodes', how)})`}
            </strong>
          </li>
        ))}
        {receiptLockedAt === undefined ? null : (
          <li>
            {labelOf('deadCodes', 'locked')}, {sayAt(receiptLockedAt)}
          </li>
        )}
        {receiptVoidedAt === undefined ? null : (
          <li>
            {labelOf('deadCodes', 'voided')}, {sayAt(receiptVoidedAt)}
          </li>
        )}
        {receiptKnownTo.map(({ by, at, how, hasLeft }) => (
          <li key={by}>
            {nameOf(by)}: {w.knows[how]}, {sayAt(at)}
            {hasLeft === true ? <strong class="missed"> {w.hasLeft}</strong> : null}
          </li>
        ))}
      </ul>
      {receiptKnownTo.length === 0 ? <p class="quiet">{w.knownToNobody}</p> : null}
      <p class="actions">
        <PanelButton name="spoken" view={view} />
        <PanelButton name="subjectAccess" view={view} />
        <PanelButton name="receiptReissue" view={view} />
      </p>
    </section>
  );
}

function Excluded({ view }: TabProps) {
  const w = words().case;
  const { institutions = [], people = [] } = view.exclusions ?? {};
  if (view.reported === undefined && view.exclusions === undefined) return null;
  return (
    <section aria-labelledby="excluded">
      <h2 id="excluded">{w.excluded}</h2>
      {institutions.length + people.length === 0 ? <p class="quiet">{w.nobodyExcluded}</p> : null}
      <ul class="entries">
        {institutions.map((code) => (
          <li key={code}>{labelOf('institutions', code)}</li>
        ))}
        {people.map((id) => (
          <li key={id}>{nameOf(id)}</li>
        ))}
      </ul>
      <p class="actions">
        <PanelButton name="exclusions" view={view} />
      </p>
    </section>
  );
}
