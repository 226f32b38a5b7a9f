import type { Row } from '../database/expressions.ts';
import { ask, heard, posts, type Seen } from '../actors/asking.ts';
import { sendReport, type Reporter, type Simulated } from '../actors/reporters.ts';
import type { System } from '../system.ts';
import { tableIn } from '../table-names.ts';
import type { World } from '../world.ts';

/** What is left of a history and whom one can still ask: all that it is judged by, wherever it was lived through. */
export interface Evidence {
  /** ms since 1970. */
  now: number;
  /** All rows that every table has now, by its name. */
  tables: () => Promise<ReadonlyMap<string, readonly Row[]>>;
  /** Names of the two tables that hold what happened to a case. */
  casesTable: string;
  eventsTable: string;
  /** Every mail that was handed over. */
  mails: readonly { tags: Readonly<Record<string, string>> }[];
  /** How many messages each queue still holds. */
  queues: readonly { name: string; messages: number }[];
  /** Reports that somebody filed whom nobody asks again: numbers of cases, or anything where no clear answer came. */
  filed?: readonly string[];
  /** Where else nothing may stand that a person wrote, with everything that stands there now. */
  places: () => readonly (readonly [place: string, text: string])[];
  /** Asks with a receipt how a report stands. */
  followUp: (receipt: string, caseNumber?: string) => Promise<Seen>;
  /** Sends a report once more. */
  sendAgain: (reporter: Reporter) => Promise<Seen>;
}

/** What a simulated history has left. */
export function evidenceIn(world: World, system: System): Evidence {
  return {
    now: world.now(),
    tables: async () => new Map(system.tables.map(({ name }) => [name, world.database.rows(name)])),
    casesTable: tableIn(system.blueprint, 'CASES_TABLE'),
    eventsTable: tableIn(system.blueprint, 'CASE_EVENTS_TABLE'),
    mails: world.mails,
    // What nobody can read stays among the dead letters, and comes back from there.
    queues: world.queues.all().map(({ name, messages }) => ({
      name,
      messages: messages.filter(({ body }) => !world.sources.poison.has(body)).length,
    })),
    places: () => [
      ['a log line', world.lines.join('\n')],
      ['a mail', JSON.stringify(world.mails)],
      ['a queue', JSON.stringify(world.queues.all())],
      ['the stream', JSON.stringify(world.database.stream)],
    ],
    followUp: (receipt, caseNumber) => {
      const look = (): Promise<Seen> => ask(world, 'follow-up', posts('/v1/follow-up', { receipt }));
      return caseNumber === undefined ? look() : heard(world, 'follow-up', caseNumber, look);
    },
    sendAgain: (reporter) => sendReport(world, reporter as Simulated),
  };
}
