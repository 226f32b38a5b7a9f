import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inPage } from '../windows.ts';
import { consoleInBrowser } from './console.ts';

const { besa, openAs } = consoleInBrowser();

const report = {
  category: 'cyberbullying',
  narrative: 'Më tallin në grupin e klasës.',
  about: 'me',
  reporter: { role: 'child', ageYears: 13 },
  language: 'sq',
};

/** A report, and what its reporter keeps. */
async function filed(change: object = {}): Promise<{ number: string; receipt: string }> {
  const { body } = await besa().report({ ...report, ...change });
  await besa().inside.quiet();
  return { number: body.caseNumber, receipt: body.receipt };
}

/** A report that somebody has read and taken. */
async function taken(by: string, change: object = {}): Promise<{ number: string; receipt: string }> {
  const one = await filed(change);
  const person = await besa().signIn(by);
  await person.command(one.number, 'read', { reason: 'on_duty' });
  await person.command(one.number, 'claim', {});
  await besa().inside.quiet();
  return one;
}

const panel = (page: Page) => page.locator('.panel');
const send = (page: Page) => panel(page).locator('button[type=submit]');

/** The panel of a command on a case, as somebody opens it by an address. */
async function opened(person: string, number: string, command: string, options = {}) {
  const window = await openAs(person, `/cases/${number}?panel=${command}`, options);
  await panel(window.page).locator('form, .actions').first().waitFor();
  return window;
}

const isClosed = (page: Page): Promise<void> => panel(page).waitFor({ state: 'detached' });

/** What the reporter's own page shows of the last message. */
async function readByReporter(receipt: string): Promise<string> {
  const { body } = await besa().followUp(receipt, 'sq');
  return body.messages.at(-1)?.text ?? '';
}

it('keeps what is typed while a colleague changes the case, and shows what changed', async () => {
  const { number } = await taken('staff-arta');
  const { page } = await opened('staff-arta', number, 'handling');
  await page.getByLabel('për momentin jashtë rrezikut').check();
  await page.getByLabel('këshilla për raportuesin').check();
  await page.locator('.panel textarea').fill('Të lexova. Nuk je vetëm.');
  // The colleague takes the case meanwhile.
  const blerim = await besa().signIn('staff-blerim');
  expect((await blerim.decide(number, 'assignment', { assignee: 'staff-blerim' })).status).toBe(200);

  await send(page).click();
  const refusal = panel(page).locator('.refusal');
  await refusal.waitFor();
  expect(await refusal.innerText()).toContain('Teksti juaj është ende këtu');
  await refusal.getByText('Blerim Gjoka').first().waitFor();
  expect(await refusal.innerText()).toContain('Blerim Gjoka');
  expect(await page.locator('.panel textarea').inputValue()).toBe('Të lexova. Nuk je vetëm.');
  expect(await inPage(page, `document.activeElement.className`)).toBe('refusal');
  await page.getByRole('button', { name: 'Bëjeni gjithsesi' }).click();
  await isClosed(page);
  expect((await blerim.show(number)).body.handledAt).toEqual(expect.any(String));
  await page.context().close();
});

it('is done at once when the machine alone touched the case meanwhile, for nothing could be shown', async () => {
  const { number } = await taken('staff-arta');
  const { page } = await opened('staff-arta', number, 'note');
  const stale = { status: 412, json: { type: 'x:precondition_failed', title: 'x', status: 412, detail: 'x' } };
  await page.route('**/notes', (route) => route.fulfill(stale), { times: 1 });
  await page.locator('.panel textarea').fill('E telefonova.');
  await send(page).click();
  await isClosed(page);
  const arta = await besa().signIn('staff-arta');
  expect((await arta.command(number, 'read', { reason: 'on_duty' })).body).toMatchObject({
    notes: [expect.objectContaining({ text: 'E telefonova.' })],
  });
  await page.context().close();
});

it('keeps what is typed when the token has run out meanwhile, and sends it', async () => {
  const { number, receipt } = await taken('staff-arta');
  const { page, refused } = await opened('staff-arta', number, 'message');
  await page.locator('.panel textarea').fill('Jam këtu.');
  await besa().advance('PT2H');
  await send(page).click();
  await isClosed(page);
  expect(await readByReporter(receipt)).toBe('Jam këtu.');
  expect(refused).toEqual([]);
  await page.context().close();
});

it('keeps what is typed without a network, and stores one message', async () => {
  const { number, receipt } = await taken('staff-arta');
  const { page } = await opened('staff-arta', number, 'message');
  await page.locator('.panel textarea').fill('Një herë.');
  await page.context().setOffline(true);
  await send(page).click();
  await panel(page).locator('.refusal').waitFor();
  expect(await panel(page).locator('.refusal').innerText()).toContain('Nuk u dërgua');
  expect(await page.locator('.panel textarea').inputValue()).toBe('Një herë.');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Provoni përsëri' }).click();
  await isClosed(page);
  const { body } = await besa().followUp(receipt, 'sq');
  expect(body.messages.map(({ text }) => text)).toEqual(['Një herë.']);
  await page.context().close();
});

it('adds a ready sentence where the cursor is, sends no blank, and shows what the reporter then reads', async () => {
  const { number, receipt } = await taken('staff-arta');
  const { page } = await opened('staff-arta', number, 'message');
  const area = page.locator('.panel textarea');
  await area.fill('Faleminderit.');
  await page.locator('.ready-sentences > summary').click();
  await page.locator('.ready button', { hasText: 'Kur duhet edhe një gjë' }).first().click();
  expect(await area.inputValue()).toMatch(/^Faleminderit\. E lexuam .*\{pyetja\}/u);
  await send(page).click();
  expect(await panel(page).locator('.refusal').innerText()).toContain('kllapa');
  const words = (await area.inputValue()).replace('{pyetja}', 'kur filloi kjo');
  await area.fill(words);
  const preview = page.locator('.as-reporter');
  expect(await preview.innerText()).toContain('Ne, ');
  expect(await preview.locator('.words').innerText()).toBe(words);
  expect(await preview.getAttribute('lang')).toBe('sq');
  await send(page).click();
  await isClosed(page);

  await page.goto(`${besa().url}/sq/code`);
  await page.locator('input[name=receipt]').fill(receipt);
  await page.locator('input[name=receipt]').press('Enter');
  await page.locator('.thread .centre').waitFor();
  const shown = page.locator('.thread .centre p');
  expect(await shown.last().innerText()).toBe(words);
  expect(await shown.first().innerText()).toContain('Ne, ');
  await page.context().close();
});

it('says what blocks an end, leads to what mends it, and resolves', async () => {
  const { number, receipt } = await taken('staff-arta');
  const { page } = await opened('staff-arta', number, 'resolution');
  expect(await panel(page).locator('.refusal').innerText()).toContain('Rasti nuk është trajtuar ende');
  expect(await panel(page).locator('form').count()).toBe(0);
  await panel(page).getByRole('button', { name: 'Shënoni trajtimin' }).click();
  await page.getByLabel('për momentin jashtë rrezikut').check();
  await page.getByLabel('këshilla për raportuesin').check();
  await page.getByLabel('raportuesi nuk dëshiron përgjigje').check();
  await send(page).click();
  await isClosed(page);

  await page.goto(`${page.url()}?panel=resolution`);
  await panel(page).locator('form').waitFor();
  await page.getByLabel('Përfundimi', { exact: true }).selectOption('helpline_support');
  await page.getByLabel('raportuesi nuk dëshiron përgjigje').check();
  await send(page).click();
  // Nobody wrote to the reporter and nobody says to whom they spoke, so the outcome stands on nothing.
  await panel(page).locator('.refusal li a').first().click();
  expect(await inPage(page, `document.activeElement.id.endsWith('-facts')`)).toBe(true);
  await page.getByLabel('u bisedua me dikë').check();
  await page.getByLabel('Me kë u bisedua').fill('nëna e fëmijës');
  await page.getByLabel('Pse mjafton').fill('Fëmija ishte pranë saj.');
  await send(page).click();
  await isClosed(page);
  const { body } = await (await besa().signIn('staff-blerim')).show(number);
  expect([body.status, body.outcomes]).toEqual(['resolved', ['helpline_support']]);
  expect((await besa().followUp(receipt, 'sq')).body.status.code).toBe('resolved');
  await page.context().close();
});

it('lowers from critical, and a second person decides on the page of approvals', async () => {
  const { number } = await taken('staff-blerim', { category: 'sexual_extortion', flags: { threatToShare: true } });
  const elira = await besa().signIn('staff-elira');
  expect((await elira.show(number)).body.severity).toBe('critical');
  const { page } = await opened('staff-blerim', number, 'severity');
  await page.getByLabel('e lartë').check();
  await page.getByLabel('Arsyeja').selectOption('already_safe');
  await send(page).click();
  await panel(page)
    .getByText('E shqyrton', { exact: false })
    .or(panel(page).getByText('shqyrton edhe'))
    .first()
    .waitFor();
  expect(await panel(page).innerText()).toContain('mbikëqyrës');
  await page.context().close();

  const second = await openAs('staff-elira', '/approvals');
  const card = second.page.locator('section', { hasText: number });
  await card.locator('form').waitFor();
  await card.getByText('Blerim Gjoka').first().waitFor();
  expect(await card.innerText()).toContain('Blerim Gjoka');
  expect(await card.innerText()).toContain('tashmë jashtë rrezikut');
  await card.getByLabel('Miratojeni').check();
  await card.locator('button[type=submit]').click();
  await card.waitFor({ state: 'detached' });
  const { body } = (await elira.show(number)) as unknown as {
    body: { severity: string; approvals: { decision: string; decidedBy: string }[] };
  };
  expect(body.severity).toBe('high');
  expect(body.approvals).toMatchObject([{ decision: 'approved', decidedBy: 'staff-elira' }]);
  await second.page.context().close();
});

it('handles three linked cases: one is refused, stays ticked, and is done with the next try', async () => {
  const [lead, second, third] = [await taken('staff-blerim'), await filed(), await filed()];
  const blerim = await besa().signIn('staff-blerim');
  for (const one of [second, third]) {
    await blerim.command(one.number, 'read', { reason: 'on_duty' });
    expect((await blerim.decide(one.number, 'link', { leadCase: lead.number })).status).toBe(200);
  }
  // Linked reports raised the parent, so those under it may have another severity.
  await blerim.decide(second.number, 'severity', {
    severity: (await blerim.show(lead.number)).body.severity,
    reason: 'new_information',
  });
  await besa().inside.quiet();
  const same = (await blerim.show(lead.number)).body.severity === (await blerim.show(third.number)).body.severity;
  if (same) await blerim.decide(third.number, 'severity', { severity: 'critical', reason: 'greater_danger' });
  const { page } = await opened('staff-blerim', lead.number, 'linkedHandling');
  await page.getByLabel('për momentin jashtë rrezikut').check();
  await page.getByLabel('këshilla për raportuesin').check();
  await page.locator('.panel textarea').fill('Po merremi me të.');
  await send(page).click();
  const results = panel(page).locator('.refusal', { hasText: third.number });
  await results.waitFor();
  expect(await results.innerText()).toContain(`${lead.number}: u bë`);
  expect(await results.innerText()).toMatch(new RegExp(`${third.number}: nuk u bë\\. .*Urgjenca`, 'u'));
  const ticked = panel(page).locator('input[type=checkbox]:checked');
  expect(await ticked.evaluateAll((those) => those.map((one) => one.getAttribute('value')))).toEqual([third.number]);
  expect(await page.locator('.panel textarea').inputValue()).toBe('Po merremi me të.');
  const now = (await blerim.show(third.number)).body.severity;
  await page.locator(`.panel input[type=radio][value=${now}]`).check();
  await send(page).click();
  await isClosed(page);
  for (const { receipt } of [lead, second, third]) expect(await readByReporter(receipt)).toBe('Po merremi me të.');
  await page.context().close();
});

it('gives out a code once, and a file that is stored nowhere', async () => {
  const { number, receipt } = await taken('staff-blerim');
  const { page, refused } = await opened('staff-blerim', number, 'receiptReissue');
  await panel(page).locator('input[type=radio]').first().check();
  await send(page).click();
  const code = panel(page).locator('.code');
  await code.waitFor();
  const given = (await code.locator('span').allInnerTexts()).join('-');
  expect(given).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{1,4}$/u);
  expect(given).not.toBe(receipt);
  expect((await besa().followUp(given)).status).toBe(200);
  expect(await inPage(page, `JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href`)).not.toContain(
    given,
  );
  await panel(page).getByRole('button', { name: 'Mbylleni' }).click();
  await isClosed(page);
  expect(await page.content()).not.toContain(given);

  const blerim = await besa().signIn('staff-blerim');
  expect((await blerim.command(number, 'export', { reason: 'police_request' })).status).toBe(200);
  const elira = await besa().signIn('staff-elira');
  expect((await elira.command(number, 'approvals/export-1', { verdict: 'approve' })).status).toBe(200);
  await page.goto(`${page.url().split('?')[0]}?panel=exportTaking`);
  await send(page).click();
  const link = panel(page).getByRole('link', { name: 'Ruajeni skedarin' });
  await link.waitFor();
  await panel(page).getByText('Blerim Gjoka').first().waitFor();
  expect(await panel(page).innerText()).toContain('Blerim Gjoka');
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('besa-teksti.txt');
  expect(refused).toEqual([]);
  await page.context().close();
});

it('shows the sheet for the reporter to print, once it is said who asks, and nothing of it stays', async () => {
  const { number } = await taken('staff-blerim');
  const { page, refused } = await opened('staff-blerim', number, 'subjectAccess');
  await send(page).click();
  await panel(page).locator('.refusal').waitFor();
  expect(await page.locator('.letter iframe').count()).toBe(0);
  await panel(page).getByLabel('u telefonua kontakti pa rrezik').check();
  await send(page).click();
  const frame = page.frameLocator('.letter iframe');
  await frame.getByText(report.narrative).waitFor();
  expect(await frame.locator('h1').innerText()).toBe('Gjithçka që na ke treguar');
  expect(await frame.locator('a, script, img').count()).toBe(0);
  await inPage(page, `document.querySelector('.letter iframe').contentWindow.print = () => { window.printed = true; }`);
  await page.locator('.letter').getByRole('button', { name: 'Printojeni' }).click();
  expect(await inPage(page, 'window.printed')).toBe(true);
  await panel(page).getByLabel('Gjuha').selectOption('en');
  await send(page).click();
  await frame.locator('h1', { hasText: 'Everything you told us' }).waitFor();
  await page.locator('.letter').getByRole('button', { name: 'Mbylleni' }).click();
  await expect.poll(() => page.locator('.letter iframe').count()).toBe(0);
  expect(await inPage(page, `JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href`)).not.toContain(
    report.narrative,
  );
  expect(refused).toEqual([]);
  await page.context().close();
});

it('asks twice before it asks to erase', async () => {
  const { number } = await taken('staff-blerim');
  const blerim = await besa().signIn('staff-blerim');
  const { severity } = (await blerim.show(number)).body;
  const noMessageBecause = 'no_thread_wanted';
  const handled = { severity, safetyDecision: 'safe_for_now', nextStep: 'close', noMessageBecause };
  expect((await blerim.decide(number, 'handling', handled)).status).toBe(200);
  expect((await blerim.decide(number, 'resolution', { outcome: 'test', noMessageBecause })).status).toBe(200);
  const { page } = await opened('staff-blerim', number, 'erasure');
  await page.getByLabel('Pse', { exact: true }).selectOption('taken_in_error');
  await page.getByLabel('për momentin jashtë rrezikut').check();
  await send(page).click();
  await panel(page).locator('.refusal').waitFor();
  const approvals = async () =>
    ((await blerim.show(number)).body as unknown as { approvals?: unknown[] }).approvals ?? [];
  expect(await approvals()).toEqual([]);
  await page.getByRole('button', { name: 'Kërkoni fshirjen përgjithmonë' }).click();
  await panel(page).getByText('Tani vendos dikush tjetër', { exact: false }).waitFor();
  expect(await approvals()).toHaveLength(1);
  await page.context().close();
});

it('keeps a panel open though the case takes its command no more', async () => {
  const [one, other] = [await taken('staff-arta'), await filed()];
  const { page } = await opened('staff-arta', one.number, 'link');
  await panel(page).locator('input').fill(other.number);
  const blerim = await besa().signIn('staff-blerim');
  expect((await blerim.decide(one.number, 'link', { leadCase: other.number })).status).toBe(200);
  await send(page).click();
  await panel(page).locator('.refusal').waitFor();
  await panel(page).locator('.refusal').getByText('Blerim Gjoka').first().waitFor();
  expect(await panel(page).locator('.refusal').innerText()).toContain('Blerim Gjoka');
  expect(await panel(page).locator('input').inputValue()).toBe(other.number);
  await panel(page).getByRole('button', { name: 'Mbylleni' }).click();
  await isClosed(page);
  await page.context().close();
});

it('says who decides when an exclusion waits for a second person', async () => {
  const { number } = await taken('staff-blerim');
  const { page } = await opened('staff-blerim', number, 'exclusions');
  expect(await panel(page).locator('fieldset').first().innerText()).not.toContain('Blerim Gjoka');
  await page.getByLabel('Ilir Dervishi').check();
  await send(page).click();
  await panel(page).getByText('Tani vendos dikush tjetër', { exact: false }).waitFor();
  expect(await panel(page).innerText()).toContain('drejtor');
  await page.context().close();
});

it('assesses, and moves a target in the time of the centre', async () => {
  const { number } = await taken('staff-blerim');
  // A browser elsewhere has another time.
  const { page } = await opened('staff-blerim', number, 'assessment', { timezoneId: 'America/New_York' });
  await page.getByLabel('Kategoria').selectOption('stalking_harassment');
  await page.getByRole('button', { name: 'Shtoni një person' }).click();
  const last = panel(page).locator('.victim').last();
  await last.locator('select').first().selectOption('14');
  await last.locator('select').last().selectOption('female');
  await page.getByLabel('flitet për armë ose thikë').selectOption('false');
  await send(page).click();
  await isClosed(page);
  const blerim = await besa().signIn('staff-blerim');
  const shown = async () =>
    (await blerim.show(number)).body as unknown as {
      assessed: { category: string; victims: object[]; flags: object };
      timers: { id: string; kind: string; deadline: string }[];
    };
  const { assessed, timers } = await shown();
  expect(assessed).toMatchObject({ category: 'stalking_harassment', flags: { weapon: false } });
  expect(assessed.victims).toContainEqual({ ageBand: '14', gender: 'female' });

  const handle = timers.find(({ kind }) => kind === 'handle');
  // An hour before it is due, as a clock in Tirana shows it in winter.
  const sooner = new Date(Date.parse(handle?.deadline ?? '') - 3_600_000);
  const inTirana = new Date(sooner.getTime() + 3_600_000).toISOString().slice(0, 16);
  await page.goto(`${page.url().split('?')[0]}?panel=target`);
  await panel(page).locator(`input[value="${handle?.id}"]`).check();
  await panel(page).locator('input[type=datetime-local]').fill(inTirana);
  await page.getByLabel('Pse', { exact: true }).selectOption('sooner_is_better');
  await send(page).click();
  await isClosed(page);
  const moved = (await shown()).timers.find(({ id }) => id === handle?.id);
  expect(moved?.deadline.slice(0, 16)).toBe(sooner.toISOString().slice(0, 16));
  await page.context().close();
});
