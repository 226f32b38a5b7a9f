import type { PanelProps } from '../../case/panels.ts';
import { Actions } from '../../form/fields.tsx';
import { words } from '../../frame/texts.ts';
import { ApprovalCard } from './approval-card.tsx';
import { waitingApprovals } from './seen-approvals.ts';

/** What waits on this case for a second person: all of it, or the one request that it was opened for. */
export function ApprovalPanel({ view, place, onClose }: PanelProps) {
  const asked = place['approval'];
  const waiting = waitingApprovals(view).filter(({ id }) => asked === undefined || id === asked);
  return (
    <>
      {waiting.length === 0 ? <p class="quiet">{words().keeping.nothingWaits}</p> : null}
      {waiting.map((approval) => (
        <ApprovalCard
          key={approval.id}
          number={view.caseNumber}
          approval={approval}
          isPrimary={waiting.length === 1}
          onDone={() => {
            if (waiting.length === 1) onClose();
          }}
        />
      ))}
      <Actions>
        <button type="button" onClick={onClose}>
          {words().frame.close}
        </button>
      </Actions>
    </>
  );
}
