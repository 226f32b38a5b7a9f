import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricName } from '#shared/lambda/log/metrics.ts';

/** One number by which a sweep is bounded. Its value is read from the code. */
export interface SweepBound {
  sweep: 'every sweep' | 'escalation' | 'sweeper' | 'retention';
  file: string;
  constant: string;
  what: string;
  /** What happens beyond it. Nothing is ever given up. */
  beyond: string;
  /** What is measured when work is left, so that an alarm can say so. */
  measuredBy?: MetricName;
}

/** Every number that bounds how much a sweep does. A test holds this list against the code of the sweeps. */
export const sweepBounds: readonly SweepBound[] = [
  {
    sweep: 'every sweep',
    file: 'shared/lambda/time-left.ts',
    constant: 'nearlyOverMs',
    what: 'milliseconds before the end of its time at which a run begins nothing new',
    beyond: 'What is not begun stays in its index, and the next run goes on with it.',
  },
  {
    sweep: 'every sweep',
    file: 'shared/adapters/aws/dynamo/read-rows.ts',
    constant: 'firstPage',
    what: 'rows of the first page of an index',
    beyond: 'The next page is read.',
  },
  {
    sweep: 'every sweep',
    file: 'shared/adapters/aws/dynamo/read-rows.ts',
    constant: 'furtherPages',
    what: 'rows of each further page',
    beyond: 'The next page is read, until nothing more is due.',
  },
  {
    sweep: 'escalation',
    file: 'functions/escalation/sweep-deadlines.ts',
    constant: 'casesAtOnce',
    what: 'cases whose deadlines are escalated at the same time',
    beyond: 'As soon as one is done the next begins, critical ones first.',
  },
  {
    sweep: 'escalation',
    file: 'functions/escalation/sweep-deadlines.ts',
    constant: 'reserveMs',
    what: 'milliseconds that escalating leaves for mails, notices and the roster',
    beyond: 'Deadlines that are left are escalated by the sweep of the next minute.',
    measuredBy: 'TimersLeftUndone',
  },
  {
    sweep: 'escalation',
    file: 'functions/escalation/sweep-deadlines.ts',
    constant: 'noticesReserveMs',
    what: 'milliseconds that notices about the directory leave for mails',
    beyond: 'Notices that are left are mailed by the sweep of the next minute.',
    measuredBy: 'NoticesLeftUndone',
  },
  {
    sweep: 'escalation',
    file: 'functions/escalation/tell-owed.ts',
    constant: 'casesAtOnce',
    what: 'cases whose owed alerts are tried at the same time',
    beyond: 'As soon as one is done the next begins.',
  },
  {
    sweep: 'escalation',
    file: 'functions/escalation/tell-owed.ts',
    constant: 'reserveMs',
    what: 'milliseconds that owed alerts leave for mails, notices and the roster',
    beyond: 'Alerts that are left stay owed. The sweep of the next minute tries them.',
  },
  {
    sweep: 'escalation',
    file: 'functions/escalation/void-distrusted.ts',
    constant: 'codesAtOnce',
    what: 'codes of one distrusted person that are voided',
    beyond: 'The next sweep voids the rest.',
  },
  {
    sweep: 'escalation',
    file: 'functions/escalation/void-distrusted.ts',
    constant: 'casesAtOnce',
    what: 'cases whose codes are voided at the same time',
    beyond: 'As soon as one is done the next begins.',
  },
  {
    sweep: 'escalation',
    file: 'functions/escalation/void-distrusted.ts',
    constant: 'reserveMs',
    what: 'milliseconds that voiding leaves for mails, notices and the roster',
    beyond: 'Codes that are left are voided by the sweep of the next minute.',
  },
  {
    sweep: 'escalation',
    file: 'functions/escalation/send-directory-notices.ts',
    constant: '',
    what: 'notices of the directory: no number, as many as there is time for, one after the other',
    beyond: 'The next sweep sends the rest.',
    measuredBy: 'NoticesLeftUndone',
  },
  {
    sweep: 'sweeper',
    file: 'shared/adapters/aws/events/pending-events.ts',
    constant: 'eventsPerShard',
    what: 'events of a shard that are to be sent, and as many others, that a sweep holds in memory',
    beyond: 'It counts the others. What was sent waits its pause, so the next sweep comes to the next ones.',
    measuredBy: 'EventsLeftUndone',
  },
  {
    sweep: 'sweeper',
    file: 'functions/sweeper/sweep-outbox.ts',
    constant: 'eventsAtOnce',
    what: 'events that are looked at in one go',
    beyond: 'The next go begins, while there is time; what is to be sent goes first.',
    measuredBy: 'EventsLeftUndone',
  },
  {
    sweep: 'sweeper',
    file: 'shared/adapters/aws/events/pending-events.ts',
    constant: 'casesAtOnce',
    what: 'cases whose DONE rows are read at the same time',
    beyond: 'As soon as one is read the next begins.',
  },
  {
    sweep: 'sweeper',
    file: 'functions/sweeper/sweep-outbox.ts',
    constant: 'marksAtOnce',
    what: 'events that are marked at the same time',
    beyond: 'As soon as one is marked the next begins.',
  },
  {
    sweep: 'retention',
    file: 'shared/adapters/aws/erasing/cases-due-for-erasing.ts',
    constant: '',
    what: 'cases that are due: no number, all entries of the index, of about 100 bytes each',
    beyond: 'Cases that are left are looked at by the run of the next hour.',
    measuredBy: 'KeepingLeftUndone',
  },
  {
    sweep: 'retention',
    file: 'functions/retention/keep-house.ts',
    constant: 'casesAtOnce',
    what: 'cases that are kept or erased at the same time',
    beyond: 'As soon as one is done the next begins.',
    measuredBy: 'KeepingLeftUndone',
  },
  {
    sweep: 'retention',
    file: 'shared/adapters/aws/erasing/erasing.ts',
    constant: 'atOnce',
    what: 'rows of one case that are removed at the same time, each by a call of its own',
    beyond: 'As soon as one is gone the next goes. A run that breaks off leaves fewer rows to the next.',
  },
  {
    sweep: 'retention',
    file: 'functions/retention/freeze-quarters.ts',
    constant: '',
    what: 'quarters of this year and the last, eight in all; without time for one, the run of the next hour publishes it',
    beyond: 'A quarter that was not published within its year and the next stays unpublished.',
  },
];

const root = join(import.meta.dirname, '../..');

/** The value of a bound as its file says it, such as `15_000`; undefined when the file has no such constant. */
export function valueOf({ file, constant }: Pick<SweepBound, 'file' | 'constant'>): string | undefined {
  const found = new RegExp(`^(?:export )?const ${constant} = ([\\d_]+);$`, 'mu').exec(
    readFileSync(join(root, file), 'utf8'),
  );
  return found?.[1];
}

/** The table of bounds as a document: `docs/generated/sweeps.md`. */
export function sweepBoundsTable(): string {
  const rows = sweepBounds.map(
    (bound) =>
      `| ${bound.sweep} | ${(bound.constant === '' ? undefined : valueOf(bound)?.replaceAll('_', ' ')) ?? '–'} | ${bound.what} | ${bound.beyond} | ${bound.measuredBy === undefined ? '–' : `\`${bound.measuredBy}\``} |`,
  );
  return `# How much a sweep does\n\nGenerated by \`npm run docs\`. A sweep goes on until nothing is due or its time is nearly over, and the next one goes on. What a person does with work that is left: [runbook](../runbook.md#a-sweep-leaves-work-undone). The bounds of mails stand with the mails (\`functions/escalation/send-due-mails.ts\`). Replaying erasures after a restore reads the whole journal, and has no bound.\n\n| Sweep | How many | Of what | Beyond it | Left work is measured by |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
