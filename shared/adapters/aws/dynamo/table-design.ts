/**
 * Keys and indexes of the tables, as plain data. The data stack creates them, the adapters address them, and the port
 * suites set them up. Which row lives where: docs/data.md. Source: docs/design.md, Data.
 */
export interface TableDesign {
  partitionKey: string;
  sortKey: string;
  sortKeyType: 'S' | 'N';
  indexes: Readonly<Record<string, { partitionKey: string; sortKey: string; include: 'ALL' | readonly string[] }>>;
  stream: boolean;
  /** Rows with this attribute are removed by the database, at that second since 1970. */
  removedAt?: string;
  recoveryDays: number;
}

export const tableDesigns = {
  Cases: {
    partitionKey: 'pk',
    sortKey: 'sk',
    sortKeyType: 'S',
    indexes: {
      /** `DUE#<shard>` / `<dueAt>#<case>#<row>`: armed timers and unsent mails. */
      due: { partitionKey: 'duePk', sortKey: 'dueSk', include: ['severity'] },
      /**
       * `QUEUE#<shard>` / `<rank>#<instant>#<case>`: open cases. `RESOLVED#<shard>` / the same: cases that have ended,
       * until they are closed and all of it is seen. Rows of release 0.1.0 have no rank.
       */
      queue: { partitionKey: 'queuePk', sortKey: 'queueSk', include: 'ALL' },
      /** `ASSIGNEE#<directory id>` / the same: cases that somebody has, open or with unread words. */
      assignee: { partitionKey: 'assigneePk', sortKey: 'assigneeSk', include: 'ALL' },
      /**
       * `KEPT#<shard>` / `<instant>#<case>`: cases that have ended, at the next thing to do about keeping them.
       * `HELD#<shard>` / the same: held ones, whatever their status. `UNSEEN#<shard>` / the same: ended ones that are
       * not erased before somebody has seen all of them. Rows of release 0.1.0 are in the first alone.
       */
      kept: { partitionKey: 'keptPk', sortKey: 'keptSk', include: ['revision'] },
      /** `ASKED#<shard>` / `<instant>#<case>`: cases with exports, or with an erasure or a withdrawal that waits. */
      asked: { partitionKey: 'askedPk', sortKey: 'askedSk', include: ['revision'] },
    },
    stream: false,
    removedAt: 'removeAt',
    recoveryDays: 35,
  },
  CaseEvents: {
    partitionKey: 'pk',
    sortKey: 'number',
    sortKeyType: 'N',
    indexes: {
      /** `PENDING#<shard>` / `<time>#<case>#<number>`, while the mark stands. */
      pending: { partitionKey: 'pendingPk', sortKey: 'pendingSk', include: 'ALL' },
    },
    stream: true,
    recoveryDays: 35,
  },
  Keys: { partitionKey: 'pk', sortKey: 'sk', sortKeyType: 'S', indexes: {}, stream: false, recoveryDays: 7 },
  AccessLog: {
    partitionKey: 'pk',
    sortKey: 'sk',
    sortKeyType: 'S',
    indexes: { actor: { partitionKey: 'actorPk', sortKey: 'actorSk', include: 'ALL' } },
    stream: false,
    recoveryDays: 35,
  },
  /** Never restored to an earlier state: it says what must be erased again after any restore. */
  Erasures: {
    partitionKey: 'pk',
    sortKey: 'sk',
    sortKeyType: 'S',
    indexes: {
      /** `UNFINISHED` / `<at>#<case>`, until a later run finds nothing left of the case. */
      unfinished: { partitionKey: 'unfinishedPk', sortKey: 'unfinishedSk', include: 'ALL' },
    },
    stream: false,
    recoveryDays: 35,
  },
  /**
   * `MONTH#<month>` or `QUARTER#<quarter>` / opaque id: one anonymous row for each case. `PUBLISHED#<year>` / quarter:
   * published figures.
   */
  Facts: { partitionKey: 'pk', sortKey: 'sk', sortKeyType: 'S', indexes: {}, stream: false, recoveryDays: 35 },
  Directory: {
    partitionKey: 'pk',
    sortKey: 'sk',
    sortKeyType: 'S',
    indexes: {},
    stream: false,
    recoveryDays: 35,
  },
} as const satisfies Record<string, TableDesign>;

export type TableName = keyof typeof tableDesigns;

/** How many shards the sparse indexes are spread over. */
export const shardCount = 8;
