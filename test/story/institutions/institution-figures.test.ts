import { describe, expect, it } from 'vitest';
import { aReferral } from '#test/support/builders.ts';
import { timesOfInstitutions } from './institution-figures.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 20, hour)).toISOString();
const opened = {
  number: 1,
  type: 'referral.opened',
  time: at(3),
  actor: 'institution:contact',
  data: { referral: 'a-1' },
};
const police = { institution: 'police_cybercrime', approvedAt: at(0) };

describe('the times of institutions', () => {
  it('are those of the desk and those of the phone, by what an institution is', () => {
    const desk = (hours: number) =>
      aReferral({ ...police, id: 'a-1', acknowledgedAt: at(hours), acknowledgedHow: 'desk_spoken' });
    const { approvedAt: _, ...proposed } = aReferral({ institution: 'state_police', status: 'proposed' });
    const rows = timesOfInstitutions([
      { referrals: [desk(2)], history: [opened] },
      { referrals: [desk(4)], history: [] },
      { referrals: [aReferral({ ...police, acknowledgedAt: at(9), acknowledgedHow: 'phone' })], history: [] },
      { referrals: [aReferral({ ...police, acknowledgedAt: at(0), calledAt: at(0) })], history: [] },
      { referrals: [aReferral({ ...police, declinedAt: at(1), misdirectedAt: at(1) })], history: [] },
      { referrals: [proposed], history: [] },
    ]);
    expect(rows).toEqual([
      {
        kind: 'police',
        sent: 5,
        called: 1,
        opened: 1,
        'by desk': 2,
        'desk median h': '4.0',
        'desk 90 % h': '4.0',
        'by phone': 1,
        'phone median h': '9.0',
        'phone 90 % h': '9.0',
        declined: 1,
        'not for me': 1,
      },
    ]);
  });
});
