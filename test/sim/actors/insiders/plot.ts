import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { Witness } from '../../checks/power/witness.ts';
import type { World } from '../../world.ts';
import { firstAnswer, type Simulated } from '../reporters.ts';
import type { formsOfCommands } from './bodies.ts';

export const insiderKinds = ['thief', 'officer', 'counsellor', 'supervisor', 'administrator', 'pair'] as const;
export type InsiderKind = (typeof insiderKinds)[number];

/** What honest people do with what waits for a second person: nothing, object, or whatever comes to their minds. */
export type Watchfulness = 'asleep' | 'objects' | 'anything';

/** Everything that insiders of a history share. */
export interface Plot {
  world: World;
  kind: InsiderKind;
  /** Directory ids. A thief is none. */
  insiders: readonly string[];
  /** Accounts that they added. */
  puppets: string[];
  reporters: readonly Simulated[];
  /** Codes of receipts that they saw. */
  codes: { code: string; number: string; by: string }[];
  /** Codes of calls to the outside partner that they know, by `<case number>/<approval id>` or `directory/<person>`. */
  heard: Map<string, string>;
  /** The codes that the partner gave them, because the partner agrees. */
  agreed: Set<string>;
  /** Reports that they filed: numbers of cases, or that no clear answer came. */
  filed: string[];
  /** When somebody used a code that was dead by then, and staff were shown nothing of it. */
  unseen: string[];
  /** Whether the outside partner agrees to what is asked in this history. */
  doesPartnerAgree: boolean;
  watchfulness: Watchfulness;
  witness: Witness;
  directoryTable: string;
  formOf: Awaited<ReturnType<typeof formsOfCommands>>;
}

export interface Colleague {
  id: string;
  role?: string;
  active: boolean;
  duties: readonly string[];
  mail: string;
}

/** Everybody in the directory, as it stands. */
export const colleaguesIn = ({ world, directoryTable }: Plot): Colleague[] =>
  world.database
    .rows(directoryTable)
    .filter(({ sk }) => sk?.S === 'MEMBER')
    .map((row) => fromRow({ ...row }) as unknown as Colleague);

/** People of the centre and its partner, without contacts of institutions. */
export const peopleIn = (plot: Plot): Colleague[] =>
  colleaguesIn(plot).filter(({ duties }) => !duties.some((duty) => duty.startsWith('institution:')));

/** Whoever acts for the insiders: they themselves, and accounts of theirs. */
export const handsOf = ({ insiders, puppets }: Plot): string[] => [...insiders, ...puppets];

export const numbersOf = ({ reporters }: Plot): string[] =>
  reporters.flatMap((one) => firstAnswer(one)?.body['caseNumber'] ?? []) as string[];

/** Whoever reported a case, or the same once more. */
export const reportersOf = ({ reporters }: Plot, number: string): Simulated[] =>
  reporters.filter((one) => firstAnswer(one)?.body['caseNumber'] === number);
