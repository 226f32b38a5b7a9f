import { describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { contactKinds } from '#shared/domain/people/person.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { renderDirectoryNotice } from '#shared/mail/render-directory-notice.ts';

const wording = await mailWording(country);
const facts = { effectiveAt: '2026-11-21T02:10:00.000Z', link: 'https://staff.example/directory/people/3f' };
const every = country.languages.flatMap((language) => contactKinds.map((contact) => ({ language, contact })));

describe('The notice of a change that will hold by itself', () => {
  it.each(every)('says when and where, and leaves no gap: $contact in $language', ({ language, contact }) => {
    const { subject, text, html } = renderDirectoryNotice(facts, { language, contact }, wording);
    expect(`${subject} ${text}`).toContain('03:10');
    expect(text).toContain(facts.link);
    for (const part of [subject, text, html ?? '']) expect(part).not.toMatch(/[{}]|undefined| {2}/);
    expect(html === undefined).toBe(contact === 'mail_to_sms');
  });

  it('fits into a short message', () => {
    for (const language of country.languages) {
      const { text } = renderDirectoryNotice(facts, { language, contact: 'mail_to_sms' }, wording);
      expect(text.length).toBeLessThanOrEqual(160);
      expect(text).toMatch(/^[ -~]+$/);
    }
  });
});
