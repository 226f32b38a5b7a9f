import { describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { clockKinds } from '#shared/domain/case/timer-id.ts';
import { mailOccasions, type MailOccasion } from '#shared/domain/mail/mail-occasion.ts';
import { letterTo } from '#shared/mail/letter-to.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { type MailFacts, renderMail } from '#shared/mail/render-mail.ts';
import { factsOfRaise } from '#test/support/mails.ts';

const wording = await mailWording(country);
const link = 'https://staff.example/cases/B-7K3M-9QX1';
const subjectOf = (more: Partial<MailFacts>, language: string): string =>
  renderMail({ ...factsOfRaise, ...more }, language, wording, link).subject;

/** What stands behind the number, for somebody whom the telephone wakes at 02:00: what is missing, by whom, until when. */
const subjects: Readonly<Record<MailOccasion, { en: string; sq: string }>> = {
  new_case: {
    en: 'B-7K3M-9QX1: new case, not yet read by staff, critical, due Saturday 21 November, 03:10',
    sq: 'B-7K3M-9QX1: rast i ri, ende i palexuar nga punonjësit, urgjenca kritike, afati: e shtunë 21 nëntor, 03:10',
  },
  warned: {
    en: 'B-7K3M-9QX1: not yet read by staff, critical, soon due: Saturday 21 November, 03:10',
    sq: 'B-7K3M-9QX1: ende i palexuar nga punonjësit, urgjenca kritike, afati po afrohet: e shtunë 21 nëntor, 03:10',
  },
  missed: {
    en: 'B-7K3M-9QX1: not yet read by staff, critical, missed: Saturday 21 November, 03:10',
    sq: 'B-7K3M-9QX1: ende i palexuar nga punonjësit, urgjenca kritike, afati kaloi: e shtunë 21 nëntor, 03:10',
  },
  escalated: {
    en: 'B-7K3M-9QX1: needs you now, not yet read by staff, critical, due Saturday 21 November, 03:10',
    sq: 'B-7K3M-9QX1: ju kërkon tani, ende i palexuar nga punonjësit, urgjenca kritike, afati: e shtunë 21 nëntor, 03:10',
  },
  reminder: {
    en: 'B-7K3M-9QX1: reminder, not yet read by staff, critical, due Saturday 21 November, 03:10',
    sq: 'B-7K3M-9QX1: rikujtim, ende i palexuar nga punonjësit, urgjenca kritike, afati: e shtunë 21 nëntor, 03:10',
  },
  reopened: {
    en: 'B-7K3M-9QX1: reopened, severity critical',
    sq: 'B-7K3M-9QX1: u hap përsëri, urgjenca kritike',
  },
  lead_reopened: {
    en: 'B-7K3M-9QX1: reopened with its parent case, severity critical',
    sq: 'B-7K3M-9QX1: u rihap bashkë me rastin kryesor, urgjenca kritike',
  },
  referral_declined: {
    en: 'B-7K3M-9QX1: an institution has declined, decide who is asked now',
    sq: 'B-7K3M-9QX1: një institucion nuk e pranoi, vendosni kush merret tani',
  },
  institution_unreached: {
    en: 'B-7K3M-9QX1: an institution got no mail, call it',
    sq: 'B-7K3M-9QX1: një institucion nuk u njoftua dot, telefononi atje',
  },
  access_code_asked: {
    en: 'B-7K3M-9QX1: an institution waits for its code, call it',
    sq: 'B-7K3M-9QX1: një institucion pret kodin, telefononi atje',
  },
  access_code_failed: {
    en: 'B-7K3M-9QX1: five wrong codes came from an institution, call it',
    sq: 'B-7K3M-9QX1: një institucion shkroi pesë kode të gabuara, telefononi atje',
  },
  referral_misdirected: {
    en: 'B-7K3M-9QX1: a referral reached the wrong address',
    sq: 'B-7K3M-9QX1: një referim shkoi te adresa e gabuar',
  },
  institution_asked: {
    en: 'B-7K3M-9QX1: an institution asks about its referral',
    sq: 'B-7K3M-9QX1: një institucion ju pyet për referimin',
  },
  institution_silent: {
    en: 'State Police has not answered yet: B-7K3M-9QX1',
    sq: 'Policia e Shtetit nuk është përgjigjur ende: B-7K3M-9QX1',
  },
  institution_silent_decide: {
    en: 'State Police is still silent: decide about B-7K3M-9QX1',
    sq: 'Policia e Shtetit nuk përgjigjet: vendosni për B-7K3M-9QX1',
  },
  withdrawal_unreached: {
    en: 'B-7K3M-9QX1: an institution does not know that it is taken back, call it',
    sq: 'B-7K3M-9QX1: një institucion nuk e di që u tërhoq, telefononi atje',
  },
  erasure_due: {
    en: 'B-7K3M-9QX1: is to be erased on Saturday 21 November, 03:10',
    sq: 'B-7K3M-9QX1: fshihet përgjithmonë, data: e shtunë 21 nëntor, 03:10',
  },
  from_reporter: {
    en: 'B-7K3M-9QX1: news from the reporter, severity critical',
    sq: 'B-7K3M-9QX1: lajm nga raportuesi, urgjenca kritike',
  },
  approval_asked: {
    en: 'B-7K3M-9QX1: a second person is to decide by Saturday 21 November, 03:10',
    sq: 'B-7K3M-9QX1: pritet vendimi i një personi të dytë, afati: e shtunë 21 nëntor, 03:10',
  },
  nobody_to_ask: {
    en: 'B-7K3M-9QX1: a request was refused, nobody is left to decide it',
    sq: 'B-7K3M-9QX1: një kërkesë u refuzua, nuk ka mbetur kush ta vendosë',
  },
  exclusion: {
    en: 'B-7K3M-9QX1: an exclusion from the case',
    sq: 'B-7K3M-9QX1: përjashtim nga rasti',
  },
  receipt_reissued: {
    en: 'B-7K3M-9QX1: another code was given out',
    sq: 'B-7K3M-9QX1: u dha një kod i ri',
  },
  dead_code_used: {
    en: 'B-7K3M-9QX1: an old code was used',
    sq: 'B-7K3M-9QX1: u përdor një kod i vjetër',
  },
};

describe('the subject of a mail to staff', () => {
  it.each(mailOccasions)('says what %s is about', (occasion) => {
    const { en, sq } = subjects[occasion];
    expect([subjectOf({ occasion }, 'en'), subjectOf({ occasion }, 'sq')]).toEqual([en, sq]);
  });

  it.each(clockKinds)('says what is missing while %s runs, in its first line, too', (clock) => {
    for (const language of country.languages) {
      const missing = wording.mailTexts.missing[clock][language] ?? '';
      expect(missing.length).toBeGreaterThan(10);
      for (const occasion of ['new_case', 'warned', 'missed', 'escalated', 'reminder'] as const) {
        const mail = renderMail({ ...factsOfRaise, occasion, clock }, language, wording, link);
        expect(mail.subject).toContain(`${missing}, `);
        expect(occasion === 'new_case' || mail.text.split('\n')[0]?.includes(missing)).toBe(true);
      }
    }
  });

  it('names no category and no place, and an institution only where it is silent', async () => {
    const places = country.regions.flatMap(({ name, municipalities }) => [
      name,
      ...municipalities.map((one) => one.name),
    ]);
    const categories = country.categories.map(({ code }) => code.replaceAll('_', ' ')).filter((one) => one !== 'other');
    for (const language of country.languages) {
      for (const occasion of mailOccasions) {
        for (const clock of clockKinds) {
          const subject = subjectOf({ occasion, clock }, language);
          expect([...places, ...categories].filter((word) => subject.includes(word))).toEqual([]);
          expect(/Polic/.test(subject)).toBe(occasion.startsWith('institution_silent'));
        }
      }
    }
  });

  it('says the time once in a short message', () => {
    for (const occasion of mailOccasions) {
      const reader = { name: 'Arta', language: 'en', contact: 'mail_to_sms', phone: '+355 69 000 0001' } as const;
      const { text } = letterTo(reader, [{ ...factsOfRaise, occasion }], { list: link, letter: link }, wording);
      expect([occasion, text.split('03:10').length - 1]).toEqual([occasion, occasion === 'exclusion' ? 0 : 1]);
    }
  });
});
