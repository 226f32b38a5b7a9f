import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { Row } from '../../database/expressions.ts';

/*
 * The directory of a whole history, told a second time from its rows and its audit. No rule of the product is asked.
 */

/** What one record of the directory lets a person do. */
export interface Someone {
  id: string;
  name: string;
  role?: string;
  /** The place among approvers and in the ladder. Who is barred keeps it. */
  hasPlace: boolean;
  signsIn: boolean;
  cleared: boolean;
  duties: readonly string[];
  mail: string;
  phone?: string;
}
export type People = ReadonlyMap<string, Someone>;

/** What somebody did to a record, as the audit says it. `askedBy`: who had asked for what was approved. */
export interface Done {
  by: string;
  action: string;
  about: string;
  askedBy?: string;
}

/** An instant at which the directory became another one: by what people did, or by time. */
export interface Moment {
  /** ms since 1970. */
  at: number;
  before: People;
  after: People;
  done: readonly Done[];
  byTime: readonly { about: string; askedBy: string; askedAt: number }[];
}

export type Directories = readonly { at: number; rows: readonly Row[] }[];

interface Waiting {
  set: Partial<Omit<MemberRow, 'role'>> & { role?: string | null };
  approval: { askedBy: string; askedAt: string; decision?: string; effectiveAt?: string; lapsesAt?: string };
}
interface MemberRow {
  id: string;
  name?: string;
  role?: string;
  active: boolean;
  barred?: boolean;
  cleared?: boolean;
  duties: readonly string[];
  mail: string;
  phone?: string;
  waiting?: Waiting;
}

const membersIn = (rows: readonly Row[]): MemberRow[] =>
  rows.filter(({ sk }) => sk?.S === 'MEMBER').map((row) => fromRow({ ...row }) as unknown as MemberRow);

/** Rows of the audit, by their place. */
const auditIn = (rows: readonly Row[]): Map<string, Done> =>
  new Map(
    rows.flatMap((row) => {
      if (row['pk']?.S?.startsWith('AUDIT#') !== true) return [];
      const { by, action, about } = row;
      return [[row['sk']?.S ?? '', { by: by?.S ?? '', action: action?.S ?? '', about: about?.S ?? '' }] as const];
    }),
  );

/** When what waits of a record holds by time alone, in ms since 1970; undefined when it never does. */
function holdsAt({ waiting }: MemberRow): number | undefined {
  const { decision, effectiveAt } = waiting?.approval ?? {};
  return decision === undefined && effectiveAt !== undefined ? Date.parse(effectiveAt) : undefined;
}

function someone(row: MemberRow, at: number): Someone {
  const held = (holdsAt(row) ?? Infinity) <= at ? { ...row, ...row.waiting?.set } : row;
  const { id, name = id, role, active, barred = false, cleared = false, duties, mail, phone } = held;
  return {
    id,
    name,
    hasPlace: active,
    signsIn: active && !barred && role !== undefined && role !== null,
    cleared,
    duties,
    mail,
    ...(role === undefined || role === null ? {} : { role }),
    ...(phone === undefined ? {} : { phone }),
  };
}

const peopleAt = (members: readonly MemberRow[], at: number): People =>
  new Map(members.map((row) => [row.id, someone(row, at)]));

/** Every change of the directory until `now`, in order. The first one has nobody before it. */
export function momentsOf(directories: Directories, now: number): Moment[] {
  const moments: Moment[] = [];
  let before: People = new Map();
  let waiting = new Map<string, Waiting>();
  let known = new Map<string, Done>();
  directories.forEach(({ at, rows }, place) => {
    const members = membersIn(rows);
    const audit = auditIn(rows);
    const done = [...audit].flatMap(([key, one]) => {
      if (known.has(key)) return [];
      const askedBy = waiting.get(one.about)?.approval.askedBy;
      return [{ ...one, ...(askedBy === undefined ? {} : { askedBy }) }];
    });
    const after = peopleAt(members, at);
    moments.push({ at, before, after, done: place === 0 ? [] : done, byTime: [] });
    before = after;
    known = audit;
    waiting = new Map(members.flatMap((row) => (row.waiting === undefined ? [] : [[row.id, row.waiting]])));
    const until = directories[place + 1]?.at ?? now;
    const due = members
      .map((row) => ({ row, at: holdsAt(row) ?? Infinity }))
      .filter((one) => one.at > at && one.at <= until)
      .toSorted((one, other) => one.at - other.at);
    for (const { row, at: held } of due) {
      const { askedBy = '', askedAt = '' } = row.waiting?.approval ?? {};
      const then = peopleAt(members, held);
      const byTime = [{ about: row.id, askedBy, askedAt: Date.parse(askedAt) }];
      moments.push({ at: held, before, after: then, done: [], byTime });
      before = then;
    }
  });
  return moments;
}

/** Everybody as they counted at an instant, in ms since 1970. */
export const peopleThen = (moments: readonly Moment[], at: number): People =>
  moments.findLast((one) => one.at <= at)?.after ?? moments[0]?.after ?? new Map();

/**
 * Everybody who had a place in one of the roles at any time between two instants, and was none of the insiders then. Who
 * got it from them counts for one of them, as `isOne` says.
 */
export function inRolesBetween(
  { moments, isOne }: { moments: readonly Moment[]; isOne: (id: string, at: number) => boolean },
  roles: readonly string[],
  from: number,
  until: number,
): string[] {
  const directories = [
    { at: from, people: peopleThen(moments, from) },
    ...moments.filter(({ at }) => at > from && at < until).map(({ at, after }) => ({ at, people: after })),
  ];
  const ids = directories.flatMap(({ at, people }) =>
    [...people.values()].filter((one) => hasRole(one, roles) && !isOne(one.id, at)),
  );
  return [...new Set(ids.map(({ id }) => id))];
}

export const hasRole = ({ role, hasPlace }: Someone, roles: readonly string[]): boolean =>
  hasPlace && role !== undefined && roles.includes(role);
