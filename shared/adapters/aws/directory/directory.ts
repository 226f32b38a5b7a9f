import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { maySignIn, type Role } from '../../../domain/access/authorize.ts';
import { onDuty, rotaOf, type Roster } from '../../../domain/people/roster/roster.ts';
import { asOf, isInLately, personOf, type Kept, type StaffRecord } from '../../../domain/people/staff-record.ts';
import { systemClock, type Clock } from '../../../ports/clock.ts';
import type { Directory, Distrust, Rota, StaffMember } from '../../../ports/directory.ts';
import { fromRow, textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { getRow, getRows, queryAll } from '../dynamo/read-rows.ts';
import type { RowKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

export const memberKey = (id: string): RowKey => ({ pk: `STAFF#${id}`, sk: 'MEMBER' });
export const rosterKey: RowKey = { pk: 'ROSTER', sk: 'WEEK' };
const dutyPartition = (duty: string): string => `DUTY#${duty}`;
const rolePartition = (role: Role): string => `ROLE#${role}`;
/** The partition whose rows point to every person. */
export const everybody = 'PEOPLE';
/** The partition whose rows point to who is distrusted. */
export const distrustedPartition = 'DISTRUSTED';

/**
 * The rows of one person: the record, and pointers from `PEOPLE`, from each duty and role, and from `DISTRUSTED`. Waiting
 * duties and roles have pointers too, because a waiting change may take effect without another write; so have roles that
 * were lost lately. For code that seeds or changes the directory.
 */
export function staffRows(member: StaffMember & Kept & { revision?: number }): Row[] {
  const { waiting, held = [] }: Kept = member;
  const roles = [member.role, waiting?.set.role, ...held.map(({ role }) => role)].filter(
    (role) => role !== undefined && role !== null,
  );
  const found = [
    everybody,
    ...[...member.duties, ...(waiting?.set.duties ?? [])].map(dutyPartition),
    ...roles.map(rolePartition),
    ...(member.distrusted === undefined ? [] : [distrustedPartition]),
  ];
  return [
    toRow({ ...memberKey(member.id), ...member }),
    ...[...new Set(found)].map((pk) => toRow({ pk, sk: `STAFF#${member.id}`, id: member.id })),
  ];
}

/** Rows only point to people. Whether somebody is distrusted is read from the record. */
export function distrust(db: DynamoDBClient, tables: Pick<TableNames, 'directory'>): Distrust {
  return {
    distrusted: async () => {
      const ids = await idsIn(db, tables.directory, distrustedPartition);
      const rows = ids.length === 0 ? [] : await getRows(db, tables.directory, ids.map(memberKey));
      const records = rows.filter((row) => row !== undefined).map(recordFrom);
      return records.filter(({ distrusted }) => distrusted !== undefined).map(({ id }) => id);
    },
  };
}

/** A person's record as it was written. A record that no administrator has written yet has the revision 0. */
export function recordFrom(row: Row): StaffRecord {
  const { pk: _, sk: __, ...content } = fromRow(row);
  return { revision: 0, ...content } as unknown as StaffRecord;
}

/** The one row of the roster, for code that writes it. */
export function rosterRow(roster: Roster & { revision?: number }): Row {
  return toRow({ ...rosterKey, ...roster });
}

export function rosterFrom(row: Row): Roster & { revision: number } {
  const { pk: _, sk: __, ...content } = fromRow(row);
  return { revision: 0, ...content } as unknown as Roster & { revision: number };
}

/** Ids that a partition of pointers leads to. */
export async function idsIn(db: DynamoDBClient, table: string, partition: string): Promise<string[]> {
  const rows = await queryAll(db, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :partition',
    ExpressionAttributeValues: toRow({ ':partition': partition }),
  });
  return rows.map((row) => textOf(row, 'id'));
}

/**
 * Rows of duties and roles only point to people. Whether a person is active and still has the duty or role is read from
 * the record. So a change of one row is enough to take away a duty, a role or an account. A waiting change on a record
 * holds from its time on; each read judges that by `clock`.
 */
export function directory(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'directory'>,
  clock: Clock = systemClock,
): Directory {
  const memberFrom = (row: Row | undefined): StaffMember | undefined => row && personOf(recordFrom(row), clock.now());
  const activeOf = (rows: readonly (Row | undefined)[]): StaffMember[] =>
    rows.map(memberFrom).filter((one): one is StaffMember => one?.active === true);
  /** The keys of the people that some partitions of pointers lead to, each once. */
  const pointed = async (partitions: readonly string[]): Promise<RowKey[]> => {
    const ids = await Promise.all(partitions.map((partition) => idsIn(db, tables.directory, partition)));
    return [...new Set(ids.flat())].map(memberKey);
  };

  const rota = async (duties: readonly string[]): Promise<Rota> => {
    const held = await pointed(duties.map(dutyPartition));
    if (held.length === 0) return rotaOf<StaffMember>([], undefined);
    const [row, ...members] = await getRows(db, tables.directory, [rosterKey, ...held]);
    return rotaOf(activeOf(members), row === undefined ? undefined : rosterFrom(row));
  };

  return {
    member: async (id) => memberFrom(await getRow(db, tables.directory, memberKey(id))),
    holders: async (duties, at) => (await rota(duties)).holders(duties, at),
    marked: async (duties, at) => (await rota(duties)).marked(duties, at),
    rota,
    isOnShift: async ({ id, duties }, at) => {
      const row = await getRow(db, tables.directory, rosterKey);
      const shifts = row === undefined ? [] : duties.map((duty) => onDuty(rosterFrom(row), duty, at));
      const rostered = shifts.filter((shift) => shift !== undefined);
      return rostered.length === 0 ? undefined : rostered.some((shift) => shift.includes(id));
    },
    inRoles: async (roles) => {
      const members = activeOf(await getRows(db, tables.directory, await pointed(roles.map(rolePartition))));
      return members.filter((one) => maySignIn(one) && roles.includes(one.role));
    },
    inRolesLately: async (roles, since) => {
      const now = clock.now();
      const rows = await getRows(db, tables.directory, await pointed(roles.map(rolePartition)));
      return rows
        .filter((row) => row !== undefined)
        .map((row) => asOf(recordFrom(row), now))
        .filter((record) => isInLately(record, roles, since))
        .map((record) => personOf(record, now));
    },
  };
}
