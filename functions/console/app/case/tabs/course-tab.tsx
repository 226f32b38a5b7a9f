import { useSignal } from '@preact/signals';
import { parseTimerId } from '#shared/domain/case/timer-id.ts';
import type { Refusal } from '../../api/call.ts';
import { look } from '../../api/look.ts';
import type { CaseView } from '../../api/answers.ts';
import { RefusalText } from '../../form/refusal-text.tsx';
import { isPast, sayAt, sayBy, sayDeadline } from '../../frame/moments.ts';
import { labelOf, say, words } from '../../frame/texts.ts';
import { EventLine } from '../event-line.tsx';
import { movable } from '../../handling/target/movable.ts';
import { PanelButton } from '../case-bar.tsx';
import type { TabProps } from '../tabs.tsx';

type Events = NonNullable<CaseView['history']>;

/** What waits for the case, and what happened to it. */
export function CourseTab({ view }: TabProps) {
  return (
    <>
      <Clocks view={view} />
      <History view={view} />
    </>
  );
}

function Clocks({ view }: TabProps) {
  const w = words().case;
  const timers = (view.timers ?? []).toSorted((one, other) => one.deadline.localeCompare(other.deadline));
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks">{w.clocks}</h2>
      {timers.length === 0 ? <p class="quiet">{w.noClocks}</p> : null}
      <ul class="entries">
        {timers.map((timer) => (
          <li key={timer.id}>
            <Clock timer={timer} />
            {movable({ timers: [timer] }).length === 0 ? null : (
              <PanelButton name="target" view={view} part={{ timer: timer.id }} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Clock({ timer }: { timer: NonNullable<CaseView['timers']>[number] }) {
  const w = words().case;
  const { id, kind, deadline, missedAt, lastRung, nextRungAt } = timer;
  const subject = subjectOf(id);
  const isMissed = missedAt !== undefined || isPast(deadline);
  return (
    <span>
      {labelOf('clocks', kind)}
      {subject === '' ? '' : ` (${subject})`}
      {' · '}
      {isMissed ? (
        <strong class="missed">
          {w.missedAt} {sayAt(deadline)}
        </strong>
      ) : (
        sayDeadline(deadline)
      )}
      {lastRung === undefined ? null : ` · ${w.lastRung} ${labelOf('rungs', lastRung)}`}
      {nextRungAt === undefined || isPast(nextRungAt) ? null : ` · ${w.nextRung} ${sayBy(nextRungAt)}`}
    </span>
  );
}

/** What a clock is about, where that is not the report itself. */
function subjectOf(id: string): string {
  const [, kind, rest = ''] = /^(message|referral)-(.+)$/u.exec(parseTimerId(id)?.subject ?? '') ?? [];
  if (kind === 'message') return say(words().case.messageNumber, { number: rest });
  return kind === 'referral' ? labelOf('institutions', rest.replace(/-\d+$/u, '')) : '';
}

/** The newest event first. What came before those that were loaded is loaded on demand. */
function History({ view }: TabProps) {
  const w = words().case;
  const earlier = useSignal<{ events: Events; from: number | undefined } | undefined>(undefined);
  const refused = useSignal<Refusal | undefined>(undefined);
  const shown = view.history ?? [];
  const events = [...(earlier.value?.events ?? []), ...shown];
  const from = earlier.value === undefined ? view.earlierEvents : earlier.value.from;
  const more = async (): Promise<void> => {
    const answer = await look<CaseView>(`/v1/cases/${encodeURIComponent(view.caseNumber)}?before=${from}`);
    refused.value = answer.ok ? undefined : answer;
    if (!answer.ok) return;
    const before = earlier.value?.events ?? [];
    earlier.value = { events: [...(answer.body.history ?? []), ...before], from: answer.body.earlierEvents };
  };
  return (
    <section aria-labelledby="history">
      <h2 id="history">{w.history}</h2>
      <ol class="entries">
        {events.toReversed().map((event) => (
          <li key={event.number}>
            <EventLine event={event} />
          </li>
        ))}
      </ol>
      {refused.value === undefined ? null : <RefusalText refusal={refused.value} />}
      {from === undefined ? null : (
        <button type="button" onClick={() => void more()}>
          {words().frame.more}
        </button>
      )}
    </section>
  );
}
