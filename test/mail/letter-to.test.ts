import { describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { mailOccasions } from '#shared/domain/mail/mail-occasion.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { letterTo, type Reader } from '#shared/mail/letter-to.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import type { MailFacts } from '#shared/mail/render-mail.ts';

const wording = await mailWording(country);
const facts: MailFacts = {
  occasion: 'escalated',
  caseNumber: 'B-7K3M-9QX1',
  severity: 'critical',
  clock: 'must_be_acknowledged',
  due: '2026-11-21T02:10:00.000Z',
  rung: 'supervisor',
  institution: { sq: 'Policia e Shtetit', en: 'State Police' },
  link: 'https://staff.isigurt.example/cases/B-7K3M-9QX1',
};
const list = 'https://staff.isigurt.example/cases';
const ofLetter = 'https://staff.isigurt.example/letters/l-1';
const letter = (reader: Partial<Reader>, news: readonly [MailFacts, ...MailFacts[]] = [facts]) =>
  letterTo({ name: 'Arta', language: 'en', ...reader }, news, { list, letter: ofLetter }, wording);

describe('a letter to somebody who reads mails', () => {
  it('about several cases lists each with its deadline and link, under a count, the most urgent first', () => {
    const other = { ...facts, caseNumber: 'B-2222-2222', severity: 'high', occasion: 'new_case' } as const;
    const third = { ...other, caseNumber: 'B-3333-3333', link: `${list}/B-3333-3333` };
    const { subject, text, html } = letter({}, [other, facts, third]);
    expect(subject).toBe('Cases that wait: 3, critical: 1');
    expect(text.indexOf('B-7K3M-9QX1')).toBeLessThan(text.indexOf('New cases, severity high: 2'));
    expect(text).toContain('Saturday 21 November, 03:10');
    expect(html).toContain(`<a href="${list}/B-3333-3333">B-3333-3333</a>`);
    expect(text).not.toMatch(/[{}]|undefined/);
  });

  it('has one line for each case, and says how much more waits about it', () => {
    const raised = { ...facts, occasion: 'escalated' } as const;
    const { subject, text } = letter({}, [
      raised,
      { ...facts, occasion: 'warned' },
      { ...facts, caseNumber: 'B-2222-2222' },
    ]);
    expect(subject).toBe('Cases that wait: 2, critical: 2');
    expect(text.match(/^- B-7K3M-9QX1.*$/gmu)).toEqual([expect.stringMatching(/, more about this case: 1$/)]);
    expect(text).toContain(ofLetter);
  });

  it('about one case alone is about that case, however much waits about it', () => {
    const { subject, text } = letter({}, [facts, { ...facts, occasion: 'warned' }]);
    expect(subject).toContain('B-7K3M-9QX1');
    expect(text).toContain('more about this case: 1');
    expect(text).toContain(facts.link);
  });

  it('names the institution that each case is about, and none elsewhere', () => {
    const declined = { ...facts, occasion: 'referral_declined', caseNumber: 'B-2222-2222' } as const;
    const { institution: _, ...plain } = facts;
    const { text } = letter({}, [declined, { ...plain, caseNumber: 'B-3333-3333' }]);
    expect(text).toContain('- B-2222-2222, State Police, Saturday 21 November');
    expect(text).toContain('- B-3333-3333, Saturday 21 November');
  });
});

describe('a short message', () => {
  const everyOne = country.languages.flatMap((language) =>
    mailOccasions.flatMap((occasion) => severities.map((severity) => ({ language, occasion, severity }))),
  );
  it.each(everyOne)('fits into one, with number and link: $language $occasion $severity', (one) => {
    const { text, html } = letter({ contact: 'mail_to_sms', language: one.language }, [{ ...facts, ...one }]);
    expect(html).toBeUndefined();
    expect(text).toContain(facts.caseNumber);
    expect(text).toContain(facts.link);
    expect(text.length).toBeLessThanOrEqual(160);
    // eslint-disable-next-line no-control-regex -- exactly the letters that every telephone takes at full length.
    expect(text).toMatch(/^[\x20-\x7e]+$/);
  });

  it('about several cases says how many and where', () => {
    const { text } = letter({ contact: 'mail_to_sms', language: 'sq' }, [facts, { ...facts, caseNumber: 'B-2' }]);
    expect(text).toBe(`Raste qe presin: 2, urgjenca kritike: 2 ${list}`);
  });
});

describe('a mail to a desk that rings', () => {
  it.each(country.languages)(
    'says so of several cases, the most urgent first, and whom to ring once: %s',
    (language) => {
      const other = { ...facts, caseNumber: 'B-2222-2222', severity: 'high', link: `${list}/B-2222-2222` } as const;
      const desk = { contact: 'phone_desk', language, phone: '+355 4 000 0000' } as const;
      const { subject, text, html } = letter(desk, [other, facts, { ...other, caseNumber: 'B-3333-3333' }]);
      expect(subject).toContain('B-7K3M-9QX1');
      expect(text.split('+355 4 000 0000')).toHaveLength(2);
      expect(text.match(/B-[0-9A-Z]{4}-[0-9A-Z]{4}/gu)).toEqual(['B-7K3M-9QX1', 'B-2222-2222', 'B-3333-3333']);
      expect(text).not.toContain('http');
      expect(html).toBeUndefined();
    },
  );

  it.each(country.languages)('says whom to ring and what to say, and opens nothing: %s', (language) => {
    const { subject, text, html } = letter({ contact: 'phone_desk', language, phone: '+355 4 000 0000' });
    expect(subject).toContain('B-7K3M-9QX1');
    expect(text).toMatch(/Arta.*[:,] \+355 4 000 0000\./);
    expect(text).toContain('B-7K3M-9QX1');
    expect(text).not.toContain('http');
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(html).toBeUndefined();
  });
});
