import { expect } from 'vitest';
import type { Desk } from '../case-desk/desk.ts';
import { onReferrals } from '../case-desk/referrals/referral-desk.ts';
import { bullying } from '../case-desk/reports.ts';
import type { officeBeside } from './office.ts';

export const police = 'police_cybercrime-1';

/** What staff send to the police, whose contact reads the mail. */
export function passingOn(at: () => { desk: Desk; office: ReturnType<typeof officeBeside> }) {
  const { proposed, on, override } = onReferrals(() => at().desk);

  /** A normal case without a sexual category, sent to the police: its code comes by mail. */
  async function sentPlain(
    narrative = 'They call me names in the group of the class.',
    fields: readonly string[] = ['narrative', 'victims'],
    more: object = {},
  ): Promise<string> {
    const { caseNumber } = await proposed({ ...bullying, narrative });
    const added = await at().desk.command('officer', caseNumber, 'referrals', {
      institution: 'police_cybercrime',
      basis: 'al_vkm_465_2019',
    });
    expect(added.status).toBe(200);
    await send(caseNumber, fields, more);
    return caseNumber;
  }

  async function send(caseNumber: string, fields: readonly string[], more: object = {}): Promise<void> {
    const body = { fields, ...override, notToldFirstBecause: 'reporter_unsafe', ...more };
    const answer = await on(caseNumber, police, 'sending', body);
    expect(answer.status).toBe(200);
    await at().office.tell(caseNumber);
    await at().office.nextDigest();
  }

  return { sentPlain, send };
}
