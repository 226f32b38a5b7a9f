import type { ComponentChildren } from 'preact';
import { parseTimerId } from '#shared/domain/case/timer-id.ts';
import { sayReason } from '#shared/domain/console/say-codes.ts';
import type { CaseView } from '../api/answers.ts';
import { Link } from '../frame/link.tsx';
import { sayAt, sayDeadline } from '../frame/moments.ts';
import { nameOf } from '../frame/people.ts';
import { labelOf, labels, words } from '../frame/texts.ts';
import { isWide } from '../frame/wide.ts';
import { now } from '../sign-in/session.ts';
import { hasTabs, openedTab } from './tabs.tsx';
import { promiseLeft } from './promise-left.ts';

/** How the case stands: why it is urgent, who has it, what was promised and what was missed. */
export function CaseFacts({ view }: { view: CaseView }) {
  // On a phone, what a tab holds stands first.
  const isOpen = openedTab(view) === 'course' || isWide.value;
  const w = words().case;
  if (!hasTabs(view)) return null;
  const { severityReasons = [], team, unreadSince, missed = [] } = view;
  return (
    <div class="case-facts">
      {missed
        .filter(({ clock }) => !rings(view, clock))
        .map(({ clock, at }) => (
          <p key={`${clock}${at}`} class="missed">
            <strong>
              {w.missed} {labelOf('clocks', clock)}, {sayAt(at)}
            </strong>
          </p>
        ))}
      <details class="stand" open={isOpen}>
        <summary>{w.stand}</summary>
        <dl class="facts">
          {severityReasons.length === 0 ? null : (
            <Fact name={w.because}>{severityReasons.map((code) => sayReason(code, labels())).join(' · ')}</Fact>
          )}
          {view.status === undefined ? null : (
            <Fact name={w.holder}>
              <Holder view={view} />
              {team === undefined ? null : ` · ${labelOf('teams', team)}`}
            </Fact>
          )}
          {unreadSince === undefined ? null : <Fact name={w.unread}>{sayAt(unreadSince)}</Fact>}
          <PromiseFact view={view} />
          <OtherCases name={w.leadCase} numbers={view.leadCase === undefined ? [] : [view.leadCase]} />
          <OtherCases name={w.linkedCases} numbers={view.linkedCases ?? []} />
          <OtherCases name={w.maybeSameAs} numbers={view.maybeSameAs ?? []} />
        </dl>
      </details>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Holder({ view: { assignee, holderGone } }: { view: CaseView }) {
  if (assignee === undefined) return <strong>{words().case.nobody}</strong>;
  return (
    <>
      {nameOf(assignee)}
      {holderGone === true ? <strong class="missed"> {words().case.holderGone}</strong> : null}
    </>
  );
}

/** The next promised step: by words, and by a bar of the time that is left. */
function PromiseFact({ view }: { view: CaseView }) {
  const left = promiseLeft(view, now().toISOString());
  if (left === undefined) return null;
  const name = `${words().case.promise} ${words().case.promised[left.step]}`;
  return (
    <Fact name={name}>
      {sayDeadline(left.by)} <meter class="left" aria-label={name} min={0} max={1} value={left.part} />
    </Fact>
  );
}

function OtherCases({ name, numbers }: { name: string; numbers: readonly string[] }) {
  if (numbers.length === 0) return null;
  return (
    <Fact name={name}>
      <span class="links">
        {numbers.map((number) => (
          <Link key={number} to={`/cases/${encodeURIComponent(number)}`}>
            {number}
          </Link>
        ))}
      </span>
    </Fact>
  );
}

/** What rings is said by its own card. */
function rings({ raises = [], may }: CaseView, clock: string): boolean {
  return may.includes('acknowledge_escalation') && raises.some(({ timer }) => parseTimerId(timer)?.kind === clock);
}
