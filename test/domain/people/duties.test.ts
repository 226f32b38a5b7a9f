import { describe, expect, test } from 'vitest';
import { rings } from '#shared/domain/people/person.ts';
import { silentDuties, unheldDuties } from '#shared/domain/people/duties.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aPerson } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-20T22:10:00.000Z';

describe('a duty of the ladder', () => {
  const holder = (id: string, ...duties: string[]) => aPerson(id, { duties });

  test('that nobody active holds is known before a raise reaches nobody there', () => {
    expect(unheldDuties([holder('a', 'watch', 'other')], zembla, now)).toEqual(['elder']);
    expect(unheldDuties([holder('a', 'watch'), { ...holder('b', 'elder'), active: false }], zembla, now)).toEqual([
      'elder',
    ]);
    expect(unheldDuties([holder('a', 'watch', 'elder')], zembla, now)).toEqual([]);
  });

  test('that is held but rings nowhere is known, too, and is not one that nobody holds', () => {
    const ringing = { ...holder('a', 'watch'), contact: 'mail_to_sms' as const };
    const reading = { ...holder('b', 'elder'), contact: 'mail' as const };
    expect(silentDuties([ringing, reading], zembla, now)).toEqual(['elder']);
    expect(silentDuties([ringing], zembla, now)).toEqual([]);
    expect(silentDuties([{ ...ringing, active: false }, holder('c', 'watch')], zembla, now)).toEqual(['watch']);
  });

  test('is nobody’s and silent when the mails of whoever holds it come back', () => {
    const lost = { unreachable: { since: now, because: 'bounced' } } as const;
    const ringing = { ...holder('a', 'watch', 'elder'), contact: 'mail_to_sms' } as const;
    expect(unheldDuties([{ ...ringing, ...lost }], zembla, now)).toEqual(['watch', 'elder']);
    expect(silentDuties([{ ...ringing, ...lost }, holder('c', 'watch')], zembla, now)).toEqual(['watch']);
    // An hour later the address is tried again.
    expect(unheldDuties([{ ...ringing, ...lost }], zembla, plusMinutes(now, 60))).toEqual([]);
  });

  test('is asked about once, though two rungs call it', () => {
    const twice = { ladder: { rungs: [...zembla.ladder.rungs, { id: 'again', duties: ['watch'] }] } };
    expect(unheldDuties([], twice, now)).toEqual(['watch', 'elder']);
  });

  test('rings by a short message or a phone desk, and never by a mail alone', () => {
    expect((['mail_to_sms', 'phone_desk', 'mail', undefined] as const).map(rings)).toEqual([true, true, false, false]);
  });
});
