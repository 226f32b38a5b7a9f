import { useSignal } from '@preact/signals';
import { later } from '../frame/later.tsx';
import { Link } from '../frame/link.tsx';
import { may } from '../frame/people.ts';
import { words } from '../frame/texts.ts';
import { isWide } from '../frame/wide.ts';
import { seenQueue } from '../queue/seen-queue.ts';
import { CasePage } from './case-page.tsx';
import { seenCase } from './seen-cases.ts';

const CasesBeside = later(async () => (await import('../queue/cases-beside.tsx')).CasesBeside);

/**
 * The work list and a case beside it, where both have room: else the case alone, with the way back. A mail leads to the
 * case, so the list waits until the case is there. Its room is kept, so that it moves nothing when it comes.
 */
export function CasePanes({ number }: { number: string }) {
  const isBegun = useSignal(seenQueue.value !== undefined);
  if (!isBegun.value && seenCase(number).value !== undefined) isBegun.value = true;
  const hasList = isWide.value && may('list_cases');
  // The case comes first for whoever goes by keys or hears the page. The style puts the list to its left.
  return (
    <div class={hasList ? 'panes' : ''}>
      <div>
        {hasList || seenQueue.value === undefined ? null : (
          <p class="links back">
            <Link to={seenQueue.value}>{words().queue.backToList}</Link>
          </p>
        )}
        <CasePage key={number} number={number} />
      </div>
      {hasList ? (
        <nav class="beside" aria-label={words().frame.queue}>
          {isBegun.value ? <CasesBeside open={number} /> : null}
        </nav>
      ) : null}
    </div>
  );
}
