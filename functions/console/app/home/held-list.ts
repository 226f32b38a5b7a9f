import { useSignal, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { changesBetween } from './changes.ts';

/** After the last move of a pointer over a list, its rows stay where they are for so long. */
const stillMs = 10_000;

export interface HeldList<Row> {
  shown: Signal<readonly Row[] | undefined>;
  /** How many rows differ from what is shown. */
  held: Signal<number>;
  /** What was loaded last. It is shown at once, unless somebody is in the list. */
  load: (newer: readonly Row[]) => void;
  /** Shows what was held back. */
  show: () => void;
  /** What holds the rows. */
  list: RefObject<HTMLDivElement | null>;
}

/** A list whose rows never move under a finger, a pointer or the focus. */
export function useHeldList<Row>(idOf: (row: Row) => string): HeldList<Row> {
  const shown = useSignal<readonly Row[] | undefined>(undefined);
  const held = useSignal(0);
  const newest = useRef<readonly Row[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const movedAt = useRef(-Infinity);
  useEffect(() => {
    const moved = ({ target }: Event): void => {
      if (target instanceof Node && list.current?.contains(target) === true) movedAt.current = performance.now();
    };
    const names = ['pointermove', 'pointerdown', 'touchmove'] as const;
    for (const name of names) addEventListener(name, moved, { passive: true });
    return () => {
      for (const name of names) removeEventListener(name, moved);
    };
  }, []);
  const show = (): void => {
    shown.value = newest.current;
    held.value = 0;
  };
  const load = (newer: readonly Row[]): void => {
    newest.current = newer;
    const isUsed =
      list.current?.contains(document.activeElement) === true || performance.now() - movedAt.current < stillMs;
    if (shown.value === undefined || !isUsed) show();
    else held.value = changesBetween(shown.value, newer, idOf);
  };
  return { shown, held, load, show, list };
}
