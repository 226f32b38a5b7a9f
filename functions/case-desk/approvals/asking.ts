import { approverRoles, decidedBy } from '#shared/domain/access/approver.ts';
import type { AskedOfCase, Asking } from '#shared/domain/access/approver.ts';
import { isChosenLately, rememberedMinutes } from '#shared/domain/access/chosen.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { callCodeFrom } from '#shared/domain/identifiers.ts';
import { partnerDuty } from '#shared/domain/people/duties.ts';
import { isPartner } from '#shared/domain/people/power/gains-power.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { Log, Measure } from '#shared/lambda/log/log.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';

export interface AskingDeps {
  directory: Pick<Directory, 'inRolesLately' | 'holders' | 'marked'>;
  country: Pick<CountryPack, 'approvals'>;
  /** Makes the random bytes of the code for the outside partner. */
  randomBytes: (count: number) => Uint8Array;
  log: Log;
  measure: Measure;
}

const codeByteCount = 5;

/**
 * Who could be the second person for what is asked about a case. The outside partner is looked up only where nobody at
 * the centre can decide.
 */
export function askingOf({ directory, country, randomBytes }: AskingDeps) {
  const policy = country.approvals;
  return async (of: Case, asked: AskedOfCase, by: Admitted, now: Instant): Promise<Asking> => {
    const people = await directory.inRolesLately(approverRoles[asked.kind], plusMinutes(now, -rememberedMinutes));
    const asking = { by, people, policy };
    if (decidedBy(of, asked, asking, now) !== 'nobody') return asking;
    const duties = [partnerDuty];
    // A partner whose mails came back is asked all the same, after those who are reached. One whom somebody chose lately
    // is not: who chose an address could read what is sent there.
    const partners = [...(await directory.holders(duties, now)), ...(await directory.marked(duties, now))];
    const partner = partners.find(
      (one) =>
        one.id !== by.id &&
        isPartner(one) &&
        !isKeptOut(of, one.id) &&
        asked.adds?.people.includes(one.id) !== true &&
        !isChosenLately(one, now),
    );
    return partner === undefined
      ? asking
      : { ...asking, partner: { id: partner.id, code: callCodeFrom(randomBytes(codeByteCount)) } };
  };
}

/** Says that something was asked about a case and nobody was left who could decide it. An alarm rings. */
export function sayNobodyToAsk({ log, measure }: Pick<AskingDeps, 'log' | 'measure'>) {
  return ({ before, after }: CaseChange): void => {
    const last = after.approvals?.at(-1);
    const isNew = last !== undefined && before.approvals?.some(({ id }) => id === last.id) !== true;
    if (!isNew || last.nobodyToAsk !== true) return;
    log('nobody_to_ask', { caseId: after.caseId });
    measure('NobodyToAsk', 1);
  };
}
