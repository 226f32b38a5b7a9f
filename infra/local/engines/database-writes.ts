type Body = Readonly<Record<string, unknown>>;

/** Which function looks for work where, and who wrote there. So it is known whether there may be work for a function. */
export interface WriteCount {
  /** Counts a call of a function to the database that took effect. */
  note: (title: string, action: string, body: Body) => void;
  /** Writes to a table so far. */
  to: (table: string) => number;
  /** Writes of a function so far, by its title. */
  by: (title: string) => number;
  /**
   * Writes of other functions so far to where a function looks for work. Where it queries an index of a table, only rows
   * that enter the index count. Rows that are read by their key, or by the case that they belong to, are not looked for.
   */
  ofOthersFor: (title: string) => number;
}

/** Whether a call to DynamoDB changes anything, by its name. */
export function isWrite(action: string): boolean {
  return !/^(?:Get|Query|Scan|BatchGet|TransactGet|Describe|List)/u.test(action);
}

/** Writes by table, and by table and index: `Cases` and `Cases due`. Each holds how many, by the title of the writer. */
type Writers = Map<string, Map<string, number>>;

export function writeCount(): WriteCount {
  /** By title, the tables in which it looks, each with the indexes that it queries. */
  const looksIn = new Map<string, Map<string, Set<string>>>();
  const tables: Writers = new Map();
  const indexes: Writers = new Map();
  const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);
  const count = (writers: Writers, place: string, title: string): void => {
    const counts = writers.get(place) ?? new Map<string, number>();
    writers.set(place, counts.set(title, (counts.get(title) ?? 0) + 1));
  };
  const ofOthers = (writers: Writers, place: string, title: string): number => {
    const counts = writers.get(place);
    return sum(counts?.values() ?? []) - (counts?.get(title) ?? 0);
  };
  const look = (title: string, table: string, index: unknown): void => {
    const places = looksIn.get(title) ?? new Map<string, Set<string>>();
    const known = places.get(table) ?? new Set<string>();
    if (typeof index === 'string') known.add(index);
    looksIn.set(title, places.set(table, known));
  };

  return {
    note: (title, action, body) => {
      const isLook = action === 'Scan' || (action === 'Query' && !isOfOneCase(body));
      if (isLook) for (const [table] of partsOf(body)) look(title, table, body['IndexName']);
      if (!isWrite(action)) return;
      const parts = partsOf(body);
      for (const table of new Set(parts.map(([named]) => named))) {
        count(tables, table, title);
        const ofTable = parts.flatMap(([named, part]) => (named === table ? [JSON.stringify(part)] : []));
        // By the house's rule, the partition key of the index `due` is the attribute `duePk`.
        const entered = new Set(ofTable.flatMap((part) => [...part.matchAll(/\b(\w+)Pk\b/g)].map(([, name]) => name)));
        for (const index of entered) count(indexes, `${table} ${index}`, title);
      }
    },
    to: (table) => sum(tables.get(table)?.values() ?? []),
    by: (title) => sum([...tables.values()].map((counts) => counts.get(title) ?? 0)),
    ofOthersFor: (title) =>
      sum(
        [...(looksIn.get(title) ?? [])].flatMap(([table, queried]) =>
          queried.size === 0
            ? [ofOthers(tables, table, title)]
            : [...queried].map((index) => ofOthers(indexes, `${table} ${index}`, title)),
        ),
      ),
  };
}

/** Whether a query reads rows of a case that is known already. */
function isOfOneCase(body: Body): boolean {
  return body['IndexName'] === undefined && JSON.stringify(body['ExpressionAttributeValues'] ?? {}).includes('"CASE#');
}

/** The parts of a call, each with the table that it names by name or ARN. A transaction or a batch may have several. */
function partsOf(body: Body): [string, unknown][] {
  const transaction = Array.isArray(body['TransactItems']) ? (body['TransactItems'] as Record<string, Body>[]) : [];
  const named: [unknown, unknown][] = [
    [body['TableName'], body],
    ...transaction.flatMap((item) => Object.values(item).map((part): [unknown, unknown] => [part['TableName'], part])),
    ...Object.entries(body['RequestItems'] ?? {}),
  ];
  return named.flatMap(([name, part]) =>
    typeof name === 'string' ? [[name.split('/').pop() ?? name, part] as [string, unknown]] : [],
  );
}
