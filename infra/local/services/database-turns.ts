/** Lets a number of callers work at the same time. Work that a person waits for goes before other work. */
export interface Turns {
  take: <T>(isAwaited: boolean, work: () => Promise<T>) => Promise<T>;
}

/** One turn in so many goes to the other work, so that nothing starves. */
const othersEvery = 4;

/**
 * The database of one machine does one write after the other; AWS does thousands at once. Without an order of turns, a
 * burst of reactions would make the next child wait for an answer.
 */
export function turns(atOnce: number): Turns {
  const awaited: (() => void)[] = [];
  const others: (() => void)[] = [];
  let free = atOnce;
  let given = 0;

  const next = (): void => {
    given += 1;
    const fromOthers = given % othersEvery === 0;
    const start = fromOthers ? (others.shift() ?? awaited.shift()) : (awaited.shift() ?? others.shift());
    if (start === undefined) free += 1;
    else start();
  };

  return {
    take: async (isAwaited, work) => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => (isAwaited ? awaited : others).push(resolve));
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
}
