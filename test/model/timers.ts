import { choice, fault, step } from './explore.ts';
import type { Model, Move } from './explore.ts';

/**
 * How the rungs of one missed deadline are raised by sweeps that may run side by side, while a person may end it at any
 * time. Source: docs/design.md, Timers.
 */
export interface TimerDesign {
  /** Where it stands what is to be raised: rows that a sweep looks through, or a message that is delivered when it is due. */
  due: 'rows' | 'one_message';
  /** What a raise is decided on: the case and its timers, in which order they are read, or the index that led to them. */
  decidedOn: 'case_then_timers' | 'timers_then_case' | 'index';
  /** What the raise's transaction asks of the case. */
  condition: 'revision' | 'none';
}

export const besa: TimerDesign = { due: 'rows', decidedOn: 'case_then_timers', condition: 'revision' };

/** What was thought of and left, or found and mended, each different from Besa's design in one thing. */
export const rejectedTimers: Readonly<Record<string, TimerDesign>> = {
  'a message for each deadline': { ...besa, due: 'one_message' },
  'raised by what the index says': { ...besa, decidedOn: 'index', condition: 'none' },
  'no condition on the revision': { ...besa, condition: 'none' },
  'timers read before the case': { ...besa, decidedOn: 'timers_then_case' },
};

const rungs = ['the first rung', 'the second rung'];

interface Timer {
  /** Index of the rung that is raised next. */
  next: number;
  isDue: boolean;
}
interface Sweep {
  /** What led here: the index row as it stood. */
  found: Timer;
  /** What was read so far. */
  revision?: number;
  isEnded?: boolean;
  /** Null when the row was gone. */
  timer?: Timer | null;
}
export interface TimerState {
  revision: number;
  isEnded: boolean;
  /** Null when every rung was raised, or the deadline was met. */
  timer: Timer | null;
  /** The index, which follows the row a moment later. */
  index: Timer | null;
  /** Whether the message that is to raise the next rung is still there. */
  message: boolean;
  sweeps: readonly Sweep[];
  raised: readonly number[];
  raisedAfterEnd: boolean;
}

const mostSweeps = 2;

export function timerModel(design: TimerDesign): Model<TimerState> {
  const first: Timer = { next: 0, isDue: false };
  return {
    initial: {
      revision: 1,
      isEnded: false,
      timer: first,
      index: first,
      message: design.due === 'one_message',
      sweeps: [],
      raised: rungs.map(() => 0),
      raisedAfterEnd: false,
    },
    moves: (state) => [...timeMoves(state), ...foundMoves(state, design), ...sweepMoves(state, design)],
    broken: ({ raised, raisedAfterEnd }) => {
      const twice = raised.findIndex((count) => count > 1);
      if (twice !== -1) return `${rungs[twice]} was raised twice.`;
      if (raised.some((count, at) => count > 0 && at > 0 && raised[at - 1] === 0)) return 'A rung was left out.';
      return raisedAfterEnd ? 'A rung was raised after the deadline was met.' : undefined;
    },
    unfinished: ({ isEnded, raised }) => {
      const never = raised.indexOf(0);
      return isEnded || never === -1 ? undefined : `${rungs[never]} is overdue and was never raised.`;
    },
  };
}

function timeMoves(state: TimerState): Move<TimerState>[] {
  const { timer, index, isEnded, revision } = state;
  const moves: Move<TimerState>[] = [];
  if (timer?.isDue === false)
    moves.push(step(`${rungs[timer.next]} is due`, { ...state, timer: { ...timer, isDue: true } }));
  if (JSON.stringify(index) !== JSON.stringify(timer))
    moves.push(step('the index follows', { ...state, index: timer }));
  if (!isEnded)
    moves.push(choice('a person meets the deadline', { ...state, isEnded: true, timer: null, revision: revision + 1 }));
  return moves;
}

/** How a sweep comes to look at the timer. */
function foundMoves(state: TimerState, { due }: TimerDesign): Move<TimerState>[] {
  const { timer, index, sweeps, message } = state;
  if (due === 'one_message') {
    if (!message || timer?.isDue !== true || sweeps.length > 0) return [];
    return [
      step('the message comes', { ...state, message: false, sweeps: [{ found: timer }] }),
      fault('the message is lost', { ...state, message: false }),
    ];
  }
  if (index?.isDue !== true || sweeps.length === mostSweeps) return [];
  const found = { ...state, sweeps: [...sweeps, { found: index }] };
  if (sweeps.length > 0) return [fault('a second sweep finds it too', found)];
  // A sweep that looks at what the index has not yet taken out finds nothing new; it is let do so as often as faults are.
  const isNews = JSON.stringify(index) === JSON.stringify(timer);
  return [isNews ? step('a sweep finds it', found) : fault('a sweep finds what the index still shows', found)];
}

function sweepMoves(state: TimerState, design: TimerDesign): Move<TimerState>[] {
  return state.sweeps.flatMap((sweep, slot): Move<TimerState>[] => {
    const ends = { ...state, sweeps: state.sweeps.filter((_, at) => at !== slot) };
    const as = (next: Sweep): TimerState => ({
      ...state,
      sweeps: state.sweeps.map((one, at) => (at === slot ? next : one)),
    });
    const again = design.due === 'one_message' ? { ...ends, message: true } : ends;
    return [fault('the sweep dies', again), ...work(state, sweep, design, ends, as)];
  });
}

function work(
  state: TimerState,
  sweep: Sweep,
  { decidedOn, condition, due }: TimerDesign,
  ends: TimerState,
  as: (next: Sweep) => TimerState,
): Move<TimerState>[] {
  const readsCase = (): Move<TimerState> =>
    step('it reads the case', as({ ...sweep, revision: state.revision, isEnded: state.isEnded }));
  const readsTimer = (): Move<TimerState> => step('it reads the timers', as({ ...sweep, timer: state.timer }));
  const order = decidedOn === 'timers_then_case' ? [readsTimer, readsCase] : [readsCase, readsTimer];
  const has = [sweep.timer !== undefined, sweep.revision !== undefined];
  const [isFirstRead, isSecondRead] = decidedOn === 'timers_then_case' ? has : has.toReversed();
  if (decidedOn !== 'index') {
    if (isFirstRead !== true) return order.slice(0, 1).map((read) => read());
    if (isSecondRead !== true) return order.slice(1).map((read) => read());
  }

  const timer = decidedOn === 'index' ? sweep.found : sweep.timer;
  if (sweep.isEnded === true || timer === null || timer === undefined || !timer.isDue)
    return [step('it finds nothing to raise', ends)];
  if (condition === 'revision' && state.revision !== sweep.revision)
    return [step('its transaction is refused, and it reads anew', as({ found: sweep.found }))];
  const isLast = timer.next + 1 === rungs.length;
  return [
    step(`it raises ${rungs[timer.next]}`, {
      ...ends,
      revision: state.revision + 1,
      timer: isLast ? null : { next: timer.next + 1, isDue: false },
      message: due === 'one_message' && !isLast,
      raised: state.raised.map((count, at) => (at === timer.next ? count + 1 : count)),
      raisedAfterEnd: state.isEnded,
    }),
  ];
}
