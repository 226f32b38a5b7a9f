import { describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { institutionOccasions, mailOccasions } from '#shared/domain/mail/mail-occasion.ts';
import { letterTo } from '#shared/mail/letter-to.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { renderInstitutionMail } from '#shared/mail/render-institution-mail.ts';
import { factsOfRaise } from '#test/support/mails.ts';

const wording = await mailWording(country);
const said: Readonly<Record<string, string>> = {
  sq: 'Mos i ktheni përgjigje këtij emaili: askush nuk e lexon.',
  en: 'Do not reply to this mail: nobody reads replies.',
};

/** Who presses Reply believes to have answered, while the child waits. Nothing of ours receives mails. */
describe.each(country.languages)('A mail in %s', (language) => {
  it.each(institutionOccasions)('to an institution says that nobody reads replies: %s', (occasion) => {
    const facts = { occasion, caseNumber: 'B-7K3M-9QX1', referral: 'state_police-1', severity: 'critical' } as const;
    const { text, html } = renderInstitutionMail(facts, language, wording);
    for (const part of [text, html]) expect(part).toContain(said[language]);
  });

  it.each(mailOccasions)('to a colleague says so, too: %s', (occasion) => {
    const news = { ...factsOfRaise, occasion, link: 'https://staff.example/cases/B-7K3M-9QX1' };
    const { text, html } = letterTo(
      { name: 'Arta', language },
      [news],
      { list: news.link, letter: news.link },
      wording,
    );
    for (const part of [text, html]) expect(part).toContain(said[language]);
  });
});
