import type { Case } from '#shared/domain/case/case.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { Directories, Moment } from './course.ts';
import type { Post, WasTold } from './telling.ts';
import type { IsOfThem } from './them.ts';

/** Something of a case or of the directory that one person must not be able to do. */
export const powerKinds = [
  /** Gone before its time. */
  'erased',
  /** Its words were given out. */
  'exported',
  /** No longer critical. */
  'lowered',
  /** Nobody else can open it, or too few are left. */
  'hidden',
  /** A role, a clearance, an account. */
  'power',
  /** The last place of a role or of a rung. */
  'place',
  /** Nobody who could object heard of it. */
  'untold',
  /** The access log does not say it. */
  'unmarked',
  /** A code that insiders know opens what they must not see. */
  'code',
  /** What a thief of a code did is not shown, or stops the child. */
  'thief',
] as const;
export type PowerKind = (typeof powerKinds)[number];
export type FindPower = (kind: PowerKind, what: string) => void;

/** One case of a history, with all states that it had, also where nothing is left of it. Times are ms since 1970. */
export interface CaseCourse {
  caseId: string;
  caseNumber: string;
  states: readonly { at: number; of: Case }[];
  events: readonly CaseEvent[];
  erasedAt?: number;
}

/** Everything that a history is judged by: history, directory, access log, mails. Times are ms since 1970. */
export interface PowerEvidence {
  now: number;
  cases: readonly CaseCourse[];
  directories: Directories;
  access: readonly { caseId: string; actor: string; action: string; at: string }[];
  post: Post;
  /** What the outside partner agreed to: `<case id>/<approval id>`, or `directory/<id of a person>`. */
  agreed: ReadonlySet<string>;
  /** Whether anything went wrong between two instants that may keep a mail back. */
  wasDisturbed: (from: number, until: number) => boolean;
}

/** The same, for one set of insiders. */
export interface Judged extends PowerEvidence {
  moments: readonly Moment[];
  isOne: IsOfThem;
  wasTold: WasTold;
}

export const hourMs = 60 * 60_000;
export const dayMs = 24 * hourMs;
export const weekMs = 7 * dayMs;

/** The directory id of a person who did something; undefined for the machine and the reporter. */
export const personOf = ({ actor }: Pick<CaseEvent, 'actor'>): string | undefined =>
  actor.startsWith('staff:') ? actor.slice('staff:'.length) : undefined;
