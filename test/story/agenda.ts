/** Things to be done at their instants (ms since 1970), also such as come up on the way. */
export function agenda() {
  const entries: { at: number; act: () => Promise<void> }[] = [];
  return {
    add: (at: number, act: () => Promise<void>): void => {
      const after = entries.findIndex((entry) => entry.at > at);
      entries.splice(after === -1 ? entries.length : after, 0, { at, act });
    },
    /** Takes out what comes first, and everything of the same instant. */
    next: (): { at: number; acts: (() => Promise<void>)[] } | undefined => {
      const [first] = entries;
      if (first === undefined) return undefined;
      const together = entries.filter(({ at }) => at === first.at);
      entries.splice(0, together.length);
      return { at: first.at, acts: together.map(({ act }) => act) };
    },
  };
}
