import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { referCase } from '#functions/referral/refer-case.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { decideSent } from '#shared/domain/referrals/decide-referral.ts';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { contactDuty } from '#shared/domain/case/referral.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { people } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { extortion } from '../reports.ts';

/** Gives the directory a contact at each institution that the tests write to. */
export async function addContacts(desk: Desk): Promise<void> {
  const { db, tables } = desk.database;
  for (const [id, institution, unit] of [
    ['contact-police', 'police_cybercrime'],
    ['contact-aksk', 'cyber_authority'],
    // As release 0.1.0 wrote it: of no unit.
    ['contact-unit', 'child_protection_unit'],
    ['contact-kamez', 'child_protection_unit', 'Bashkia Kamëz'],
    ['contact-berat', 'child_protection_unit', 'Bashkia Berat'],
    ['contact-agency', 'child_rights_agency'],
  ] as const) {
    const place = { mail: `${id}@institution.example`, duties: [contactDuty(institution)] };
    const contact = { ...people.director, id, ...place, ...(unit === undefined ? {} : { unit }) };
    for (const Item of staffRows(contact)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
  }
}

const override = { ground: 'override', overrideBecause: 'crime_against_child' };

/** What is often done with referrals at a desk that is open when it is done. */
export function onReferrals(desk: () => Desk) {
  return {
    police: 'police_cybercrime-1',
    unit: 'child_protection_unit-1',
    override,
    sending: { fields: ['narrative', 'victims'], ...override, message: 'We must tell the police, and why.' },

    /** A case that was triaged, proposed for and read. */
    proposed: async (report: object = extortion): Promise<{ caseNumber: string; receipt: string }> => {
      const received = await desk().receive(report);
      const { cases, writer, clock, country } = { ...desk().deps };
      const triaged = (await desk().historyOf(received.caseNumber)).find(({ type }) => type === 'case.triaged');
      if (triaged === undefined) throw new Error('The case was not triaged.');
      await referCase({ cases, writer, clock, country })(triaged);
      await desk().command('officer', received.caseNumber, 'read', { reason: 'on_duty' });
      return received;
    },
    /** The mail to the institution was handed over now. */
    leaves: async (caseNumber: string, id: string): Promise<void> => {
      const { writer, clock } = desk().deps;
      const { case: of } = await desk().stateOf(caseNumber);
      const decision = decideSent(of, id, clock.now());
      if (decision.outcome !== 'change') throw new Error(`It came to ${decision.outcome}.`);
      const written = await writer.write(changeCase(of, decision.parts, clock.now()));
      if (!written.written) throw new Error('Somebody else wrote first.');
    },
    referral: async (caseNumber: string, id: string): Promise<Referral | undefined> =>
      (await desk().stateOf(caseNumber)).case.referrals?.find((one) => one.id === id),
    on: (caseNumber: string, id: string, step: string, body: object, who: Who = 'officer') =>
      desk().command(who, caseNumber, `referrals/${id}/${step}`, body),
    typesOf: async (caseNumber: string) => (await desk().historyOf(caseNumber)).map(({ type }) => type),
    gapsOf: ({ json }: GatewayAnswer): string[] =>
      ((json['errors'] ?? []) as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`),
  };
}
