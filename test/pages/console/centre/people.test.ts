import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { codeIn, directoryOverHttp } from '#test/support/directory-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { until } from '#test/support/until.ts';
import { findingsOn } from '../../axe.ts';
import { holdsInPage, inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, openAs } = consoleInBrowser();

const [first, second] = ['staff-kujtim', 'staff-lule'] as const;
const phone = { viewport: { width: 360, height: 640 } };

const record = async (id: string) => (await directoryOverHttp(besa()).get(first, `directory/people/${id}`)).body;
const send = (page: Page) => page.locator('form.command button[type=submit]');
const waiting = (page: Page) => page.locator('.waiting');
const isClosed = (page: Page): Promise<void> => page.locator('.person-panel').waitFor({ state: 'detached' });
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

/** Presses Tab until what a selector names has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await inPage<boolean>(page, `document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}

it('a new officer is added by one administrator and approved by another, each in a window', async () => {
  const { page, refused } = await openAs(first, '/people');
  await page.locator('main h2').first().waitFor();
  expect(await page.locator('.people a').allInnerTexts()).toContain('Blerim Gjoka');
  await page.getByRole('link', { name: 'Shtoni dikë' }).click();
  await page.getByRole('link', { name: 'Koleg me llogari' }).click();
  await page.getByLabel('Identifikuesi').fill('7d3c2b1a-0f9e');
  await page.getByLabel('Emri').fill('Dora Leka');
  await page.getByLabel('Emaili', { exact: true }).fill('dora@besa.example');
  await page.getByLabel('Shqip').check();
  await page.getByLabel('zëvendësi i turnit').check();
  await send(page).click();
  expect(await page.locator('.refusal').innerText()).toContain('Roli');
  await page.getByLabel('Roli').selectOption('officer');
  await send(page).click();
  await waiting(page).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/\/people\/7d3c2b1a-0f9e$/u);
  const said = await waiting(page).innerText();
  expect(said).toContain('Roli: tani asnjë; pastaj punonjës përgjegjës');
  expect(said).toContain('Mund ta miratojë: Lule Shehu.');
  // Who asked may only take it back.
  expect(await send(page).allInnerTexts()).toEqual(['Tërhiqeni kërkesën']);
  expect(await page.title()).not.toContain('Dora');

  const other = await openAs(second, '/people');
  await other.page.locator('.lacks').getByRole('link', { name: 'Dora Leka' }).click();
  await waiting(other.page).waitFor();
  expect(await waiting(other.page).innerText()).toContain('E kërkoi Kujtim Basha');
  await other.page.getByLabel('Miratojeni').check();
  await press(other.page, 'Vendosni');
  await waiting(other.page).waitFor({ state: 'detached' });
  expect(await other.page.locator('dl.facts').innerText()).toContain('punonjës përgjegjës');
  expect(await record('7d3c2b1a-0f9e')).toMatchObject({ role: 'officer', duties: ['backup'] });
  await other.page.context().close();

  // The window of the first one still shows what waited.
  await press(page, 'Tërhiqeni kërkesën');
  await page.locator('.person-news', { hasText: 'Roli: më parë asnjë; tani punonjës përgjegjës' }).waitFor();
  expect(await record('7d3c2b1a-0f9e')).toMatchObject({ role: 'officer' });
  expect(refused).toEqual([]);
  await page.context().close();
});

it('is searched by name, also without ë, and by role', async () => {
  const { page } = await openAs(first, '/people');
  const names = page.locator('.people a');
  await names.first().waitFor();
  await page.getByLabel('Kërkoni sipas emrit').fill('njesia femijes');
  expect(await names.allInnerTexts()).toEqual(['Njësia për Mbrojtjen e Fëmijës në bashki']);
  await page.getByLabel('Kërkoni sipas emrit').fill('');
  await page.getByLabel('Roli').selectOption('director');
  expect(await names.allInnerTexts()).toEqual(['Flamur Toska']);
  await page.getByLabel('Kërkoni sipas emrit').fill('nobody of this name');
  expect(await page.locator('main output').innerText()).toBe('Nuk u gjet askush.');
  // What somebody looks for is in no address.
  expect(page.url()).not.toContain('nobody');
  await page.context().close();
});

it('the contact of an institution and the outside partner are added with the fields that they may have', async () => {
  const { page } = await openAs(first, '/people?add=contact');
  await page.getByLabel('turni i 116 111').check();
  await press(page, 'Mbylleni');
  await page.getByRole('link', { name: 'Shtoni dikë' }).click();
  await page.getByRole('link', { name: 'Kontakt i një institucioni' }).click();
  await page.locator('form.command').waitFor();
  expect(await page.getByLabel('Roli').count()).toBe(0);
  await page.getByLabel('Identifikuesi').fill('njmf-kamez');
  await page.getByLabel('Emri').fill('Mira Hoxha');
  await page.getByLabel('Emaili', { exact: true }).fill('mira@kamez.example');
  await page.getByLabel('Shqip').check();
  await page.getByLabel('Institucioni').selectOption('institution:child_protection_unit');
  await page.getByLabel('Cila shkollë ose bashki').fill('Bashkia Kamëz');
  await send(page).click();
  await page.locator('dl.facts', { hasText: 'Bashkia Kamëz' }).waitFor();
  expect(await record('njmf-kamez')).toMatchObject({
    duties: ['institution:child_protection_unit'],
    unit: 'Bashkia Kamëz',
  });
  expect(await record('njmf-kamez')).not.toHaveProperty('waiting');

  // Both are a power: somebody else agrees first.
  await page.goto(`${besa().url}/staff/people?add=institution`);
  await page.getByLabel('Identifikuesi').fill('aksk-dora');
  await page.getByLabel('Emri').fill('Dora Kola');
  await page.getByLabel('Emaili', { exact: true }).fill('dora@aksk.example');
  await page.getByLabel('Shqip').check();
  await page.getByLabel('Institucioni').selectOption('institution:cyber_authority');
  await page.getByLabel('Kodi me email').selectOption('mail');
  await page.getByLabel('E drejta për adresat').check();
  expect(await findingsOn(page)).toEqual([]);
  await send(page).click();
  await waiting(page).waitFor();
  const said = await waiting(page).innerText();
  for (const power of ['kodet me email', 'E drejta për adresat']) expect(said).toContain(power);
  expect(await record('aksk-dora')).toMatchObject({
    cleared: false,
    waiting: { set: { cleared: true, codeBy: 'mail' } },
  });
  const other = await openAs(second, '/people/aksk-dora');
  await waiting(other.page).waitFor();
  await other.page.getByLabel('Miratojeni').check();
  await press(other.page, 'Vendosni');
  await waiting(other.page).waitFor({ state: 'detached' });
  expect(await record('aksk-dora')).toMatchObject({ cleared: true, codeBy: 'mail' });
  await other.page.context().close();

  await page.goto(`${besa().url}/staff/people?add=contact`);
  await page.getByLabel('Identifikuesi').fill('new-partner');
  await page.getByLabel('Emri').fill('Partneri i ri');
  await page.getByLabel('Emaili', { exact: true }).fill('new@partner.example');
  await page.getByLabel('Shqip').check();
  await page.getByLabel('partneri i jashtëm').check();
  await send(page).click();
  await waiting(page).waitFor();
  expect(await waiting(page).innerText()).toContain('Deri në miratim nuk vendos me telefon');
  await press(page, 'Tërhiqeni kërkesën');
  await waiting(page).waitFor({ state: 'detached' });
  expect(await page.locator('.person-states').innerText()).toContain('Këtë kontakt e vendosi vetëm Kujtim Basha');
  await page.context().close();
});

it('keeps what was typed when a colleague was faster, shows what changed, and undoes nothing', async () => {
  const { page } = await openAs(first, '/people/staff-jona?panel=change');
  await page.getByLabel('Emri').fill('Jona Kola-Deda');
  const faster = await directoryOverHttp(besa()).decide(second, 'staff-jona', 'change', { phone: '+355 69 111 2222' });
  expect(faster.status).toBe(200);
  await send(page).click();
  await page.locator('.person-news').waitFor();
  expect(await page.locator('.refusal').innerText()).toContain('Ajo që shkruat është ende këtu');
  expect(await page.locator('.person-news').innerText()).toContain('Telefoni: më parë asnjë; tani +355 69 111 2222');
  expect(await page.getByLabel('Emri').inputValue()).toBe('Jona Kola-Deda');
  expect(await page.getByLabel('Telefoni', { exact: true }).inputValue()).toBe('+355 69 111 2222');
  const asked = page.waitForRequest((request) => request.method() === 'POST');
  await press(page, 'Bëjeni gjithsesi');
  expect((await asked).postDataJSON()).toEqual({ name: 'Jona Kola-Deda' });
  await isClosed(page);
  expect(await page.locator('.person-news').count()).toBe(0);
  expect(await record('staff-jona')).toMatchObject({ name: 'Jona Kola-Deda', phone: '+355 69 111 2222' });
  await page.context().close();
});

it.each([
  ['sq', 'Emaili', 'Emri'],
  ['en', 'Mail', 'Name'],
] as const)(
  'an address that is none is refused at its field, in %s, and nothing is lost',
  async (locale, mail, name) => {
    const { page } = await openAs(first, '/people/staff-hana?panel=change', { locale });
    if (locale === 'en') await press(page, 'English');
    const field = page.getByLabel(mail, { exact: true });
    await field.fill('hana at besa');
    await page.getByLabel(name, { exact: true }).fill('Hana L.');
    await send(page).click();
    await page.locator('.refusal li a').click();
    const wrong = await inPage<[string, string, string]>(
      page,
      `[document.activeElement.value, document.activeElement.getAttribute('aria-invalid'), document.querySelector('.field .problem').innerText]`,
    );
    expect(wrong.slice(0, 2)).toEqual(['hana at besa', 'true']);
    expect(wrong[2]).toMatch(locale === 'sq' ? /adres|email/iu : /address|mail/iu);
    expect(await page.getByLabel(name, { exact: true }).inputValue()).toBe('Hana L.');
    expect(await record('staff-hana')).toMatchObject({ name: 'Hana Leka' });
    await page.context().close();
  },
);

it('nobody else has the page; who only decides sees what waits, and nothing to change', async () => {
  for (const person of ['staff-blerim', 'staff-arta', 'staff-ilir', 'staff-hana']) {
    const { page } = await openAs(person, '/people/staff-jona');
    expect(await page.locator('main h1').innerText()).toBe('Kjo faqe nuk ekziston');
    await page.context().close();
  }
  const { page } = await openAs('staff-elira', '/people');
  await page.locator('main p.quiet').waitFor();
  expect(await page.locator('main').innerText()).toContain('Tani nuk pret asgjë');
  expect(await page.getByRole('link', { name: 'Shtoni dikë' }).count()).toBe(0);
  await page.goto(`${besa().url}/staff/people/staff-jona`);
  await page.locator('dl.facts').waitFor();
  expect(await page.locator('main button').count()).toBe(0);
  await page.context().close();
});

it('at 02:00 a phone is lost: out with two taps, and a director who knows better lets them in again', async () => {
  await besa().advance('PT15H50M');
  const directory = directoryOverHttp(besa());
  const { page } = await openAs(first, '/people', phone);
  await page.getByLabel('Kërkoni sipas emrit').fill('elira');
  await page.locator('.people a').click();
  await press(page, 'Pezullojeni');
  await holdsInPage(page, `document.activeElement.id === 'panel-title'`);
  expect(await page.locator('.person-panel').innerText()).toContain('Hyrja mbyllet menjëherë');
  await page.getByLabel('Nuk i besohet').check();
  await send(page).click();
  await isClosed(page);
  expect(await directory.isLetIn('staff-elira')).toBe(false);
  expect(await record('staff-elira')).toMatchObject({
    active: true,
    barred: true,
    waiting: { because: ['last_of_role', 'last_of_rung'] },
  });
  const states = await page.locator('.person-states').innerText();
  expect(states).toContain('hyrja e mbyllur, vendi ruhet');
  expect(states).toContain('qendra nuk i beson');
  expect(await waiting(page).innerText()).toContain('Vendi: tani hyrja e mbyllur, vendi ruhet; pastaj pezulluar');
  expect(await findingsOn(page)).toEqual([]);
  expect(await inPage(page, 'document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
  await page.context().close();

  // The mail leads there.
  await besa().advance('PT10M');
  await besa().inside.quiet();
  const mails = await until(
    () => besa().inbox(),
    (inbox) => inbox.some(({ to, text }) => to === 'flamur@besa.example' && text.includes('/people')),
  );
  const mail = mails.findLast(({ to, text }) => to === 'flamur@besa.example' && text.includes('/people'));
  const link = /https?:\/\/\S+\/staff(\/people\S*)/u.exec(mail?.text ?? '')?.[1] ?? '';
  const director = await openAs('staff-flamur', link);
  if (link === '/people') await director.page.locator('.people a', { hasText: 'Elira Prifti' }).click();
  await waiting(director.page).waitFor();
  expect(await waiting(director.page).innerText()).toContain('Në këtë rol nuk do të mbetej askush tjetër');
  await director.page.getByLabel('Refuzojeni').check();
  await press(director.page, 'Vendosni');
  await waiting(director.page).waitFor({ state: 'detached' });
  expect(await directory.isLetIn('staff-elira')).toBe(true);
  expect(await record('staff-elira')).not.toHaveProperty('barred');
  await director.page.context().close();
});

it('by the keyboard alone: a change is asked for, and refused by a supervisor', async () => {
  const { page } = await openAs(first, '/people/staff-arta');
  await page.locator('dl.facts').waitFor();
  await tabTo(page, '.actions button:first-child');
  await page.keyboard.press('Enter');
  await page.locator('.person-panel form').waitFor();
  await tabTo(page, 'select[id$=-role]');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'form.command button[type=submit]');
  await page.keyboard.press('Enter');
  await isClosed(page);
  expect(await record('staff-arta')).toMatchObject({ role: 'counsellor', waiting: { set: { role: 'officer' } } });
  await page.context().close();

  const supervisor = await openAs('staff-elira', '/centre');
  await tabTo(supervisor.page, 'main a[href$="/people"]');
  await supervisor.page.keyboard.press('Enter');
  await supervisor.page.locator('.people a').first().waitFor();
  await tabTo(supervisor.page, '.people a');
  await supervisor.page.keyboard.press('Enter');
  await waiting(supervisor.page).waitFor();
  // Power is approved by an administrator alone.
  expect(await supervisor.page.getByLabel('Miratojeni').count()).toBe(0);
  await tabTo(supervisor.page, 'input[value=refuse]');
  await supervisor.page.keyboard.press('Space');
  await supervisor.page.keyboard.press('Enter');
  await waiting(supervisor.page).waitFor({ state: 'detached' });
  expect(await record('staff-arta')).not.toHaveProperty('waiting');
  await supervisor.page.context().close();
});

it.each([
  ['on a desk, light', { viewport: { width: 1280, height: 800 } }],
  ['on a phone, dark', { ...phone, colorScheme: 'dark' }],
] as const)('axe finds nothing, and nothing scrolls sideways: %s', async (_, options) => {
  const { page } = await openAs(first, '/people', options);
  const paths = ['/people', '/people?add', '/people?add=account', '/people?add=institution', '/people/nobody'];
  const panels = ['change', 'suspension'].map((panel) => `/people/staff-drita?panel=${panel}`);
  for (const path of [...paths, ...panels, '/people/new-partner']) {
    await page.goto(`${besa().url}/staff${path}`);
    await page.waitForLoadState('networkidle');
    await page.locator('main h1').waitFor();
    expect([path, ...(await findingsOn(page))]).toEqual([path]);
    expect([
      path,
      await inPage(page, 'document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
    ]).toEqual([path, true]);
  }
  await page.context().close();
});

it('where nobody of the centre can decide, the partner’s call is recorded with the code of their mail', async () => {
  const directory = directoryOverHttp(besa());
  for (const id of [second, 'staff-flamur', 'staff-elira']) {
    expect((await directory.decide(first, id, 'suspension')).status).toBe(200);
  }
  await besa().advance('PT20M');
  await besa().inside.quiet();
  const { page } = await openAs(first, '/people/staff-elira');
  await waiting(page).waitFor();
  const said = await waiting(page).innerText();
  expect(said).toContain('Tani nuk ka askush në qendër');
  expect(said).toContain('Vendos partneri i jashtëm me telefon');
  const code = await until(
    async () => codeIn(await besa().inbox(), 'grace@besa.example'),
    (found) => found !== '',
  );
  expect(await page.content()).not.toContain(code);
  await page.getByLabel('Miratojeni').check();
  await press(page, 'Vendosni');
  expect(await page.locator('.refusal').innerText()).toContain('Shkruani kodin');
  await page.getByLabel('Kodi që tha partneri').fill('00000000');
  await press(page, 'Vendosni');
  await page.locator('.refusal', { hasText: 'Kodi i telefonatës nuk është ky' }).waitFor();
  expect(await page.getByLabel('Kodi që tha partneri').inputValue()).toBe('00000000');
  await page.getByLabel('Kodi që tha partneri').fill(code);
  await press(page, 'Provoni përsëri');
  await waiting(page).waitFor({ state: 'detached' });
  expect(await record('staff-elira')).toMatchObject({ active: false });
  expect(await page.locator('.person-states').innerText()).toContain('pezulluar');

  // Coming back waits, too: nobody is left who could agree.
  await press(page, 'Kthejeni në punë');
  expect(await page.locator('.person-panel').innerText()).toContain('administrator i dytë');
  await send(page).click();
  await isClosed(page);
  expect(await waiting(page).innerText()).toContain('Vendi: tani pezulluar; pastaj në punë');
  await page.context().close();
});

it('mails that came back are seen, and the address is written anew', async () => {
  const directory = directoryOverHttp(besa());
  const mail = 'bounce+desk@simulator.amazonses.com';
  const desk = {
    id: 'day-desk',
    name: 'Turni i ditës',
    mail,
    language: 'sq',
    contact: 'phone_desk',
    phone: '+355 4 111',
  };
  const added = await directory.add(first, { ...desk, duties: ['duty_officer'], cleared: false });
  expect(added.status).toBe(200);
  await besa().report(reportOf.critical);
  await besa().inside.quiet();
  expect(await record('day-desk')).toMatchObject({ unreachable: { because: 'bounced' } });

  const { page } = await openAs(first, '/people');
  await page.locator('.lacks').getByRole('link', { name: 'Turni i ditës' }).click();
  await page.locator('.person-states', { hasText: 'adresa nuk e pranon' }).waitFor();
  await press(page, 'Shkruani adresën përsëri');
  expect(await page.getByLabel('Emaili', { exact: true }).inputValue()).toBe(mail);
  await send(page).click();
  await isClosed(page);
  await page.locator('.person-states', { hasText: 'adresa nuk e pranon' }).waitFor({ state: 'detached' });
  expect(await record('day-desk')).not.toHaveProperty('unreachable');
  await page.context().close();
});
