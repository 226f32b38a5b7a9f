import { describe, expect, it } from 'vitest';
import { everyNotice } from '#infra/documents/every-mail.ts';
import { country } from '#shared/country/current.ts';
import { contactKinds } from '#shared/domain/people/person.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { renderDirectoryNotices, type DirectoryFacts } from '#shared/mail/render-directory-notice.ts';

const wording = await mailWording(country);
const link = 'https://staff.example/people/3f';
const list = 'https://staff.example/people';
const who = { name: 'Arta Hoxha', phone: '+355 69 000 0003' };
const ring = [{ name: 'Besnik', phone: '+355 69 000 0001' }, { name: 'Partner' }];
const byTime: DirectoryFacts = { kind: 'change_waits', effectiveAt: '2026-11-21T02:10:00.000Z', link, ring };
const every = country.languages.flatMap((language) =>
  contactKinds.flatMap((contact) => everyNotice.map((facts) => ({ language, contact, facts, kind: facts.kind }))),
);
const wordsOf = (facts: DirectoryFacts, language = 'en') =>
  renderDirectoryNotices([facts], { ...who, language, contact: 'mail', list }, wording).text;

describe('A mail about the directory', () => {
  it.each(every)('leaves no gap and fits its form: $kind by $contact in $language', ({ language, contact, facts }) => {
    const { subject, text, html } = renderDirectoryNotices([facts], { ...who, language, contact, list }, wording);
    for (const part of [subject, text, html ?? '']) expect(part).not.toMatch(/[{}]|undefined| {2}/);
    expect(html === undefined).toBe(contact === 'mail_to_sms');
    expect(text).toContain(facts.code ?? facts.link);
    if (contact !== 'mail_to_sms') return;
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).toMatch(/^[ -~]+$/);
  });

  it.each(country.languages)('names whom to ring, with their numbers, in %s', (language) => {
    for (const facts of everyNotice.filter(({ kind }) => kind !== 'test'))
      expect(wordsOf(facts, language)).toContain('Besnik Kola, +355 69 000 0001; Partner');
    expect(wordsOf({ ...byTime, ring: [] })).not.toContain('ring:');
  });

  const test: DirectoryFacts = { kind: 'test', link: 'https://staff.example/me', ring };

  it.each(country.languages)(
    'that is a test says how its reader is reached, and nobody objects to it, in %s',
    (language) => {
      const said = contactKinds.map((contact) =>
        renderDirectoryNotices([test], { ...who, language, contact, list }, wording),
      );
      const [mail, short, desk] = said.map(({ text }) => text);
      for (const text of [mail, short, desk]) expect(text).toContain('https://staff.example/me');
      for (const text of [mail, short, desk]) expect(text).not.toContain('Besnik');
      // Whoever reads it at the desk is to ring, and nobody else is.
      expect(desk).toContain('Arta Hoxha, +355 69 000 0003');
      expect(mail).not.toContain('Arta Hoxha');
      expect(new Set(said.map(({ text }) => text.split('\n')[1])).size).toBe(3);
    },
  );

  it('says with a test beside it whom to ring against the change', () => {
    const both = renderDirectoryNotices([test, byTime], { ...who, language: 'en', contact: 'mail', list }, wording);
    expect(both.text).toContain('Besnik, +355 69 000 0001; Partner');
  });

  it('says from when a change holds by itself, or when its request ends, and never both', () => {
    expect(wordsOf(byTime)).toContain('holds by itself from Saturday 21 November, 03:10');
    const { effectiveAt: _, ...rest } = byTime;
    const waits = wordsOf({ ...rest, lapsesAt: '2026-11-27T02:10:00.000Z' });
    expect(waits).toContain('Friday 27 November, 03:10');
    expect(waits).not.toContain('by itself');
  });

  const several = [...everyNotice, ...everyNotice] as unknown as typeof everyNotice;
  const counts = new RegExp(`^${everyNotice.length} `, 'u');

  it.each(country.languages)('of several says each once, and whom to ring once, in %s', (language) => {
    const mail = (facts: typeof everyNotice) =>
      renderDirectoryNotices(facts, { ...who, language, contact: 'mail', list }, wording);
    const { subject, text } = mail(several);
    expect(subject).toMatch(counts);
    for (const one of everyNotice) {
      const [line = ''] = mail([one]).text.split('\n');
      expect(text.split(line)).toHaveLength(2);
    }
    expect(text.split('Besnik Kola')).toHaveLength(2);
  });

  it.each(country.languages)('of several is to a phone how many and where they are, in %s', (language) => {
    const { subject, text } = renderDirectoryNotices(
      several,
      { ...who, language, contact: 'mail_to_sms', list },
      wording,
    );
    expect(subject).toMatch(counts);
    expect(text).toBe(`${subject} ${list}`);
  });
});
