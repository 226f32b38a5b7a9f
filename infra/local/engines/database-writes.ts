type Body = Readonly<Record<string, unknown>>;

/** Which function looks for work where, and what others wrote there. So it is known when there may be work for it. */
export interface WriteCount {
  /** Counts a call of a function to the database that took effect. */
  note: (title: string, action: string, body: Body) => void;
  /** Writes to a table so far. */
  to: (table: string) => number;
  /** Writes of a function so far, by its title. */
  by: (title: string) => number;
  /** From now on, what others write is kept for this function. What was kept for it before is forgotten. */
  begin: (title: string) => void;
  /**
   * The earliest instant of what others wrote since `begin` to where a function looks for work, in ms since 1970. Where
   * it queries an index of a table, only rows that enter the index count, each at the instant with which its place in the
   * index begins. What names no instant counts from 1970. Rows that are read by their key, or by the case that they
   * belong to, are not looked for. Undefined when others wrote nothing for it.
   */
  soonestFor: (title: string) => number | undefined;
}

/** Whether a call to DynamoDB changes anything, by its name. */
export function isWrite(action: string): boolean {
  return !/^(?:Get|Query|Scan|BatchGet|TransactGet|Describe|List)/u.test(action);
}

/** By table, and by table and index (`Cases` and `Cases due`), the earliest instant of each writer, by its title. */
type Written = Map<string, Map<string, number>>;

export function writeCount(): WriteCount {
  /** By title, the tables in which it looks, each with the indexes that it queries. */
  const looksIn = new Map<string, Map<string, Set<string>>>();
  /** How many writes each table took, by the title of the writer. */
  const tables = new Map<string, Map<string, number>>();
  /** What is kept for each function since it began. */
  const kept = new Map<string, Written>();
  const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);
  const count = (table: string, title: string): void => {
    const counts = tables.get(table) ?? new Map<string, number>();
    tables.set(table, counts.set(title, (counts.get(title) ?? 0) + 1));
  };
  const keep = (place: string, title: string, at: number): void => {
    for (const written of kept.values()) {
      const ofPlace = written.get(place) ?? new Map<string, number>();
      written.set(place, ofPlace.set(title, Math.min(at, ofPlace.get(title) ?? Infinity)));
    }
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
        count(table, title);
        keep(table, title, 0);
        const ofTable = parts.flatMap(([named, part]) => (named === table ? [JSON.stringify(part)] : []));
        for (const [index, at] of ofTable.flatMap(entriesOf)) keep(`${table} ${index}`, title, at);
      }
    },
    to: (table) => sum(tables.get(table)?.values() ?? []),
    by: (title) => sum([...tables.values()].map((counts) => counts.get(title) ?? 0)),
    begin: (title) => {
      kept.set(title, new Map());
    },
    soonestFor: (title) => {
      const places = [...(looksIn.get(title) ?? [])].flatMap(([table, queried]) =>
        queried.size === 0 ? [table] : [...queried].map((index) => `${table} ${index}`),
      );
      const byOthers = places.flatMap((place) =>
        [...(kept.get(title)?.get(place) ?? [])].flatMap(([writer, at]) => (writer === title ? [] : [at])),
      );
      return byOthers.length === 0 ? undefined : Math.min(...byOthers);
    },
  };
}

/**
 * The indexes that a write enters, each with the instant of the row there, in ms since 1970. By the house's rule, the
 * keys of the index `due` are the attributes `duePk` and `dueSk`, and an update sets them to `:duePk` and `:dueSk`.
 */
function entriesOf(part: string): [index: string, at: number][] {
  const names = [...part.matchAll(/"(\w+)Pk":\{|\b(\w+)Pk = /gu)].map(([, put, set]) => put ?? set ?? '');
  return names.map((name) => {
    const [, instant = ''] = new RegExp(`":?${name}Sk":\\{"S":"([\\d-]+T[\\d:.]+Z)`, 'u').exec(part) ?? [];
    return [name, Number.isNaN(Date.parse(instant)) ? 0 : Date.parse(instant)];
  });
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
