import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { country } from '#shared/country/current.ts';
import { country as small } from '#shared/country/small.ts';
import { clockKinds } from '#shared/domain/case/timer-id.ts';
import { audiences, type CountryPack } from '#shared/domain/country-pack.ts';
import { fieldProblemCodes, problemCodes } from '#shared/domain/problems.ts';
import { institutionOccasions, mailOccasions } from '#shared/domain/mail/mail-occasion.ts';
import { type Text } from '#shared/domain/text.ts';
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
    const { reporterTexts } = pack;
    const mailTexts = await pack.loadMailTexts();
    expect(Object.keys(reporterTexts.status).sort()).toEqual([...caseStatuses].sort());
    expect(Object.keys(reporterTexts.outcomes).sort()).toEqual([...outcomes, ...administrativeOutcomes].sort());
    const { problems, fieldProblems } = await pack.loadProblemTexts();
    expect(Object.keys(problems).sort()).toEqual([...problemCodes].sort());
    expect(Object.keys(fieldProblems).sort()).toEqual([...fieldProblemCodes].sort());
    expect(Object.keys(reporterTexts.meanwhile).sort()).toEqual([...severities].sort());
    expect(Object.keys(mailTexts.severities).sort()).toEqual([...severities].sort());
    expect(Object.keys(mailTexts.clocks).sort()).toEqual([...clockKinds].sort());
    expect(Object.keys(mailTexts.missing).sort()).toEqual([...clockKinds].sort());
    expect(Object.keys(mailTexts.occasions).sort()).toEqual([...mailOccasions].sort());
    expect(Object.keys(mailTexts.institutions.occasions).sort()).toEqual([...institutionOccasions].sort());
    expect(Object.keys(mailTexts.rungs)).toEqual(pack.ladder.rungs.map(({ id }) => id));
    expect(reporterTexts.moments.weekdays).toHaveLength(7);
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
    } = pack.reporterTexts;
    const { problems, fieldProblems } = await pack.loadProblemTexts();
    expect(blanks(problems)).toEqual([]);
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
    expect(blanks(moments).filter((blank) => !['time', 'weekday', 'day', 'month', 'year'].includes(blank))).toEqual([]);
    const { outside_our_work: outside, ...others } = ended;
    expect(blanks(outside)).toEqual(['door']);
    expect(blanks({ others, ...plain })).toEqual([]);
    const { institutions, directoryNotices, ringToObject, partner, ...toStaff } = await pack.loadMailTexts();
    const ofDirectory = ['link', 'effective', 'lapses', 'code', 'people'];
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
    const knownThere = ['number', 'referral', 'severity', 'due', 'clock', 'centre', 'phone'];
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
    for (const { alsoTells } of Object.values(pack.clocks)) expect(ids).toContain(alsoTells);
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
  test('gives guidance only for categories it has, and every report some, whatever its flags', async () => {
    const guidance = await pack.loadGuidance();
    const named = guidance.flatMap((entry) => entry.for.categories ?? []);
    expect(named.filter((code) => !codes.includes(code))).toEqual([]);
    for (const code of pack.categories.filter((category) => category.public).map((category) => category.code)) {
      for (const audience of audiences) {
        const fits = guidance.filter(
          ({ for: wanted }) =>
            (wanted.categories?.includes(code) ?? true) &&
            (wanted.audiences?.includes(audience) ?? true) &&
            wanted.flags === undefined &&
            wanted.minor === undefined,
        );
        expect({ code, audience, hasGuidance: fits.length > 0 }).toEqual({ code, audience, hasGuidance: true });
      }
    }
    expect(guidance.filter(({ link }) => link !== undefined && !link.startsWith('https://'))).toEqual([]);
  });
  test('always gives a number where a person listens, the centre’s own', () => {
    const always = pack.helpLines.filter((line) => line.always);
    expect(always.map(({ phone }) => phone)).toContain(pack.centre.helpline);
    for (const { phone } of pack.helpLines) expect(phone).toMatch(/^\d+$/);
  });
  test('has words for every word code, and its default language is one of its own', () => {
    expect(Object.keys(pack.words).sort()).toEqual([...wordCodes].sort());
    expect(pack.languages).toContain(pack.defaultLanguage);
    expect(() => new Intl.DateTimeFormat('en', { timeZone: pack.timeZone })).not.toThrow();
    expect(pack.severity.trustedRelations.filter((relation) => !suspectRelations.includes(relation))).toEqual([]);
  });
});

test('Albania is the country in use', () => expect(country).toBe(albania));
