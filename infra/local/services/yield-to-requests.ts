/** Who goes first when all share a few cores. */
export interface Courtesy {
  /** Does work that a person waits for. */
  ahead: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when no person has waited for a moment. After a second it resolves anyway, so that nothing starves. */
  letAhead: () => Promise<void>;
}

/** Somebody who sends one report after the other sends the next one within this time. */
const momentMs = 5;
const patienceMs = 1000;

/**
 * On AWS each function has a machine of its own. Here the reactions to one report would take the cores from the next
 * child. When they let the child go first, they come later and more of them together, which also costs less.
 */
export function courtesy(): Courtesy {
  const behind = new Set<() => void>();
  let waitedFor = 0;
  let moment: NodeJS.Timeout | undefined;

  const over = (): void => {
    moment = undefined;
    for (const start of behind) start();
  };

  return {
    ahead: async (work) => {
      clearTimeout(moment);
      waitedFor += 1;
      try {
        return await work();
      } finally {
        waitedFor -= 1;
        if (waitedFor === 0) moment = setTimeout(over, momentMs);
      }
    },
    letAhead: async () => {
      if (waitedFor === 0 && moment === undefined) return;
      await new Promise<void>((resolve) => {
        const start = (): void => {
          clearTimeout(patience);
          behind.delete(start);
          resolve();
        };
        const patience = setTimeout(start, patienceMs);
        behind.add(start);
      });
    },
  };
}
