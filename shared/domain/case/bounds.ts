/*
 * The bound of every list of a case. One transaction of the database takes 100 writes and 4 MB, and one row 400 KB. So
 * no list may grow with what somebody outside decides. Where a list is full, staff are refused before with the limit.
 * What a reporter does is never refused for a number. The table of docs/generated/bounds.md says what each step writes
 * at most. Source: docs/design.md, Promises.
 */

/** How many timers one change of a case arms, and how many it ends, at most. The rest follows in further changes. */
export const mostTimersArmed = 24;
export const mostTimersDisarmed = 24;

/** Lists that staff add to. Beyond the bound a command is refused, and its answer names the limit. */
export const mostOf = {
  referrals: 50,
  notices: 50,
  linkedCases: 100,
  approvals: 50,
  notes: 500,
} as const;

/** How many linked cases one command takes together, each in a transaction of its own. */
export const mostTickedCases = 30;

export type BoundedList = keyof typeof mostOf;

/** Lists of what happened, of which the first entry and the newest ones are kept. The history holds all of it. */
export const mostKept = {
  severityChanges: 40,
  earlierClocks: 20,
  targetMoves: 120,
  reissues: 10,
  readers: 60,
  outcomeCorrections: 20,
} as const;

/** The limit as the refusal of a full list names it. */
export function limitOf(list: BoundedList): { limit: string } {
  return { limit: String(mostOf[list]) };
}

/** A list with one more entry. Of a list that is full, the first entry and the newest ones are kept. */
export function withNewest<Entry>(list: readonly Entry[], entry: Entry, most: number): Entry[] {
  const all = [...list, entry];
  return all.length <= most ? all : [...all.slice(0, 1), ...all.slice(1 - most)];
}
