/** Lets so many at a time have something, those who are waited for by a person before those who are not. */
export interface Turns {
  take: <T>(isAwaited: boolean, work: () => Promise<T>) => Promise<T>;
}

/** Of so many turns one goes to the others, so that nothing starves. */
const othersEvery = 4;

/**
 * The database of one machine does one write after the other, where that of AWS does thousands at once: without an order
 * of turns a burst of reactions would make the next child wait for its answer.
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
