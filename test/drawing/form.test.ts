import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fieldAt, flagField, reportFormShape, wishField } from '#shared/contracts/http/public/pages/report-form.ts';
import { taxonomyAnswer } from '#shared/contracts/http/public/taxonomy.ts';
import { country } from '#shared/country/current.ts';
import { addressOf, audiences, type Audience } from '#shared/domain/help/audience.ts';
import { flags, wishSubjects } from '#shared/domain/report/report.ts';
import type { FormState } from '#shared/pages/form/form-state.ts';
import { reportFormPage } from '#shared/pages/form/report-form.ts';
import { pageContext } from '#shared/pages/frame/page-context.ts';
import { median } from '#test/bench/figures.ts';
import { readPage } from '#test/support/pages/read-page.ts';

const key = '00000000-0000-4000-8000-000000000001';

async function drawn(audience: Audience, language: string, more: Partial<FormState> = {}): Promise<string> {
  const context = await pageContext(country, { language, root: '../../', address: addressOf(audience) });
  const taxonomy = taxonomyAnswer(country, await country.loadTaxonomyTexts(), { language, audience });
  return reportFormPage(context, { audience, taxonomy, fields: new Map(), key, visit: key, ...more });
}

const everywhere = audiences.flatMap((audience) => country.languages.map((language) => [audience, language] as const));

describe.each(everywhere)('the form for a %s in %s', (audience, language) => {
  it('keeps within its budget of bytes', async () => {
    const bytes = Buffer.from(await drawn(audience, language));
    expect(bytes.length).toBeLessThanOrEqual(30 * 1024);
    expect(gzipSync(bytes).length).toBeLessThanOrEqual(10 * 1024);
  });

  it('asks for everything that its reader can tell, and nothing else', async () => {
    const asked = readPage(await drawn(audience, language)).elements.flatMap(({ name, attributes }) =>
      ['input', 'textarea', 'select', 'button'].includes(name) ? (attributes.get('name') ?? []) : [],
    );
    const ofSchool = audience === 'school' ? [] : ['name', 'organisation'];
    const all = Object.keys(reportFormShape).filter((name) => ![...ofSchool, 'campaign'].includes(name));
    expect([...new Set(asked)].toSorted()).toEqual(all.toSorted());
  });
});

it('every list and answer of the form is there for whoever it fits', async () => {
  const options = async (audience: Audience, field: string): Promise<string[]> => {
    const page = await drawn(audience, 'en');
    const [list = ''] = new RegExp(`<select id="f-${field}"[^]*?</select>`).exec(page) ?? [];
    return [...list.matchAll(/<option value="?([^ ">]*)"?/g)].map(([, code = '']) => code);
  };
  expect(await options('child', 'ageYears')).toEqual(['', ...Array.from({ length: 14 }, (_, at) => String(at + 5))]);
  expect(await options('parent', 'ageYears')).toEqual(['', ...Array.from({ length: 19 }, (_, at) => String(at))]);
  expect(await options('child', 'municipality')).toEqual([
    '',
    'unknown',
    'outside',
    ...country.regions.flatMap(({ municipalities }) => municipalities.map(({ code }) => code)),
  ]);
  expect(await options('school', 'gender')).toEqual(['', 'female', 'male', 'other', 'unknown']);
  expect(await options('child', 'about')).toContain('me');
  expect(await options('parent', 'about')).toContain('my_child');
});

it('whoever says nothing of school, parents and police is asked first', async () => {
  const fields = readPage(await drawn('child', 'sq')).fieldsOf();
  expect(wishSubjects.map((subject) => fields.get(wishField(subject)))).toEqual([['ask_me'], ['ask_me'], ['ask_me']]);
  expect(flags.map((flag) => fields.get(flagField(flag)))).toEqual(flags.map(() => undefined));
});

it('nothing that was answered or is wrong is folded away', async () => {
  const open = async (more: Partial<FormState>): Promise<number> =>
    readPage(await drawn('child', 'en', more)).elements.filter(
      ({ name, attributes }) => name === 'details' && attributes.has('open'),
    ).length;
  expect(await open({})).toBe(0);
  for (const [name, value] of [
    ['category', 'csam'],
    ['phone', '1'],
    ['whenSafe', 'x'],
    ['wish-police', 'no'],
    ['needs', 'call_me'],
  ] as const) {
    expect([name, await open({ fields: new Map([[name, [value]]]) })]).toEqual([name, 1]);
  }
  expect(await open({ fields: new Map([['wish-police', ['ask_me']]]) })).toBe(0);
  expect(await open({ wrong: [{ field: 'needs', message: 'x' }] })).toBe(1);
  expect(await open({ wrong: [{ field: 'category', message: 'x' }] })).toBe(1);
});

it('whoever chose nothing sees the choice that the error names', async () => {
  for (const [audience, language] of everywhere) {
    const { say, texts } = await pageContext(country, { language, root: '', address: addressOf(audience) });
    const message = say(texts.form.noCategory);
    const [, named] = /“(.+)”/.exec(message) ?? [];
    const page = readPage(await drawn(audience, language, { wrong: [{ field: 'category', message }] }));
    const open = page.elements.filter(({ name, attributes }) => name === 'details' && attributes.has('open'));
    expect([audience, language, named, open.map(({ text }) => text.includes(named ?? '-'))]).toEqual([
      audience,
      language,
      expect.any(String),
      [true],
    ]);
  }
});

it('no field has a most, because what is too long is given back and told', async () => {
  for (const [audience, language] of everywhere)
    expect(await drawn(audience, language)).not.toMatch(/maxlength|required|pattern=/i);
});

it('the first button of the form is not Send', async () => {
  const buttons = readPage(await drawn('child', 'sq')).elements.filter(
    ({ name, attributes }) => name === 'button' && attributes.get('name') === 'go',
  );
  expect(buttons.map(({ attributes }) => attributes.get('value'))).toEqual(['check', 'en', 'send']);
});

it('a link leads from each thing that is wrong to its field', async () => {
  const names = Object.keys(reportFormShape).filter((name) => !['key', 'visit', 'go', 'campaign'].includes(name));
  const wrong = names.map((field) => ({ field, message: `wrong ${field}` }));
  const page = readPage(await drawn('school', 'sq', { wrong, isWhole: true }));
  const ids = page.elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
  const links = page.elements.flatMap(({ name, attributes }) => (name === 'a' ? (attributes.get('href') ?? []) : []));
  for (const name of names) {
    expect(links).toContain(`#f-${name}`);
    expect(ids).toContain(`f-${name}`);
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(page.textOf('title')).toEqual([expect.stringMatching(/^Gabim: /)]);
  expect(fieldAt('/narrative')).toBe('narrative');
});

it('is drawn in less than 5 ms once it is warm', async () => {
  const took: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    const before = performance.now();
    await drawn('child', 'sq');
    took.push(performance.now() - before);
  }
  // The middle one: the slowest tell of the machine. `npm run bench` shows them.
  expect(median(took.slice(50))).toBeLessThan(5);
});
