import { describe, expect, it } from 'vitest';
import type { Referral } from '#shared/domain/case/referral.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import { contactsOfUnits } from '../../actors/leaving/guessing.ts';
import type { Given, World } from '../../world.ts';
import { checkRecipients } from './check-recipients.ts';
import type { Told } from '../finding.ts';

const at = Date.UTC(2026, 10, 17, 9);
const directories: World['directories'] = [{ at: at - 3_600_000, rows: contactsOfUnits }];
const north = 'contact-child_protection_unit-north';
const south = 'contact-child_protection_unit-south';
const school = 'contact-school_psychosocial-north';
const referral = aReferral({ institution: 'child_protection_unit', approvedAt: new Date(at).toISOString() });
const of = aCase({ referrals: [referral] });

interface Left {
  contact: string | undefined;
  unit?: string;
  /** Who got mails about it. */
  to?: readonly string[];
}

function found({ contact, unit, to = [] }: Left): string[] {
  const all: string[] = [];
  const left: Referral = { ...referral, ...(contact === undefined ? {} : { contact }) };
  const mails = to.map((id) => ({ to: id, referral: referral.id }));
  const told = { of: { ...of, referrals: [left] }, events: [], timers: [], rows: new Set(), mails } as unknown as Told;
  const guesses: Given['guesses'] =
    contact === undefined ? [] : [{ number: of.caseNumber, referral: referral.id, contact, unit }];
  const given: Given = { addresses: [], copies: [], phones: [], readAgain: [], guesses, tests: [], lines: [] };
  checkRecipients({ given, directories }, [told], (promise, what) => void all.push(`${promise} ${what}`));
  return all;
}

describe('a referral leaves', () => {
  it('to a contact of its own institution and unit', () => {
    expect(found({ contact: north, unit: ' north ', to: [north, 'staff-blerim'] })).toEqual([]);
    expect(found({ contact: school, unit: 'North' })).toEqual([expect.stringContaining("nobody's contact")]);
    expect(found({ contact: 'nobody', unit: 'North' })).toHaveLength(2);
    expect(found({ contact: south, unit: 'North' })).toEqual([expect.stringContaining('of another unit')]);
  });

  it('by mail to whom was picked alone, and to nobody of another institution', () => {
    expect(found({ contact: north, unit: 'North', to: [south] })).toEqual([
      expect.stringContaining('who was not picked'),
    ]);
    expect(found({ contact: undefined, to: [north, south] })).toEqual([]);
    expect(found({ contact: undefined, to: [school] })).toHaveLength(1);
  });
});
