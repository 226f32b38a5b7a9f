import type { Mutant } from '../mutant.ts';

/** What lets two releases live beside each other, and a newer one be taken back (docs/decisions/194). */
export const mutantsOfReleases: readonly Mutant[] = [
  {
    promise: 'P4',
    what: 'a strict reader: a type or version of a newer release is refused until it is a dead letter',
    file: 'shared/contracts/events/parse-envelope.ts',
    find: 'if (reader === undefined) return { isNewer: true, caseId, number };',
    replace: "if (reader === undefined) throw new EventUnreadable('envelope: type');",
    by: {
      tests: ['test/lambda/events/queue-handler.test.ts'],
      named: 'lets go of what only a newer release knows, and takes it for done by nobody',
    },
  },
  {
    promise: 'P4',
    what: 'a strict reader: a member of a newer release is refused',
    file: 'shared/contracts/events/event-schemas.ts',
    find: "'case.received': [z.object({",
    replace: "'case.received': [z.strictObject({",
    by: {
      tests: ['test/lambda/events/queue-handler.test.ts'],
      named: 'gets an event without the members that only a newer release knows',
    },
  },
  {
    promise: 'P4',
    what: 'a version is stamped at sending, whatever stands on the row',
    file: 'shared/adapters/aws/events/event-row.ts',
    find: "version: Number(row['version']?.N ?? 1)",
    replace: "version: eventVersions[textOf(row, 'type') as keyof typeof eventVersions]",
    by: {
      tests: ['test/adapters/events/outbox.test.ts'],
      named: 'says of an event in which version it was written, and whom the release that wrote it awaits',
    },
  },
  {
    promise: 'P4',
    what: 'the sweeper settles what a reactor of a newer release has still to do',
    file: 'functions/sweeper/sweep-outbox.ts',
    find: 'return { pending, isOver: missing.length === 0,',
    replace: 'return { pending, isOver: !missing.some(isReactor),',
    by: { seed: 2 },
  },
  {
    promise: 'P4',
    what: 'what a newer release wrote on a row is lost when the directory writes it again',
    file: 'shared/adapters/aws/directory/carried-over.ts',
    find: 'return { ...Object.fromEntries(others), ...after };',
    replace: 'return after;',
    by: {
      tests: ['test/adapters/directory/carried-over.test.ts'],
      named: 'keeps what a newer release wrote on',
    },
  },
];
