import { useSignal } from '@preact/signals';
import { admits } from '#shared/domain/access/authorize.ts';
import { sees } from '#shared/domain/queue/role-view.ts';
import type { Refusal } from '../api/call.ts';
import { command } from '../api/commands.ts';
import type { QueueLine } from '../api/answers.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { announce } from '../frame/announce.tsx';
import { Link } from '../frame/link.tsx';
import { sayDeadline, saySince } from '../frame/moments.ts';
import { me, nameOf } from '../frame/people.ts';
import { SeverityMark } from '../frame/severity-mark.tsx';
import { labelOf, say, words } from '../frame/texts.ts';
import { now } from '../sign-in/session.ts';
import { nextPromise, shareOfPromise } from './filters.ts';
import { changeLine, lastOpened } from './queue-list.ts';

/** The columns, each with the field of a case that it shows. Whoever does not see the field has no such column. */
const columns = [
  ['due', 'due'],
  ['promise', 'promise'],
  ['unreadSince', 'unreadSince'],
  ['team', 'team'],
  ['holder', 'assignee'],
  ['category', 'category'],
] as const;

type Column = (typeof columns)[number][0];

const columnsFor = (): Column[] => columns.filter(([, field]) => sees(me.value?.role, field)).map(([name]) => name);

/** The names of the columns, where the rows are one line each. For whoever hears the page, each cell says its own. */
export function QueueHead() {
  const w = words().queue;
  return (
    <div class={`queue-head columns-${columnsFor().length}`} aria-hidden="true">
      <span>{w.number}</span>
      {columnsFor().map((name) => (
        <span key={name}>{w[name]}</span>
      ))}
    </div>
  );
}

export function QueueRow({ of }: { of: QueueLine }) {
  const { caseNumber, severity } = of;
  const refusal = useSignal<Refusal | undefined>(undefined);
  return (
    <li class={`row queue-row columns-${columnsFor().length}`}>
      <Link
        to={`/cases/${caseNumber}`}
        class="row-link"
        id={`row-${caseNumber}`}
        isRow
        onGo={() => {
          lastOpened.value = caseNumber;
        }}
      >
        <SeverityMark severity={severity} /> <span class="number">{caseNumber}</span>
      </Link>
      {columnsFor().map((name) => (
        <p key={name} class={`cell ${name}`}>
          <span class="cell-name">{words().queue[name]}: </span>
          <Cell name={name} of={of} onRefused={(why) => (refusal.value = why)} />
        </p>
      ))}
      {refusal.value === undefined ? null : (
        <div class="refusal" role="alert">
          <RefusalText refusal={refusal.value} />
        </div>
      )}
    </li>
  );
}

interface CellProps {
  of: QueueLine;
  onRefused: (why: Refusal | undefined) => void;
}

function Cell({ name, of, onRefused }: CellProps & { name: Column }) {
  if (name === 'due') return <Due of={of} />;
  if (name === 'promise') return <Promised of={of} />;
  if (name === 'holder') return <Holder of={of} onRefused={onRefused} />;
  if (name === 'team') return <>{labelOf('teams', of.team)}</>;
  if (name === 'category') return <>{labelOf('categories', of.category)}</>;
  return <>{of.unreadSince === undefined ? words().queue.allRead : saySince(of.unreadSince)}</>;
}

/** The next deadline; one that was missed comes first. */
export function Due({ of: { due, missed = [] } }: { of: QueueLine }) {
  const next = missed[0] ?? due;
  if (next === undefined) return <>{words().queue.noDeadline}</>;
  return (
    <span class={missed.length > 0 ? 'late' : ''}>
      {labelOf('clocks', next.clock)} {sayDeadline(next.at)}
    </span>
  );
}

/** What is left of the promise that comes next, as a bar and in words. */
function Promised({ of }: { of: QueueLine }) {
  const next = nextPromise(of);
  if (next === undefined || of.receivedAt === undefined) return <>{words().queue.noDeadline}</>;
  const { step, until } = next;
  const share = shareOfPromise(of.receivedAt, until, now());
  return (
    <>
      <span class={share >= 1 ? 'bar late' : 'bar'} aria-hidden="true">
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      {words().queue[step]} {sayDeadline(until)}
    </>
  );
}

/** Who has the case. Where nobody has it, or whoever has it is gone, a caseworker takes it from here. */
function Holder({ of: { caseNumber, assignee, holderGone }, onRefused }: CellProps) {
  const w = words().queue;
  const key = useSignal(crypto.randomUUID() as string);
  const isSending = useSignal(false);
  const isFree = assignee === undefined || holderGone === true;
  const mayClaim = me.value !== undefined && admits({ ...me.value, active: true }, 'claim_case');
  const claim = async (): Promise<void> => {
    if (isSending.value) return;
    isSending.value = true;
    const answer = await command('claim', { number: caseNumber }, {}, { key: key.value });
    isSending.value = false;
    onRefused(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    key.value = crypto.randomUUID();
    changeLine(caseNumber, { assignee: answer.body.assignee, holderGone: undefined, status: answer.body.status });
    announce(say(w.claimed, { number: caseNumber }));
    document.getElementById(`row-${caseNumber}`)?.focus();
  };
  return (
    <>
      {assignee === undefined
        ? w.nobody
        : holderGone === true
          ? say(w.holderGone, { name: nameOf(assignee) })
          : nameOf(assignee)}{' '}
      {isFree && mayClaim ? (
        <button type="button" class="small" data-key="c" aria-disabled={isSending.value} onClick={() => void claim()}>
          {isSending.value ? words().frame.sending : w.claim}
          <span class="unseen"> {caseNumber}</span>
        </button>
      ) : null}
    </>
  );
}
