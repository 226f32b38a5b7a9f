import { signal, type Signal } from '@preact/signals';
import type { Refusal } from '../api/call.ts';
import { command } from '../api/commands.ts';
import { loadCase, seenCase } from '../case/seen-cases.ts';
import { sayMomentAlone } from '../frame/moments.ts';
import { labelOf, say, words } from '../frame/texts.ts';
import { heldUntil, type Raise } from './ladder.ts';

/**
 * What became of "I have it" for a case. `held`: nobody is called until then, or any more. `moved_on`: the ladder has
 * climbed meanwhile, so it was not taken; `raises` are those that wait now.
 */
export type Acknowledging =
  | { state: 'sending' }
  | { state: 'held'; raises: readonly Raise[]; until: string | undefined }
  | { state: 'moved_on'; raises: readonly Raise[] }
  | { state: 'refused'; refusal: Refusal };

/** The rungs that are called, by their names. */
export function sayRungs(raises: readonly Raise[]): string {
  return [...new Set(raises.map(({ rung }) => labelOf('rungs', rung)))].join(', ');
}

const states = new Map<string, Signal<Acknowledging | undefined>>();

export function acknowledging(number: string): Signal<Acknowledging | undefined> {
  const known = states.get(number) ?? signal<Acknowledging | undefined>(undefined);
  states.set(number, known);
  return known;
}

/** The same key for each try of one escalation, so a tap that did arrive is not taken twice. */
const keys = new Map<string, string>();

function keyOf(number: string, { timer, rung }: Raise): string {
  const of = [number, timer, rung].join('/');
  const key = keys.get(of) ?? crypto.randomUUID();
  keys.set(of, key);
  return key;
}

/** Says "I have it" for escalations of a case. Only somebody who presses the button comes here. */
export async function acknowledge(number: string, raises: readonly Raise[]): Promise<void> {
  const state = acknowledging(number);
  if (state.value?.state === 'sending') return;
  state.value = { state: 'sending' };
  const answers = await Promise.all(
    raises.map(({ timer, rung }) =>
      command('acknowledgement', { number, timer, rung }, {}, { key: keyOf(number, { timer, rung }) }),
    ),
  );
  const refusal = answers.find((answer) => !answer.ok);
  await loadCase(number);
  const { timers = [], raises: left = [] } = seenCase(number).value?.view ?? {};
  const hasMoved = refusal?.why === 'refused' && refusal.problem.because === 'rung_moved_on';
  if (hasMoved && left.length > 0) state.value = { state: 'moved_on', raises: left };
  else if (refusal !== undefined) state.value = { state: 'refused', refusal };
  else state.value = { state: 'held', raises, until: heldUntil(raises, timers) };
}

/** What became of it, in words. A refusal has its own. */
export function sayAcknowledging(state: Acknowledging | undefined): string | undefined {
  const w = words().home;
  if (state?.state === 'held') {
    return state.until === undefined ? w.notCalled : say(w.heldUntil, { moment: sayMomentAlone(state.until) });
  }
  if (state?.state === 'moved_on') {
    return say(w.movedOn, { rung: sayRungs(state.raises) });
  }
  return undefined;
}
