import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { country } from '#shared/country/current.ts';
import type { Institution } from '#shared/domain/referrals/referral-policy.ts';
import { contactDuty } from '#shared/domain/case/referral.ts';
import type { InstitutionContact, StaffMember } from '#shared/ports/directory.ts';
import type { EngineClient } from '../engines/engine-call.ts';
import { EngineRefused } from '../engines/engine-call.ts';

const person = (
  id: string,
  name: string,
  language: 'sq' | 'en',
  duties: string[],
  more: Partial<Pick<StaffMember, 'role' | 'cleared' | 'contact' | 'phone'>> = {},
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

/**
 * Invented people. Each role and each duty of the ladder has at least one, and each duty one contact that rings. The
 * desk and the partner get mails but do not sign in. There are two administrators, so that one can approve what the
 * other asks.
 */
export const seededPeople: readonly StaffMember[] = [
  person('staff-arta', 'Arta Hoxha', 'sq', ['helpline_desk'], { role: 'counsellor' }),
  person('staff-blerim', 'Blerim Gjoka', 'sq', ['duty_officer'], { role: 'officer', cleared: true }),
  person('staff-desk', 'Desk Tirana', 'sq', ['duty_officer', 'helpline_desk'], {
    contact: 'phone_desk',
    phone: '+355 4 000 0000',
  }),
  person('staff-drita', 'Drita Marku', 'en', ['backup'], {
    role: 'officer',
    cleared: true,
    contact: 'mail_to_sms',
    phone: '+355 69 000 0001',
  }),
  person('staff-elira', 'Elira Prifti', 'sq', ['supervisor'], {
    role: 'supervisor',
    cleared: true,
    contact: 'mail_to_sms',
  }),
  person('staff-flamur', 'Flamur Toska', 'sq', ['director'], { role: 'director', contact: 'mail_to_sms' }),
  person('staff-grace', 'Grace Miller', 'en', ['outside_partner'], { contact: 'mail_to_sms' }),
  person('staff-hana', 'Hana Leka', 'sq', [], { role: 'volunteer' }),
  person('staff-ilir', 'Ilir Dervishi', 'sq', [], { role: 'auditor' }),
  person('staff-jona', 'Jona Kola', 'sq', [], { role: 'statistician' }),
  person('staff-kujtim', 'Kujtim Basha', 'sq', [], { role: 'administrator' }),
  person('staff-lule', 'Lule Shehu', 'sq', [], { role: 'administrator' }),
];

/** Institutions of these kinds get no case: a platform gets takedown notices, and the rest are other doors. */
const notWrittenTo: readonly Institution['kind'][] = ['platform', 'other'];

/** One invented address for each institution of the pack that can get a case. */
export async function seededContacts(): Promise<readonly InstitutionContact[]> {
  const { institutions } = await country.loadReferrals();
  return institutions
    .filter(({ kind }) => !notWrittenTo.includes(kind))
    .map(({ code, name }) => ({
      id: `contact-${code.replaceAll('_', '-')}`,
      name: name[country.defaultLanguage] ?? code,
      mail: `${code.replaceAll('_', '-')}@institution.example`,
      language: country.defaultLanguage,
      duties: [contactDuty(code)],
      active: true,
      cleared: false,
    }));
}

/**
 * Puts the invented people and contacts into the directory where they are missing. What was changed since stays
 * changed.
 */
export async function seedDirectory(database: EngineClient, tableName: string): Promise<void> {
  const rows = [...seededPeople, ...(await seededContacts())].flatMap(staffRows);
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
