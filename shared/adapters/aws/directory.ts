import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Role } from '../../domain/authorize.ts';
import { onDuty, type Roster } from '../../domain/roster.ts';
import type { Directory, StaffMember } from '../../ports/directory.ts';
import { fromRow, textOf, toRow, type Row } from './attribute-values.ts';
import { getRow, queryAll } from './read-rows.ts';
import type { RowKey } from './rows.ts';
import type { TableNames } from './table-names.ts';

export const memberKey = (id: string): RowKey => ({ pk: `STAFF#${id}`, sk: 'MEMBER' });
const rosterKey: RowKey = { pk: 'ROSTER', sk: 'WEEK' };
const dutyPartition = (duty: string): string => `DUTY#${duty}`;
const rolePartition = (role: Role): string => `ROLE#${role}`;
/** The rows of one person: the record, and one pointer per duty and role. For whoever seeds or changes the directory. */
export function staffRows(member: StaffMember): Row[] {
  const found = [
    ...member.duties.map(dutyPartition),
    ...(member.role === undefined ? [] : [rolePartition(member.role)]),
  ];
  return [
    toRow({ ...memberKey(member.id), ...member }),
    ...found.map((pk) => toRow({ pk, sk: `STAFF#${member.id}`, id: member.id })),
  ];
}

/** The roster's one row, for whoever changes it. */
export function rosterRow(roster: Roster): Row {
  return toRow({ ...rosterKey, ...roster });
}

function rosterFrom(row: Row): Roster {
  const { pk: _, sk: __, ...content } = fromRow(row);
  return content as unknown as Roster;
}

/**
 * Duty and role rows only point; whether somebody is active and still holds the duty or the role is read from the record
 * itself, so that a change of one row is enough to take a duty, a role or an account away.
 */
export function directory(db: DynamoDBClient, tables: Pick<TableNames, 'directory'>): Directory {
  const member = async (id: string): Promise<StaffMember | undefined> => {
    const row = await getRow(db, tables.directory, memberKey(id));
    if (row === undefined) return undefined;
    const { pk: _, sk: __, ...content } = fromRow(row);
    return content as unknown as StaffMember;
  };

  const idsIn = async (partition: string): Promise<string[]> => {
    const rows = await queryAll(db, {
      TableName: tables.directory,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :partition',
      ExpressionAttributeValues: toRow({ ':partition': partition }),
    });
    return rows.map((row) => textOf(row, 'id'));
  };

  return {
    member,
    holders: async (duties, at) => {
      const [row, ...held] = await Promise.all([
        getRow(db, tables.directory, rosterKey),
        ...duties.map(dutyPartition).map(idsIn),
      ]);
      const roster = row === undefined ? undefined : rosterFrom(row);
      const has = (holder: StaffMember, duty: string): boolean => {
        const shift = roster && onDuty(roster, duty, at);
        return holder.duties.includes(duty) && (shift === undefined || shift.includes(holder.id));
      };
      const ids = new Set(held.flat());
      const members = await Promise.all([...ids].map(member));
      return members.filter(
        (holder) =>
          holder !== undefined &&
          holder.active &&
          holder.unreachable === undefined &&
          duties.some((duty) => has(holder, duty)),
      ) as StaffMember[];
    },
    inRoles: async (roles) => {
      const ids = new Set((await Promise.all(roles.map(rolePartition).map(idsIn))).flat());
      const members = await Promise.all([...ids].map(member));
      return members.filter(
        (one) => one !== undefined && one.active && one.role !== undefined && roles.includes(one.role),
      ) as StaffMember[];
    },
  };
}
