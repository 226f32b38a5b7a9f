import { describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { clockKinds } from '#shared/domain/case/timer-id.ts';
import { institutionOccasions } from '#shared/domain/mail/mail-occasion.ts';
import { holdsAccessCode } from '#shared/domain/mail/referral-mails.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { letterOf } from '#shared/mail/letter-to.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { renderInstitutionMail, type InstitutionFacts } from '#shared/mail/render-institution-mail.ts';

const wording = await mailWording(country);
const facts: InstitutionFacts = {
  occasion: 'referral_waits',
  caseNumber: 'B-7K3M-9QX1',
  referral: 'state_police-1',
  severity: 'critical',
  next: { clock: 'referral_acknowledge', due: '2026-11-21T02:10:00.000Z' },
};

describe('A mail to an institution', () => {
  const asking = institutionOccasions.filter(holdsAccessCode);
  const every = country.languages.flatMap((language) =>
    asking.flatMap((occasion) => severities.map((severity) => ({ language, occasion, severity }))),
  );
  const referralClocks = clockKinds.filter((kind) => kind.startsWith('referral_'));

  it.each(every)(
    'says its reference, urgency, due time and whom to call: $occasion $severity in $language',
    ({ language, occasion, severity }) => {
      for (const clock of referralClocks) {
        const next = { clock, due: '2026-11-21T02:10:00.000Z' };
        const { subject, text, html } = renderInstitutionMail(
          { ...facts, occasion, severity, next },
          language,
          wording,
        );
        expect(subject).toContain('B-7K3M-9QX1');
        expect(subject).toContain(country.centre.name[language]);
        for (const part of [text, html]) {
          expect(part).toContain('B-7K3M-9QX1 / state_police-1');
          expect(part).toContain(wording.mailTexts.severities[severity][language]);
          expect(part).toContain('03:10');
          expect(part).toContain(country.centre.institutionsPhone.value);
          expect(part).not.toContain(country.centre.helpline);
          expect(part).not.toMatch(/[{}]|undefined| {2}/);
        }
      }
    },
  );

  it.each(country.languages)('has no link, and says so in a footer of its own: %s', (language) => {
    const { text, html } = renderInstitutionMail(facts, language, wording);
    for (const part of [text, html]) expect(part).not.toMatch(/https?:|href|src=|<img/);
    expect(text).toContain(wording.mailTexts.institutions.footer[language]);
    expect(text).not.toContain(wording.mailTexts.footer[language]);
  });

  it('names no deadline once none runs, and leaves no gap for it', () => {
    const { next: _, ...taken } = facts;
    for (const language of country.languages) {
      const { text } = renderInstitutionMail({ ...taken, occasion: 'referral_reminder' }, language, wording);
      expect(text).toContain('B-7K3M-9QX1');
      expect(text).not.toMatch(/\(\)|:\s*$|undefined/m);
    }
  });

  it.each(country.languages)(
    'that takes back says under which reference and whom to call, and asks for nothing: %s',
    (language) => {
      const { next: _, ...over } = facts;
      const { subject, text } = renderInstitutionMail({ ...over, occasion: 'referral_withdrawn' }, language, wording);
      expect(subject).toContain('B-7K3M-9QX1');
      expect(text).toContain('B-7K3M-9QX1 / state_police-1');
      expect(text).toContain(country.centre.institutionsPhone.value);
      expect(text).not.toContain(wording.mailTexts.severities.critical[language]);
      expect(text).not.toMatch(/[{}]|undefined/);
    },
  );

  it.each(country.languages)(
    'names the address and the access code to type, only where there is one: %s',
    (language) => {
      const access = '7K3M-9QXR-2F5T-8WNA-W';
      const { office } = country.centre;
      for (const occasion of asking) {
        const { text, html } = renderInstitutionMail({ ...facts, occasion, access }, language, wording);
        for (const part of [text, html]) {
          expect(part).toContain(access);
          expect(part).toContain(office.value);
          expect(part).not.toMatch(/https?:|href|[{}]/);
        }
        // A reply may come with the code from before. Whoever has none calls.
        const without = renderInstitutionMail({ ...facts, occasion }, language, wording).text;
        expect(without.includes(office.value)).toBe(occasion === 'question_answered');
        expect(without).toContain(country.centre.institutionsPhone.value);
      }
    },
  );

  it.each(country.languages)('brings a one-time code, until when, and what to do if nobody asked: %s', (language) => {
    const code = { digits: '482913', until: '2026-11-21T02:10:00.000Z' };
    const { next: _, ...about } = facts;
    const { subject, text } = renderInstitutionMail({ ...about, occasion: 'access_code', code }, language, wording);
    expect(subject).not.toMatch(/\d{3} \d{3}/);
    expect(text).toContain('482 913');
    expect(text).toContain('03:10');
    expect(text).toContain(country.centre.institutionsPhone.value);
    expect(text).not.toMatch(/https?:|[{}]|undefined/);
  });

  it('is what the contact of an institution gets, with no list of cases', () => {
    const list = 'https://staff.example/cases';
    const letter = letterOf({ name: 'Policia', language: 'sq' }, [facts], { list, letter: list }, wording);
    expect(letter).toEqual(renderInstitutionMail(facts, 'sq', wording));
  });
});
