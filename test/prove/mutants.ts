/** What notices a mutant: histories from seeds, a fault at every place, or files of tests. */
export type Noticed = 'histories' | 'crash points' | { tests: readonly string[] };

/** One mechanism of a promise taken away, as somebody might by mistake. */
export interface Mutant {
  promise: `P${number}`;
  /** The mistake, in words. */
  what: string;
  file: string;
  find: string;
  replace: string;
  by: Noticed;
}

export const mutants: readonly Mutant[] = [
  {
    promise: 'P1',
    what: 'intake stores the report without its event',
    file: 'shared/adapters/aws/report-store.ts',
    find: '...of.events.map((event) => rest(putNew(tables.caseEvents, eventRow(event)))),',
    replace: '',
    by: 'histories',
  },
  {
    promise: 'P1',
    what: 'intake stores the report without its clocks',
    file: 'shared/use-cases/accept-report.ts',
    find: 'timers: wantedTimers(received, deps.country),',
    replace: 'timers: [],',
    by: { tests: ['test/functions/intake'] },
  },
  {
    promise: 'P1',
    what: 'the sweeper settles what was sent, done or not',
    file: 'functions/sweeper/sweep-outbox.ts',
    find: 'missing.length === 0 && isKnown(pending)',
    replace: '(missing.length === 0 || pending.sentAt !== undefined) && isKnown(pending)',
    by: 'histories',
  },
  {
    promise: 'P1',
    what: 'the sweeper sends nothing again',
    file: 'functions/sweeper/sweep-outbox.ts',
    find: 'due.flatMap(({ pending, missing }) => missing.map((reactor) => ({ event: pending.event, reactor }))),',
    replace: 'due.flatMap(() => []),',
    by: 'histories',
  },
  {
    promise: 'P1',
    what: 'the relay takes a batch that was refused in part for sent',
    file: 'functions/relay/relay-events.ts',
    find: 'const sent = consumed.filter((event) => !notTaken.has(eventId(event)));',
    replace: 'const sent = consumed;',
    by: { tests: ['test/functions/relay'] },
  },
  {
    promise: 'P2',
    what: 'the same key does not lead to the same receipt',
    file: 'shared/sealing/derived.ts',
    find: "'receipt'",
    replace: '`receipt${performance.now()}`',
    by: { tests: ['test/sealing', 'test/functions/intake'] },
  },
  {
    promise: 'P2',
    what: 'a report that is there already is written over',
    file: 'shared/adapters/aws/report-store.ts',
    find: "{ label: 'request', item: putNewOrShow(tables.cases, requestRow(of.request)) },",
    replace: "{ label: 'request', item: put(tables.cases, requestRow(of.request)) },",
    by: 'histories',
  },
  {
    promise: 'P3',
    what: 'a reactor that has mails to write writes its DONE row over the one that is there',
    file: 'shared/adapters/aws/case-writer.ts',
    find: "{ label: 'done', item: putNew(tables.cases, doneRow(caseId, done)) },\n        ...mails",
    replace: "{ label: 'done', item: put(tables.cases, doneRow(caseId, done)) },\n        ...mails",
    by: 'histories',
  },
  {
    promise: 'P3',
    what: 'DONE rows are keyed by something that a second delivery does not have',
    file: 'shared/adapters/aws/rows.ts',
    find: '`DONE#${reactor}#${eventNumber}`',
    replace: '`DONE#${reactor}#${eventNumber}#${performance.now()}`',
    by: 'histories',
  },
  {
    promise: 'P3',
    what: 'a change is written whatever somebody else has written meanwhile',
    file: 'shared/adapters/aws/case-writer.ts',
    find: "      ConditionExpression: 'revision = :revision',\n      ExpressionAttributeValues: toRow({ ':revision': revision }),\n",
    replace: '',
    by: { tests: ['test/adapters/case-writer.test.ts'] },
  },
  {
    promise: 'P4',
    what: 'a message that failed is acknowledged',
    file: 'shared/lambda/queue-handler.ts',
    find: "measure('EventFailed', 1);\n        return false;",
    replace: "measure('EventFailed', 1);\n        return true;",
    by: { tests: ['test/lambda/queue-handler.test.ts'] },
  },
  {
    promise: 'P4',
    what: 'one message that fails fails its whole batch',
    file: 'shared/lambda/partial-batch.ts',
    find: 'Records.filter((_, position) => !acknowledged[position])',
    replace: 'Records.filter(() => acknowledged.includes(false))',
    by: { tests: ['test/lambda/queue-handler.test.ts'] },
  },
  {
    promise: 'P5',
    what: 'the timers are read before the case',
    file: 'shared/adapters/aws/case-reader.ts',
    find: "const meta = await getRow(db, tables.cases, metaKey(caseId));\n      if (meta === undefined) return undefined;\n      const timers = await rowsOfCase(db, tables.cases, caseId, 'TIMER#');",
    replace:
      "const timers = await rowsOfCase(db, tables.cases, caseId, 'TIMER#');\n      const meta = await getRow(db, tables.cases, metaKey(caseId));\n      if (meta === undefined) return undefined;",
    by: { tests: ['test/adapters/case-writer.test.ts'] },
  },
  {
    promise: 'P5',
    what: 'a deadline is due only after its moment',
    file: 'shared/domain/timer.ts',
    find: "if (now < timer.dueAt) return { outcome: 'not_due' };",
    replace: "if (now <= timer.dueAt) return { outcome: 'not_due' };",
    by: { tests: ['test/domain/timer.test.ts'] },
  },
  {
    promise: 'P5',
    what: 'the next rung counts from the deadline, so that an outage raises all of them at once',
    file: 'shared/domain/timer.ts',
    find: 'nextRungAt: plusMinutes(now, untilNext),',
    replace: 'nextRungAt: plusMinutes(timer.nextRungAt ?? timer.deadline, untilNext),',
    by: 'histories',
  },
  {
    promise: 'P5',
    what: 'a rung is raised without moving on to the next',
    file: 'shared/domain/timer.ts',
    find: 'const nextRung = isReminder ? timer.nextRung : timer.nextRung + 1;',
    replace: 'const nextRung = timer.nextRung;',
    by: 'histories',
  },
  {
    promise: 'P5',
    what: 'resolving forgets to disarm',
    file: 'shared/domain/resolution.ts',
    find: 'timersDisarmed: timers.filter((timer) => !outlivesEnd(timer)).map(timerId),',
    replace: 'timersDisarmed: [],',
    by: { tests: ['test/functions/case-desk'] },
  },
  {
    promise: 'P5',
    what: 'a sweep stops at the first case it cannot raise',
    file: 'functions/escalation/sweep-deadlines.ts',
    find: "        failed += 1;\n        deps.log('raise_failed', { caseId: due.caseId, timer: due.timer, errorName: errorName(error) });",
    replace: '        throw error;',
    by: { tests: ['test/functions/escalation'] },
  },
  {
    promise: 'P6',
    what: 'a mail is marked as sent before it is',
    file: 'shared/use-cases/send-mail.ts',
    find: '    let messageId: string;\n    try {',
    replace:
      "    let messageId: string;\n    await Promise.all(news.map((one) => mark(one, deps.clock.now(), 'soon')));\n    try {",
    by: 'histories',
  },
  {
    promise: 'P6',
    what: 'a mail that was not marked is never tried again',
    file: 'shared/adapters/aws/mail-row.ts',
    find: '...(isWaiting(mail) ? dueAttributes(key, mail.retryAt) : {})',
    replace: '',
    by: 'histories',
  },
  {
    promise: 'P7',
    what: 'whoever makes data keys, as intake does, may open them too',
    file: 'infra/rights.ts',
    find: "actions: ['kms:GenerateDataKey'],\n    resources: [data.keyArns.Content],",
    replace: "actions: ['kms:GenerateDataKey', 'kms:Decrypt'],\n    resources: [data.keyArns.Content],",
    by: { tests: ['test/infra/rights.test.ts'] },
  },
  {
    promise: 'P8',
    what: 'the narrative stands on the report as it was written',
    file: 'shared/use-cases/seal-report.ts',
    find: "{ narrative: seal(content.plain, 'narrative', narrative) }",
    replace: '{ narrative }',
    by: 'histories',
  },
  {
    promise: 'P8',
    what: 'what was thrown is logged with its message',
    file: 'shared/lambda/log.ts',
    find: "return error instanceof Error ? error.name : 'UnknownError';",
    replace: "return error instanceof Error ? error.message : 'UnknownError';",
    by: { tests: ['test/lambda'] },
  },
  {
    promise: 'P11',
    what: 'whoever makes keyed hashes, as intake does, may send mails',
    file: 'infra/rights.ts',
    find: "actions: ['kms:GenerateMac'],",
    replace: "actions: ['kms:GenerateMac', 'ses:SendEmail'],",
    by: { tests: ['test/infra/rights.test.ts'] },
  },
];
