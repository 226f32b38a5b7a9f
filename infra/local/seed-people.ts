import { staffRows } from '#shared/adapters/aws/directory.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import type { EngineClient } from './engine-call.ts';
import { EngineRefused } from './engine-call.ts';

const person = (
  id: string,
  name: string,
  language: 'sq' | 'en',
  duties: string[],
  more: Partial<Pick<StaffMember, 'role' | 'cleared'>> = {},
): StaffMember => ({
  id,
  name,
  mail: `${name.split(' ')[0]?.toLowerCase() ?? id}@besa.example`,
  language,
  duties,
  active: true,
  cleared: false,
  ...more,
});

/** Invented people, one for each rung of the ladder. Director and partner are told, but do not sign in. */
export const seededPeople: readonly StaffMember[] = [
  person('staff-arta', 'Arta Hoxha', 'sq', ['helpline_desk'], { role: 'counsellor' }),
  person('staff-blerim', 'Blerim Gjoka', 'sq', ['duty_officer'], { role: 'officer', cleared: true }),
  person('staff-drita', 'Drita Marku', 'en', ['backup'], { role: 'officer', cleared: true }),
  person('staff-elira', 'Elira Prifti', 'sq', ['supervisor'], { role: 'supervisor', cleared: true }),
  person('staff-flamur', 'Flamur Toska', 'sq', ['director']),
  person('staff-grace', 'Grace Miller', 'en', ['outside_partner']),
];

/** Puts the invented people into the directory, where they are not there yet: what was changed since stays changed. */
export async function seedDirectory(database: EngineClient, tableName: string): Promise<void> {
  const rows = seededPeople.flatMap(staffRows);
  const put = async (Item: unknown): Promise<void> => {
    try {
      await database('DynamoDB_20120810.PutItem', {
        TableName: tableName,
        Item,
        ConditionExpression: 'attribute_not_exists(pk)',
      });
    } catch (error) {
      if (!(error instanceof EngineRefused) || error.type !== 'ConditionalCheckFailedException') throw error;
    }
  };
  await Promise.all(rows.map(put));
}
