/**
 * How many rows differ between a list that is shown and a newer one: those that came, went or changed. Where only the
 * order differs, it is one change.
 */
export function changesBetween<Row>(shown: readonly Row[], newer: readonly Row[], idOf: (row: Row) => string): number {
  const before = new Map(shown.map((row) => [idOf(row), written(row)]));
  const after = new Map(newer.map((row) => [idOf(row), written(row)]));
  const cameOrChanged = [...after].filter(([id, row]) => before.get(id) !== row).length;
  const went = [...before.keys()].filter((id) => !after.has(id)).length;
  if (cameOrChanged + went > 0) return cameOrChanged + went;
  return shown.every((row, nth) => idOf(row) === idOf(newer[nth] ?? row)) ? 0 : 1;
}

/** The same text for the same row: the database gives the fields of an object in any order. */
function written(row: unknown): string {
  return JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** Whether a newer list has a row that was not there. */
export function hasNew<Row>(before: readonly Row[], newer: readonly Row[], idOf: (row: Row) => string): boolean {
  const known = new Set(before.map(idOf));
  return newer.some((row) => !known.has(idOf(row)));
}

/** Rows that say the same as one: how many, and since when the oldest of them. */
export function together<Row extends { since?: string | undefined }>(
  rows: readonly Row[],
  say: (row: Row) => string,
): { said: string; count: number; since: string | undefined }[] {
  const said = new Map<string, Row[]>();
  for (const row of rows) said.set(say(row), [...(said.get(say(row)) ?? []), row]);
  return [...said].map(([text, same]) => ({
    said: text,
    count: same.length,
    since: same
      .flatMap(({ since }) => since ?? [])
      .toSorted()
      .at(0),
  }));
}

const hourMs = 60 * 60_000;

/** Hours that follow each other, as spans. `hours` are their beginnings, in order. The end of a span is not in it. */
export function spansOf(hours: readonly string[]): { from: string; until: string }[] {
  const spans: { from: string; until: string }[] = [];
  for (const hour of hours) {
    const last = spans.at(-1);
    const until = new Date(Date.parse(hour) + hourMs).toISOString();
    if (last !== undefined && Date.parse(last.until) >= Date.parse(hour)) last.until = until;
    else spans.push({ from: hour, until });
  }
  return spans;
}
