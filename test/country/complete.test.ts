import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { country } from '#shared/country/current.ts';
import { country as small } from '#shared/country/small.ts';
import { clockKinds } from '#shared/domain/case/timer-id.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { audiences } from '#shared/domain/help/audience.ts';
import { fieldForms, fieldProblemCodes, forbiddenReasons, problemCodes } from '#shared/domain/problems.ts';
import { institutionOccasions, mailOccasions } from '#shared/domain/mail/mail-occasion.ts';
import { everyReporterText } from '#infra/documents/sentence-facts.ts';
import { meanwhiles } from '#shared/domain/help/meanwhile.ts';
import type { AddressedText, Text } from '#shared/domain/text.ts';
import { administrativeOutcomes, outcomes } from '#shared/domain/case/lifecycle.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { flags, suspectRelations, wishAnswers, wishSubjects } from '#shared/domain/report/report.ts';
import { severities, wordCodes } from '#shared/domain/report/severity.ts';
import { zembla } from '#test/support/invented-country.ts';

/** Every text of a value, with where it stands. A text is an object whose keys are languages of the pack. */
function textsIn(value: unknown, languages: readonly string[], path = ''): { path: string; text: Text }[] {
  if (typeof value !== 'object' || value === null) return [];
  const isText = Object.keys(value).some((key) => languages.includes(key)) && !Array.isArray(Object.values(value)[0]);
  if (isText) return [{ path, text: value as Text }];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, languages, `${path}/${key}`));
}

const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

test('the part for functions that only watch and mail is of the country this installation serves', () => {
  expect(country).toMatchObject(small);
});

describe.each([
  ['Albania', albania],
  ['an invented country', zembla],
] satisfies [string, CountryPack][])('the pack of %s', (_, pack) => {
  const codes = pack.categories.map(({ code }) => code);

  test('has every text in each of its languages, with the same blanks to fill in', async () => {
    const everything = {
      ...pack,
      guidance: await pack.loadGuidance(),
      taxonomy: await pack.loadTaxonomyTexts(),
      mails: await pack.loadMailTexts(),
      followUp: await pack.loadFollowUpTexts(),
      problems: await pack.loadProblemTexts(),
      exports: await pack.loadExportTexts(),
      console: await pack.loadConsole(),
      letters: await pack.loadOfficialLetterTexts(),
      office: await (await pack.loadPages()).loadOffice(),
      privacy: await (await pack.loadPages()).loadPrivacy(),
    };
    const texts = textsIn({ ...everything, words: undefined }, pack.languages);
    expect(texts.length).toBeGreaterThan(100);
    const faulty = texts.filter(({ text }) => {
      const said = Object.values(text);
      const blanks = new Set(said.map((one) => placeholdersOf(one).join()));
      const isComplete = Object.keys(text).sort().join() === [...pack.languages].sort().join();
      return !isComplete || blanks.size > 1 || said.some((one) => one.trim() === '');
    });
    expect(faulty).toEqual([]);
  });

  test('says to a child and to an adult what is filled in alike', async () => {
    const { moments: _, ...texts } = await everyReporterText(pack);
    const addressed = (part: object): AddressedText[] =>
      'child' in part && 'adult' in part
        ? [part as AddressedText]
        : Object.values(part).flatMap((inner: object) => addressed(inner));
    const all = addressed(texts);
    expect(all.length).toBeGreaterThan(50);
    const blanksOf = (text: Text): string[] => Object.values(text).flatMap(placeholdersOf);
    expect(all.filter(({ child, adult }) => blanksOf(child).join() !== blanksOf(adult).join())).toEqual([]);
  });

  test('judges every category, and no other', async () => {
    expect(Object.keys(pack.severity.categories).sort()).toEqual([...codes].sort());
    const { dutyToReport } = await pack.loadReferrals();
    expect(dutyToReport.categories.filter((code) => !codes.includes(code))).toEqual([]);
  });
  test('refers every category it names, to institutions and on bases it has', async () => {
    const { matrix, institutions, legalBases } = await pack.loadReferrals();
    const known = (list: readonly { code: string }[]) => list.map(({ code }) => code);
    expect(new Set(matrix.rules.map(({ code }) => code)).size).toBe(matrix.rules.length);
    for (const rule of matrix.rules) {
      expect(known(institutions)).toEqual(expect.arrayContaining([...rule.to]));
      expect(known(legalBases)).toContain(rule.basis);
      expect(codes).toEqual(expect.arrayContaining(rule.when.flatMap(({ categories = [] }) => categories)));
      expect(rule.when).not.toEqual([]);
    }
  });
  test('labels every category for every audience, and every platform', async () => {
    const texts = await pack.loadTaxonomyTexts();
    expect(Object.keys(texts.categories).sort()).toEqual([...codes].sort());
    for (const labels of Object.values(texts.categories))
      expect(Object.keys(labels)).toEqual(expect.arrayContaining([...audiences]));
    expect(Object.keys(texts.platforms).sort()).toEqual([...pack.platforms].sort());
    expect(Object.keys(texts.showFirst).filter((code) => !codes.includes(code))).toEqual([]);
    expect(Object.keys(texts.flags).sort()).toEqual([...flags].sort());
    expect(Object.keys(texts.wishes).sort()).toEqual([...wishSubjects].sort());
    expect(Object.keys(texts.wishAnswers).sort()).toEqual([...wishAnswers].sort());
  });
  test('words every status, outcome, problem, severity, clock and occasion', async () => {
    const reporterTexts = await everyReporterText(pack);
    const mailTexts = await pack.loadMailTexts();
    expect(Object.keys(reporterTexts.status).sort()).toEqual([...caseStatuses].sort());
    expect(Object.keys(reporterTexts.outcomes).sort()).toEqual([...outcomes, ...administrativeOutcomes].sort());
    const { problems, fieldProblems, forms, staff } = await pack.loadProblemTexts();
    expect(Object.keys(problems).sort()).toEqual([...problemCodes].sort());
    expect([...Object.keys(fieldProblems), 'wrong_form'].sort()).toEqual([...fieldProblemCodes].sort());
    expect(Object.keys(forms).sort()).toEqual([...fieldForms].sort());
    expect(Object.keys(staff.because).sort()).toEqual([...forbiddenReasons].sort());
    expect(Object.keys(reporterTexts.meanwhile).sort()).toEqual([...meanwhiles].sort());
    expect(Object.keys(mailTexts.severities).sort()).toEqual([...severities].sort());
    expect(Object.keys(mailTexts.clocks).sort()).toEqual([...clockKinds].sort());
    expect(Object.keys(mailTexts.missing).sort()).toEqual([...clockKinds].sort());
    expect(Object.keys(mailTexts.occasions).sort()).toEqual([...mailOccasions].sort());
    expect(Object.keys(mailTexts.institutions.occasions).sort()).toEqual([...institutionOccasions].sort());
    expect(Object.keys(mailTexts.rungs)).toEqual(pack.ladder.rungs.map(({ id }) => id));
    expect(reporterTexts.moments.weekdays).toHaveLength(7);
    expect(reporterTexts.moments.months).toHaveLength(12);
  });
  test('fills in only what the answers know', async () => {
    const blanks = (value: unknown): string[] => [
      ...new Set(textsIn(value, pack.languages).flatMap(({ text }) => Object.values(text).flatMap(placeholdersOf))),
    ];
    const {
      moments,
      nextStep,
      promiseMissed,
      readMissed,
      messageMissed,
      takenBack,
      asked,
      outcomes: ended,
      ...plain
    } = await everyReporterText(pack);
    const { problems, fieldProblems, forms, staff } = await pack.loadProblemTexts();
    expect(blanks([problems, forms, staff])).toEqual([]);
    const { withdrawal, ...askedPlainly } = asked;
    expect(blanks(withdrawal)).toEqual(['until']);
    expect(blanks(askedPlainly)).toEqual([]);
    const { willBeRead, ...nextPlainly } = nextStep;
    expect(blanks(willBeRead)).toEqual(['readBy']);
    expect(blanks(nextPlainly)).toEqual([]);
    expect(blanks(takenBack)).toEqual(['when']);
    expect(blanks(promiseMissed)).toEqual(['by']);
    expect(blanks(readMissed)).toEqual(['by']);
    expect(blanks(messageMissed)).toEqual(['by']);
    expect(blanks(fieldProblems)).toEqual(['limit']);
    const { said, lengths, ...points } = moments;
    expect(blanks(said)).toEqual(['moment']);
    expect(blanks(points).filter((blank) => !['time', 'weekday', 'day', 'month', 'year'].includes(blank))).toEqual([]);
    for (const { said: ahead, both, ...parts } of Object.values(lengths)) {
      expect([blanks(ahead), blanks(both), blanks(parts)]).toEqual([['length'], ['hours', 'minutes'], ['n']]);
    }
    const { outside_our_work: outside, ...others } = ended;
    expect(blanks(outside)).toEqual(['door']);
    expect(blanks({ others, ...plain })).toEqual([]);
    const { institutions, directoryNotices, ringToObject, partner, ...toStaff } = await pack.loadMailTexts();
    const ofDirectory = ['link', 'effective', 'lapses', 'code', 'people', 'way', 'desk'];
    expect(blanks({ directoryNotices, ringToObject }).filter((blank) => !ofDirectory.includes(blank))).toEqual([]);
    const known = [
      'number',
      'severity',
      'due',
      'clock',
      'rung',
      'link',
      'count',
      'name',
      'phone',
      'institution',
      'worst',
      'missing',
    ];
    expect(blanks(toStaff).filter((blank) => !known.includes(blank))).toEqual([]);
    const { until, ...letter } = partner;
    expect(blanks(letter).toSorted()).toEqual(['asked', 'code', 'number']);
    expect(blanks(until)).toEqual(['due']);
    const ofDesk = ['office', 'access', 'digits', 'until'];
    const knownThere = ['number', 'referral', 'severity', 'due', 'clock', 'centre', 'phone', ...ofDesk];
    expect(blanks(institutions).filter((blank) => !knownThere.includes(blank))).toEqual([]);
  });
  test('has no code twice', async () => {
    const { legalBases, institutions } = await pack.loadReferrals();
    const places = pack.regions.flatMap((region) => [region.code, ...region.municipalities.map(({ code }) => code)]);
    const lists = [
      codes,
      pack.platforms,
      places,
      legalBases.map(({ code }) => code),
      institutions.map(({ code }) => code),
      pack.helpLines.map(({ phone }) => phone),
      pack.ladder.rungs.map(({ id }) => id),
    ];
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
  });
  test('has a ladder with one step fewer than rungs, and times above zero', () => {
    const { rungs, stepMinutes, reminderMinutes, holdMinutes, silence } = pack.ladder;
    for (const severity of severities) {
      expect(stepMinutes[severity]).toHaveLength(rungs.length - 1);
      const { first, later } = reminderMinutes[severity];
      expect(Math.min(...stepMinutes[severity], first, later, holdMinutes)).toBeGreaterThan(0);
    }
    expect(Math.min(...Object.values(silence.workingDaysAfter))).toBeGreaterThan(0);
    expect(rungs.map(({ id }) => id)).toContain(silence.rung);
    for (const { duties } of rungs) expect(duties).not.toEqual([]);
    const ids = [undefined, ...rungs.map(({ id }) => id)];
    for (const { alsoTells, remindsAfterWorkingDays = 1 } of Object.values(pack.clocks)) {
      expect(ids).toContain(alsoTells);
      expect(remindsAfterWorkingDays).toBeGreaterThan(0);
    }
  });
  test('works on some days of the week, and names only such days as holidays, each once', () => {
    const { weekdays, holidays } = pack.workingDays;
    expect(weekdays.length).toBeGreaterThan(0);
    const days = holidays.map(({ day }) => day);
    expect(new Set(days).size).toBe(days.length);
    const unworked = days.filter((day) => !weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7));
    expect(unworked).toEqual([]);
  });
  test('lets the clocks of the promise run at every severity', () => {
    for (const severity of severities) {
      for (const kind of ['must_be_triaged', 'must_be_read', 'promise_handle', 'promise_resolve'] as const) {
        expect(pack.clocks[kind].minutes[severity]).toBeGreaterThan(0);
      }
    }
  });
  test('gives guidance and orders phones only by categories and regions it has', async () => {
    const guidance = await pack.loadGuidance();
    const conditions = [...guidance, ...pack.helpOrders].flatMap(({ when }) => when);
    const named = conditions.flatMap(({ categories = [], unlessCategories = [] }) => [
      ...categories,
      ...unlessCategories,
    ]);
    expect(named.filter((code) => !codes.includes(code))).toEqual([]);
    const regions = [...conditions, ...pack.helpLines].flatMap((one) => one.regions ?? []);
    expect(regions.filter((code) => !pack.regions.some((region) => region.code === code))).toEqual([]);
    const phones = pack.helpLines.map(({ phone }) => phone);
    expect(pack.helpOrders.flatMap((order) => order.phones).filter((phone) => !phones.includes(phone))).toEqual([]);
  });
  test('gives every report some guidance, and every reader a general block', async () => {
    const guidance = await pack.loadGuidance();
    const general = guidance.filter(({ isGeneral }) => isGeneral === true);
    for (const audience of audiences)
      expect(general.filter(({ words }) => words[audience] !== undefined)).toHaveLength(1);
    expect(general.filter(({ when }) => JSON.stringify(when) !== '[{}]')).toEqual([]);
    expect(guidance.filter(({ link }) => link !== undefined && !link.startsWith('https://'))).toEqual([]);
  });
  test('always gives a number where a person listens, the centre’s own', () => {
    const always = pack.helpLines.filter((line) => line.always);
    expect(always.map(({ phone }) => phone)).toContain(pack.centre.helpline);
    for (const { phone } of pack.helpLines) expect(phone).toMatch(/^\d+$/);
  });
  test('has words for every word code, and its default language is one of its own', async () => {
    const { lists } = await pack.loadWords();
    expect(Object.keys(lists).sort()).toEqual([...wordCodes].sort());
    for (const { source, date } of Object.values(lists).flatMap((list) => Object.values(list))) {
      expect(source).not.toBe('');
      expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
    }
    expect(pack.languages).toContain(pack.defaultLanguage);
    expect(() => new Intl.DateTimeFormat('en', { timeZone: pack.timeZone })).not.toThrow();
    expect(pack.severity.trustedRelations.filter((relation) => !suspectRelations.includes(relation))).toEqual([]);
  });
});

test('Albania is the country in use', () => expect(country).toBe(albania));
