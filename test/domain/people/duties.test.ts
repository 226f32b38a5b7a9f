import { describe, expect, test } from 'vitest';
import { rings } from '#shared/domain/people/person.ts';
import { silentDuties, unheldDuties } from '#shared/domain/people/duties.ts';
import { aPerson } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

describe('a duty of the ladder', () => {
  const holder = (id: string, ...duties: string[]) => aPerson(id, { duties });

  test('that nobody active holds is known before a raise reaches nobody there', () => {
    expect(unheldDuties([holder('a', 'watch', 'other')], zembla)).toEqual(['elder']);
    expect(unheldDuties([holder('a', 'watch'), { ...holder('b', 'elder'), active: false }], zembla)).toEqual(['elder']);
    expect(unheldDuties([holder('a', 'watch', 'elder')], zembla)).toEqual([]);
  });

  test('that is held but rings nowhere is known, too, and is not one that nobody holds', () => {
    const ringing = { ...holder('a', 'watch'), contact: 'mail_to_sms' as const };
    const reading = { ...holder('b', 'elder'), contact: 'mail' as const };
    expect(silentDuties([ringing, reading], zembla)).toEqual(['elder']);
    expect(silentDuties([ringing], zembla)).toEqual([]);
    expect(silentDuties([{ ...ringing, active: false }, holder('c', 'watch')], zembla)).toEqual(['watch']);
  });

  test('is nobody’s and silent when the mails of whoever holds it come back', () => {
    const lost = { unreachable: { since: '2026-11-20T22:10:00.000Z', because: 'bounced' } } as const;
    const ringing = { ...holder('a', 'watch', 'elder'), contact: 'mail_to_sms' } as const;
    expect(unheldDuties([{ ...ringing, ...lost }], zembla)).toEqual(['watch', 'elder']);
    expect(silentDuties([{ ...ringing, ...lost }, holder('c', 'watch')], zembla)).toEqual(['watch']);
  });

  test('is asked about once, though two rungs call it', () => {
    const twice = { ladder: { rungs: [...zembla.ladder.rungs, { id: 'again', duties: ['watch'] }] } };
    expect(unheldDuties([], twice)).toEqual(['watch', 'elder']);
  });

  test('rings by a short message or a phone desk, and never by a mail alone', () => {
    expect((['mail_to_sms', 'phone_desk', 'mail', undefined] as const).map(rings)).toEqual([true, true, false, false]);
  });
});
