type Body = Readonly<Record<string, unknown>>;

/** Which function has read and written which table. So it is known whether something changed that a function reads. */
export interface WriteCount {
  /** Counts a call of a function to the database that took effect. */
  note: (title: string, action: string, body: Body) => void;
  /** Writes to a table so far. */
  to: (table: string) => number;
  /** Writes of a function so far, by its title. */
  by: (title: string) => number;
  /** Writes of other functions to the tables that a function reads, so far. */
  ofOthersFor: (title: string) => number;
}

/** Whether a call to DynamoDB changes anything, by its name. */
export function isWrite(action: string): boolean {
  return !/^(?:Get|Query|Scan|BatchGet|TransactGet|Describe|List)/u.test(action);
}

export function writeCount(): WriteCount {
  const readBy = new Map<string, Set<string>>();
  const writers = new Map<string, Map<string, number>>();
  const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);
  const to = (table: string): number => sum(writers.get(table)?.values() ?? []);

  return {
    note: (title, action, body) => {
      for (const table of tablesOf(body)) {
        if (!isWrite(action)) {
          readBy.set(title, (readBy.get(title) ?? new Set()).add(table));
          continue;
        }
        const counts = writers.get(table) ?? new Map<string, number>();
        writers.set(table, counts.set(title, (counts.get(title) ?? 0) + 1));
      }
    },
    to,
    by: (title) => sum([...writers.values()].map((counts) => counts.get(title) ?? 0)),
    ofOthersFor: (title) =>
      sum([...(readBy.get(title) ?? [])].map((table) => to(table) - (writers.get(table)?.get(title) ?? 0))),
  };
}

/** The tables that a call names, by name or ARN. A transaction or a batch may name several; each counts once. */
function tablesOf(body: Body): Set<string> {
  const transaction = Array.isArray(body['TransactItems']) ? (body['TransactItems'] as Record<string, Body>[]) : [];
  const named = [
    body['TableName'],
    ...transaction.flatMap((item) => Object.values(item).map((part) => part['TableName'])),
    ...Object.keys(body['RequestItems'] ?? {}),
  ];
  return new Set(named.filter((name) => typeof name === 'string').map((name) => name.split('/').pop() ?? name));
}
