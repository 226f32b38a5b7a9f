import { choice, fault, step } from './explore.ts';
import type { Model, Move } from './explore.ts';

/**
 * How one event comes from a report to each of its reactors, with everything around it that may fail. Source: docs/design.md, Transactions; the picture and the words are in docs/delivery.md.
 */
export interface DeliveryDesign {
  /** How the report and its event are written and sent. */
  producer: 'one_transaction' | 'write_then_publish' | 'publish_first';
  /** Whether a sweeper looks for what is not done, and when it takes an event as settled. */
  sweeper: 'until_done' | 'until_sent' | 'none';
  /** How a reactor keeps from doing a thing twice. */
  reactor: 'done_with_effect' | 'done_before_effect' | 'lease_around_effect';
}

export const besa: DeliveryDesign = {
  producer: 'one_transaction',
  sweeper: 'until_done',
  reactor: 'done_with_effect',
};

/** What was thought of and left, each different from Besa's design in one thing. */
export const rejectedDeliveries: Readonly<Record<string, DeliveryDesign>> = {
  'publish first': { ...besa, producer: 'publish_first' },
  'write, then publish': { ...besa, producer: 'write_then_publish' },
  'stream alone': { ...besa, sweeper: 'none' },
  'settled when sent': { ...besa, sweeper: 'until_sent' },
  'marker before effect': { ...besa, reactor: 'done_before_effect' },
  'lease around effect': { ...besa, reactor: 'lease_around_effect' },
};

type Phase = 'has' | 'marked' | 'leased' | 'acted' | 'over';
interface Worker {
  phase: Phase;
  /** Its message was given to somebody else as well. */
  isLate: boolean;
}
interface ReactorState {
  /** Messages in its queue that can be taken. */
  messages: number;
  workers: Worker[];
  isDead: boolean;
  done: boolean;
  /** How often the effect came about. */
  effects: number;
  isLeased: boolean;
}
export interface DeliveryState {
  client: 'asking' | 'answered' | 'unknown';
  /** How many of its steps intake has made. */
  intake: number;
  stored: boolean;
  /** The mark on the event row that the sweeper looks for. */
  pending: boolean;
  /** Records of the event that the stream still holds. */
  stream: number;
  /** Reactors the relay has sent to in the run under way; absent when none is. */
  relayed?: readonly number[];
  reactors: readonly ReactorState[];
}

const names = ['A', 'B'];
/** A duplicate more changes nothing that the first one did not. */
const mostMessages = 2;
const mostWorkers = 2;

const idle: ReactorState = { messages: 0, workers: [], isDead: false, done: false, effects: 0, isLeased: false };

export function deliveryModel(design: DeliveryDesign): Model<DeliveryState> {
  return {
    initial: {
      client: 'asking',
      intake: 0,
      stored: false,
      pending: false,
      stream: 0,
      reactors: names.map(() => idle),
    },
    moves: (state) => [
      ...intakeMoves(state, design),
      ...relayMoves(state),
      ...sweeperMoves(state, design),
      ...state.reactors.flatMap((_, at) => reactorMoves(state, at, design)),
    ],
    broken: ({ client, stored, reactors }) => {
      if (client === 'answered' && !stored) return 'A report was answered 201 and is not stored.';
      const twice = reactors.findIndex(({ effects }) => effects > 1);
      return twice === -1 ? undefined : `${names[twice]} did its work twice.`;
    },
    unfinished: ({ stored, reactors }) => {
      const never = reactors.findIndex(({ effects }) => effects === 0);
      return stored && never !== -1 ? `The report is stored, and ${names[never]} never did its work.` : undefined;
    },
  };
}

function intakeMoves(state: DeliveryState, { producer }: DeliveryDesign): Move<DeliveryState>[] {
  const { client, intake, stored } = state;
  if (client === 'unknown') return [choice('the client sends the report again', { ...state, client: 'asking' })];
  if (client === 'answered') return [];
  const answer: Move<DeliveryState> = step('intake answers 201', { ...state, intake: 0, client: 'answered' });
  const dies: Move<DeliveryState> = fault('intake dies', { ...state, intake: 0, client: 'unknown' });
  if (intake === 0 && stored) return [answer, dies];

  const sends = ['intake sends the event', { reactors: state.reactors.map(receive) }] as const;
  const stores = ['intake stores the report', { stored: true }] as const;
  const order = {
    one_transaction: [['intake stores report and event as one', { stored: true, pending: true, stream: 1 }] as const],
    write_then_publish: [stores, sends],
    publish_first: [sends, stores],
  }[producer];
  const next = order[intake];
  return [next === undefined ? answer : step(next[0], { ...state, ...next[1], intake: intake + 1 }), dies];
}

function relayMoves(state: DeliveryState): Move<DeliveryState>[] {
  const { stream, relayed } = state;
  const moves: Move<DeliveryState>[] = [];
  if (stream > 0) {
    moves.push(fault('the stream forgets the event', { ...state, stream: stream - 1 }));
    if (stream < mostMessages) moves.push(fault('the stream repeats the event', { ...state, stream: stream + 1 }));
    if (relayed === undefined)
      moves.push(step('the relay takes the event', { ...state, stream: stream - 1, relayed: [] }));
  }
  if (relayed === undefined) return moves;
  const { relayed: _, ...rest } = state;
  moves.push(fault('the relay dies', { ...rest, stream: Math.min(stream + 1, mostMessages) }));
  const left = names.flatMap((_name, at) => (relayed.includes(at) ? [] : [at]));
  if (left.length === 0) moves.push(step('the relay is through', rest));
  for (const at of left) {
    const to = { ...state, relayed: [...relayed, at].toSorted((a, b) => a - b), reactors: change(state, at, receive) };
    moves.push(step(`the relay sends to ${names[at]}`, to));
    moves.push(fault(`the queue of ${names[at]} refuses`, { ...rest, stream: Math.min(stream + 1, mostMessages) }));
  }
  return moves;
}

function sweeperMoves(state: DeliveryState, { sweeper }: DeliveryDesign): Move<DeliveryState>[] {
  if (!state.pending || sweeper === 'none') return [];
  const settled = { ...state, pending: false };
  const isOnItsWay = state.stream > 0 || state.relayed !== undefined;
  if (sweeper === 'until_sent') {
    // Sent is what the relay or the sweeper itself has put into every queue.
    if (isOnItsWay) return [];
    const wasSent = state.reactors.every(({ messages, workers, done }) => done || messages > 0 || workers.length > 0);
    const resent = { ...settled, reactors: state.reactors.map((one) => (one.messages > 0 ? one : receive(one))) };
    return [
      step(
        wasSent ? 'the sweeper sees it was sent, and settles' : 'the sweeper sends it, and settles',
        wasSent ? settled : resent,
      ),
    ];
  }
  if (state.reactors.every(({ done }) => done)) return [step('the sweeper settles the event', settled)];
  return state.reactors.flatMap((one, at) => {
    if (one.done) return [];
    const again = { ...state, reactors: change(state, at, receive) };
    if (isOnItsWay || one.messages > 0 || one.workers.length > 0) {
      return one.messages < mostMessages ? [fault(`the sweeper sends to ${names[at]} too early`, again)] : [];
    }
    return [step(`the sweeper sends to ${names[at]} again`, again)];
  });
}

function reactorMoves(state: DeliveryState, at: number, { reactor }: DeliveryDesign): Move<DeliveryState>[] {
  const one = state.reactors[at] as ReactorState;
  const name = names[at];
  const to = (changed: Partial<ReactorState>): DeliveryState => ({
    ...state,
    reactors: change(state, at, (before) => ({ ...before, ...changed })),
  });
  const moves: Move<DeliveryState>[] = [];
  if (one.messages > 0) {
    const fewer = one.messages - 1;
    if (one.workers.length < mostWorkers) {
      const workers = [...one.workers, { phase: 'has' as const, isLate: false }];
      moves.push(step(`${name} takes its message`, to({ messages: fewer, workers })));
    }
    if (one.messages < mostMessages) moves.push(fault(`the queue of ${name} delivers twice`, to({ messages: 2 })));
    moves.push(fault(`the queue of ${name} loses a message`, to({ messages: fewer })));
    moves.push(fault(`a message of ${name} fails four times`, to({ messages: fewer, isDead: true })));
  }
  if (one.isDead) {
    moves.push(fault(`the dead letter of ${name} expires`, to({ isDead: false })));
    if (one.messages < mostMessages)
      moves.push(fault(`the dead letter of ${name} is redriven`, to({ isDead: false, messages: one.messages + 1 })));
  }
  one.workers.forEach((worker, slot) => {
    const others = one.workers.filter((_, index) => index !== slot);
    const as = (phase: Phase, more: Partial<ReactorState> = {}): DeliveryState =>
      to({ ...more, workers: one.workers.map((before, index) => (index === slot ? { ...before, phase } : before)) });
    // Whoever is late has lost its message already; it comes again for somebody else.
    const back = worker.isLate ? one.messages : Math.min(one.messages + 1, mostMessages);
    moves.push(fault(`${name} dies`, to({ workers: others, messages: back })));
    if (!worker.isLate && one.messages < mostMessages) {
      const workers = one.workers.map((before, index) => (index === slot ? { ...before, isLate: true } : before));
      moves.push(fault(`${name} is slow, its message comes again`, to({ workers, messages: one.messages + 1 })));
    }
    if (worker.phase === 'over') moves.push(step(`${name} acknowledges`, to({ workers: others })));
    else moves.push(...workMoves(state, one, worker, name ?? '', reactor, as));
    if (one.isLeased && (worker.phase === 'leased' || worker.phase === 'acted'))
      moves.push(fault(`the lease of ${name} runs out`, to({ isLeased: false })));
  });
  return moves;
}

function workMoves(
  { stored }: DeliveryState,
  one: ReactorState,
  { phase }: Worker,
  name: string,
  design: DeliveryDesign['reactor'],
  as: (phase: Phase, more?: Partial<ReactorState>) => DeliveryState,
): Move<DeliveryState>[] {
  const effects = Math.min(one.effects + 1, 2);
  if (phase === 'has') {
    if (!stored) return [step(`${name} finds no such report`, as('over'))];
    if (one.done) return [step(`${name} finds it done`, as('over'))];
  }
  const does = (next: Phase): Move<DeliveryState> => step(`${name} does it`, as(next, { effects }));
  const marks = (next: Phase, more: Partial<ReactorState> = {}): Move<DeliveryState> =>
    step(`${name} writes DONE`, as(next, { ...more, done: true }));
  if (design === 'done_with_effect')
    return [step(`${name} does it and writes DONE as one`, as('over', { done: true, effects }))];
  if (design === 'done_before_effect') return [phase === 'has' ? marks('marked') : does('over')];
  if (phase === 'leased') return [does('acted')];
  if (phase === 'acted') return [marks('over', { isLeased: false })];
  return one.isLeased
    ? [step(`${name} finds the lease taken`, as('over'))]
    : [step(`${name} takes the lease`, as('leased', { isLeased: true }))];
}

function receive(one: ReactorState): ReactorState {
  return { ...one, messages: Math.min(one.messages + 1, mostMessages) };
}

function change(
  { reactors }: DeliveryState,
  at: number,
  by: (one: ReactorState) => ReactorState,
): readonly ReactorState[] {
  return reactors.map((one, index) => (index === at ? by(one) : one));
}
