import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { Refusal } from '../../api/call.ts';
import { look } from '../../api/look.ts';
import type { Attention } from '../../api/answers.ts';
import { loadCase, seenCase } from '../../case/seen-cases.ts';
import { RefusalText } from '../../form/refusal-text.tsx';
import { Link } from '../../frame/link.tsx';
import { me } from '../../frame/people.ts';
import { SeverityMark } from '../../frame/severity-mark.tsx';
import { Titled } from '../../frame/titled.tsx';
import { words } from '../../frame/texts.ts';
import { ApprovalCard } from './approval-card.tsx';
import { waitingApprovals } from './seen-approvals.ts';

/** So many pages of what nobody has seen are looked through. */
const mostPages = 10;
const atOnce = 5;

/** Everything of the cases that waits for a second person, most urgent first. What one asked for oneself stands last. */
export function ApprovalsPage() {
  const w = words().keeping;
  const numbers = useSignal<readonly string[] | undefined>(undefined);
  const refused = useSignal<Refusal | undefined>(undefined);
  const load = async (): Promise<void> => {
    const found = await waitingNumbers();
    if (!Array.isArray(found)) {
      refused.value = found;
      return;
    }
    await inParallel(atOnce, found, loadCase);
    refused.value = undefined;
    numbers.value = found;
  };
  useEffect(() => void load(), []);
  const waiting = (numbers.value ?? []).flatMap((number) => {
    const view = seenCase(number).value?.view;
    if (view?.may.includes('approve_case') !== true) return [];
    return waitingApprovals(view).map((approval) => ({ view, approval }));
  });
  const isOwn = (one: (typeof waiting)[number]): boolean => one.approval.askedBy === me.value?.id;
  const sorted = [...waiting.filter((one) => !isOwn(one)), ...waiting.filter(isOwn)];
  return (
    <Titled title={w.approvals}>
      {refused.value === undefined ? null : <RefusalText refusal={refused.value} />}
      {numbers.value === undefined && refused.value === undefined ? <p>{words().frame.loading}</p> : null}
      {numbers.value !== undefined && sorted.length === 0 ? <p class="quiet">{w.nothingWaits}</p> : null}
      {sorted.map(({ view, approval }) => (
        <section key={`${view.caseNumber}/${approval.id}`} aria-label={view.caseNumber}>
          <h2>
            <Link to={`/cases/${encodeURIComponent(view.caseNumber)}`}>{view.caseNumber}</Link>{' '}
            <SeverityMark severity={view.severity} />
          </h2>
          <ApprovalCard
            number={view.caseNumber}
            approval={approval}
            isPrimary={sorted.length === 1}
            onDone={() => void load()}
          />
        </section>
      ))}
    </Titled>
  );
}

/** The numbers of cases on which something waits, in the order of what nobody has seen. */
async function waitingNumbers(): Promise<string[] | Refusal> {
  const found: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = await look<Attention>(
      `/v1/attention${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
    );
    if (!answer.ok) return answer;
    for (const { caseNumber, concerns } of answer.body.cases) {
      if (concerns.some(({ approval }) => approval !== undefined)) found.push(caseNumber);
    }
    cursor = answer.body.cursor;
    if (cursor === undefined) break;
  }
  return found;
}
