import { describe, expect, test } from 'vitest';
import { everyNotice } from '#infra/documents/every-mail.ts';
import { exportText } from '#functions/case-desk/approvals/export-text.ts';
import { everyReporterText } from '#infra/documents/sentence-facts.ts';
import { worded } from '#functions/follow-up/follow-up-wording.ts';
import { sayOutcome } from '#functions/follow-up/tell-outcomes.ts';
import { tellStatus } from '#functions/follow-up/tell-status.ts';
import { problemAnswer } from '#shared/contracts/http/problem-answer.ts';
import { inLanguage } from '#shared/contracts/http/wording.ts';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { administrativeOutcomes, outcomes } from '#shared/domain/case/lifecycle.ts';
import { disclosureFields } from '#shared/domain/case/referral.ts';
import { officialLetter } from '#shared/pages/letter/official-letter.ts';
import { outcomeFacts } from '#shared/domain/case/outcomes/outcome-fact.ts';
import { clockKinds } from '#shared/domain/case/timer-id.ts';
import type { CountryPack, OccasionTexts } from '#shared/domain/country-pack.ts';
import { institutionOccasions, mailOccasions } from '#shared/domain/mail/mail-occasion.ts';
import type { MailOccasion } from '#shared/domain/mail/mail-occasion.ts';
import { contactKinds } from '#shared/domain/people/person.ts';
import { fieldForms, fieldProblemCodes, problemCodes } from '#shared/domain/problems.ts';
import type { FieldProblem } from '#shared/domain/problems.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { plusDays, plusMinutes } from '#shared/domain/time/instant.ts';
import { sayMoment } from '#shared/domain/time/say-moment.ts';
import { letterTo } from '#shared/mail/letter-to.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { renderDirectoryNotices } from '#shared/mail/render-directory-notice.ts';
import { renderInstitutionMail } from '#shared/mail/render-institution-mail.ts';
import type { MailFacts, RenderedMail } from '#shared/mail/render-mail.ts';
import { aCase, fridayNight } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

/** What each mail to staff is about besides the case, its severity, a time and a link; the sender gives it that, no more. */
const about: Readonly<Record<MailOccasion, readonly ('clock' | 'rung' | 'institution')[]>> = {
  new_case: ['clock'],
  warned: ['clock'],
  missed: ['clock'],
  escalated: ['clock', 'rung'],
  reminder: ['clock', 'rung'],
  referral_declined: ['clock', 'institution'],
  institution_unreached: ['clock', 'institution'],
  access_code_asked: ['clock', 'institution'],
  access_code_failed: ['clock', 'institution'],
  referral_misdirected: ['clock', 'institution'],
  institution_asked: ['clock', 'institution'],
  institution_silent: ['clock', 'institution'],
  institution_silent_decide: ['clock', 'institution'],
  withdrawal_unreached: ['clock', 'institution'],
  erasure_due: [],
  from_reporter: ['clock'],
  approval_asked: [],
  nobody_to_ask: [],
  exclusion: [],
  reopened: ['clock'],
  lead_reopened: ['clock'],
  receipt_reissued: ['clock'],
  dead_code_used: ['clock'],
};

/** The names that a text asks for, in any of its languages. */
function blanksOf({ subject, lines }: Pick<OccasionTexts, 'subject' | 'lines'>): string[] {
  const said = [subject, ...lines].flatMap((text) => Object.values(text));
  return [...new Set(said.flatMap((one) => [...one.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)))];
}

const link = 'https://staff.centre.example/cases/B-7K3M-9QX1';

function factsOf(occasion: MailOccasion, pack: CountryPack): MailFacts {
  const [severity] = severities;
  const facts: MailFacts = { occasion, caseNumber: 'B-7K3M-9QX1', severity, due: fridayNight, link };
  const has = about[occasion];
  return {
    ...facts,
    ...(has.includes('clock') ? { clock: 'handle' } : {}),
    ...(has.includes('rung') ? { rung: pack.ladder.rungs[0]?.id ?? '' } : {}),
    ...(has.includes('institution') ? { institution: pack.centre.name } : {}),
  };
}

/** Those in which a blank is left, or nothing stands where something should. */
const broken = (said: readonly (string | undefined)[]): (string | undefined)[] =>
  said.filter((text) => text === undefined || /[{}]|\(\)|\(:|: *$| {2}|undefined/m.test(text));

const brokenMails = (mails: readonly RenderedMail[]): (string | undefined)[] => [
  ...broken(mails.flatMap(({ subject, text }) => [subject, text])),
  ...mails.map(({ html }) => html).filter((html) => html !== undefined && /\{\w+\}/.test(html)),
];

describe.each([
  ['Albania', albania],
  ['an invented country', zembla],
] satisfies [string, CountryPack][])('what the pack of %s says is whole', (_, pack) => {
  const languages = pack.languages;
  const readers = languages.flatMap((language) =>
    (['child', 'adult'] as const).map((address) => ({ language, address })),
  );

  test('in each mail to staff, which asks for nothing that its sender does not give', async () => {
    const wording = await mailWording(pack);
    for (const occasion of mailOccasions) {
      const ofClock = about[occasion].includes('clock') ? ['missing'] : [];
      const given = ['number', 'severity', 'due', 'link', ...about[occasion], ...ofClock];
      const { subject, lines } = wording.mailTexts.occasions[occasion];
      expect({ occasion, beyond: blanksOf({ subject, lines }).filter((name) => !given.includes(name)) }).toEqual({
        occasion,
        beyond: [],
      });
      for (const language of languages) {
        for (const contact of contactKinds) {
          const reader = { name: 'Arta Hoxha', language, contact, phone: '+355 4 000 0000' };
          const facts = factsOf(occasion, pack);
          const others = mailOccasions.map((one) => factsOf(one, pack));
          const mails = [
            letterTo(reader, [facts], { list: link, letter: link }, wording),
            letterTo(reader, [facts, ...others], { list: link, letter: link }, wording),
            ...everyNotice.map((notice) => renderDirectoryNotices([notice], { ...reader, list: link }, wording)),
            renderDirectoryNotices(everyNotice, { ...reader, list: link }, wording),
          ];
          expect(brokenMails(mails)).toEqual([]);
        }
      }
    }
  });

  test('in each mail to an institution, also when no clock runs', async () => {
    const wording = await mailWording(pack);
    const { institutions } = wording.mailTexts;
    for (const occasion of institutionOccasions) {
      const { subject, lines } = institutions.occasions[occasion];
      const withoutClock = lines.filter((line) => !Object.values(line).some((text) => text.includes('{due}')));
      for (const blank of ['due', 'clock']) {
        expect(blanksOf({ subject, lines: [...withoutClock, institutions.footer] })).not.toContain(blank);
      }
      for (const language of languages) {
        const facts = { occasion, caseNumber: 'B-7K3M-9QX1', referral: 'police-1', severity: 'high' } as const;
        const clocks = clockKinds.map((clock) => ({ ...facts, next: { clock, due: fridayNight } }));
        const mails = [facts, ...clocks].map((one) => renderInstitutionMail(one, language, wording));
        expect(brokenMails(mails)).toEqual([]);
      }
    }
  });

  test('in what a reporter reads, however late and whatever was asked for', async () => {
    const wording = await worded(pack);
    const times: Partial<Case>[] = [
      {},
      { readAt: fridayNight },
      { readAt: fridayNight, handledAt: fridayNight },
      { withdrawal: { askedAt: fridayNight, waitUntil: plusDays(fridayNight, 3) } },
      { withdrawal: { askedAt: fridayNight, waitUntil: plusMinutes(fridayNight, 1) }, handedOverAt: fridayNight },
    ];
    const posted = { id: 'a', fingerprint: 'f', readBy: fridayNight, severity: 'high' } as const;
    const message = { caseId: 'case-1', number: 1, from: 'reporter', at: fridayNight, sealed: '', posted } as const;
    for (const reader of readers) {
      for (const more of times) {
        for (const days of [0, 1, 2, 3, 9]) {
          const now = plusDays(fridayNight, days);
          for (const sealed of [[], [message]]) {
            const { text } = tellStatus({ case: aCase(more), timers: [], sealed }, now, reader, wording, []).status;
            expect(broken([text])).toEqual([]);
          }
        }
      }
    }
    for (const language of languages) {
      for (const use of ['by', 'notBefore', 'at'] as const) {
        const days = [-9, -3, -1, 0, 1, 3, 9].map((more) => plusDays(fridayNight, more));
        for (const at of [...days, ...[1, 40, 60, 61, 200].map((minutes) => plusMinutes(fridayNight, minutes))]) {
          const { timeZone, reporterTexts } = pack;
          expect(broken([sayMoment({ use, at, now: fridayNight }, language, timeZone, reporterTexts.moments)])).toEqual(
            [],
          );
        }
      }
    }
  });

  test('in what came of a case, whatever each outcome stands on', async () => {
    const { institutions } = await pack.loadReferrals();
    const [door] = institutions;
    const wording = await worded(pack);
    for (const reader of readers) {
      for (const outcome of [...outcomes, ...administrativeOutcomes]) {
        const said = outcomeFacts.map((fact) => {
          const of = aCase(door === undefined ? {} : { otherDoor: door.code });
          return sayOutcome(of, { outcome, fact }, reader, wording, institutions);
        });
        expect(broken(said)).toEqual([]);
      }
    }
  });

  test('in each problem, with the limit where there is one', async () => {
    const country = { ...pack, problemTexts: await pack.loadProblemTexts() };
    const isLimit = (code: string): boolean => code.startsWith('too_');
    const errors = fieldProblemCodes
      .filter((code) => code !== 'wrong_form')
      .map((code) => ({ pointer: '/field', code, ...(isLimit(code) ? { expected: '3' } : {}) }) as FieldProblem);
    errors.push(...fieldForms.map((expected) => ({ pointer: '/form', code: 'wrong_form' as const, expected })));
    for (const language of languages) {
      for (const code of problemCodes) {
        for (const reader of ['anybody', 'staff'] as const) {
          const answer = problemAnswer(country, language, { code, status: 422, errors }, reader);
          const said = [answer.title, answer.detail, ...answer.errors.map(({ message }) => message)];
          expect(broken(said)).toEqual([]);
        }
      }
    }
  });

  test('where nothing is filled in', async () => {
    const { problems } = await pack.loadProblemTexts();
    const { severities: levels, clocks, rungs } = await pack.loadMailTexts();
    const { keep, firstReportArrived, status, reopened, sameTeam } = await everyReporterText(pack);
    const said = [
      [pack.centre.name, pack.helpLines, problems, levels, clocks, rungs],
      [await pack.loadGuidance(), await pack.loadTaxonomyTexts(), await pack.loadReferrals()],
      [keep, firstReportArrived, status, reopened, sameTeam],
    ];
    expect(JSON.stringify(said)).not.toMatch(/\{\w+\}/);
  });

  test('in a printed letter, whatever it gives and whoever leads', async () => {
    const { platforms } = await pack.loadTaxonomyTexts();
    const { institutions, legalBases } = await pack.loadReferrals();
    const wording = { ...pack, texts: await pack.loadOfficialLetterTexts(), platforms };
    const [institution, lead] = [institutions[0]?.name ?? {}, institutions.at(-1)?.name];
    const addressed = { caseNumber: 'B-7K3M-9QX1', referral: 'one-1', at: fridayNight, institution };
    for (const language of languages) {
      for (const isAddressesOnly of [true, false]) {
        for (const fields of [[], disclosureFields]) {
          const said = [undefined, 'centre', 'lead'].map((code) => {
            const copy = code === undefined ? {} : { doNotQuestionTheChildSpeakTo: code };
            const letter = { ...addressed, basis: legalBases[0], fields, copy, isAddressesOnly, lead };
            return officialLetter(letter, language, wording).replace(/<style>[^]*<\/style>/, '');
          });
          expect(broken(said)).toEqual([]);
        }
      }
    }
  });

  test('over every part of an export', async () => {
    const { watermark } = await pack.loadExportTexts();
    const mark = { caseNumber: 'B-7K3M-9QX1', export: 'export-1', name: 'Arta', givenTo: 'staff-1', at: fridayNight };
    for (const language of languages) {
      const text = exportText(inLanguage(watermark, language, pack.defaultLanguage), mark, { narrative: 'x' });
      expect(broken([text])).toEqual([]);
    }
  });
});
