import { expect, it } from 'vitest';
import { directoryOverHttp } from '#test/support/directory-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { consoleAt, consoleInBrowser } from '../console.ts';
import { looksRight, savedBy } from './tables.ts';

const { besa, openAs } = consoleInBrowser();
const saves = 'button:has-text("CSV")';

/** A case that Blerim has, and that Arta opened as if it were hers. */
async function readingToLookAt(): Promise<string> {
  const { caseNumber } = (await besa().report(reportOf.high)).body;
  await besa().inside.quiet();
  const [holder, other] = await Promise.all([besa().signIn('staff-blerim'), besa().signIn('staff-arta')]);
  expect((await holder.command(caseNumber, 'read', { reason: 'on_duty' })).status).toBe(200);
  expect((await holder.command(caseNumber, 'claim', {})).status).toBe(200);
  expect((await other.command(caseNumber, 'read', { reason: 'assigned_to_me' })).status).toBe(200);
  return caseNumber;
}

it('an auditor finds a marked reading by person and month, sees why it is marked, and takes the table along', async () => {
  const caseNumber = await readingToLookAt();
  const { page, refused } = await openAs('staff-ilir', '/log');
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('h1', { hasText: 'Who opened what' }).waitFor();
  await page.locator('#log-person').selectOption({ label: 'Arta Hoxha' });
  expect(await page.locator('#log-month').inputValue()).toBe('2026-11');
  await page.locator('#log-month').press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.stacked tbody tr').first().waitFor();
  expect(page.url()).toBe(consoleAt(besa().url, '/log?person=staff-arta&month=2026-11'));
  expect(await page.locator('output', { hasText: 'Marked: 1 of 1' }).count()).toBe(1);
  const row = page.locator('.stacked tr.marked');
  expect(await row.innerText()).toContain('this person did not have the case');
  expect(await row.innerText()).toContain('It is my case');
  expect(await row.getByRole('link', { name: caseNumber }).getAttribute('href')).toContain(`/cases/${caseNumber}`);

  await page.getByLabel('Only those that are marked').check();
  await page.waitForURL(/marked=true/u);
  expect(await page.locator('.stacked tbody tr').count()).toBe(1);

  const { name, text, rows } = await savedBy(page, page.locator(saves));
  expect(name).toBe('besa-log-2026-11.csv');
  expect(text.startsWith('\uFEFFWhen,Who,Who (code),')).toBe(true);
  expect(rows).toHaveLength(2);
  for (const part of ['Arta Hoxha,staff-arta,Opened the text,read', caseNumber, 'assigned_to_me', 'not_theirs'])
    expect(rows[1]).toContain(part);
  await page.locator('output', { hasText: 'Rows: 1' }).waitFor();
  await looksRight(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#log-person').isVisible()).toBe(false);
  expect(await row.isVisible()).toBe(true);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('an auditor finds the log of a case by its number, as somebody would type it, and the file does not name it', async () => {
  const caseNumber = await readingToLookAt();
  const { page } = await openAs('staff-ilir', '/log');
  await page.locator('#log-case').fill('B-123');
  await page.keyboard.press('Enter');
  await page.locator('#log-case-problem').waitFor();
  await page.locator('#log-case').fill(caseNumber.slice(2).replace('-', ' ').toLowerCase());
  await page.keyboard.press('Enter');
  await page.locator('.stacked tbody tr').first().waitFor();
  expect(page.url()).toBe(consoleAt(besa().url, `/log?case=${caseNumber}`));
  expect(await page.locator('.stacked tbody tr').count()).toBe(2);
  expect(await page.locator('.stacked tr.marked').count()).toBe(1);
  const { name, rows } = await savedBy(page, page.locator(saves));
  expect(name).toBe('besa-log-case-2026-11-17.csv');
  expect(rows).toHaveLength(3);
  // A case that does not exist is said, and nothing is offered to save.
  await page.locator('#log-case').fill('B-0000-0000');
  await page.keyboard.press('Enter');
  await page.locator('.refusal').waitFor();
  expect(await page.locator(saves).count()).toBe(0);
  await page.context().close();
});

it('a look for an account stands there with its kind and how much it showed, and never with the account', async () => {
  const handle = 'emri.qe.askush.nuk.e.sheh';
  await besa().report({ ...reportOf.normal, accounts: [{ platform: 'instagram', handle }] });
  await besa().inside.quiet();
  const { page: finding } = await openAs('staff-drita', '/find');
  await finding.locator('#find-value').fill(handle);
  await finding.locator('input[value=caller_named_it]').check();
  await finding.locator('section form button[type=submit]').click();
  await finding.locator('.rows .row').first().waitFor();
  await finding.context().close();

  const { page } = await openAs('staff-ilir', '/log?person=staff-drita&month=2026-11');
  const looked = page.locator('.stacked tr', { hasText: 'Kërkoi një llogari. Raste të shfaqura: 1' });
  await looked.waitFor();
  await page.locator('.stacked tr', { hasText: 'E pa, sepse kërkoi një llogari' }).waitFor();
  expect(await page.content()).not.toContain(handle);
  await page.context().close();
});

it('an administrator and an auditor see who changed what of a person, from what to what', async () => {
  const directory = directoryOverHttp(besa());
  for (const change of [{ phone: '+355691234567', team: 'helpline' }, { role: 'counsellor' }])
    expect((await directory.decide('staff-kujtim', 'staff-hana', 'change', change)).status).toBe(200);

  const { page } = await openAs('staff-kujtim', '/centre');
  await page.getByRole('link', { name: 'Ndryshimet te njerëzit dhe turnet' }).click();
  await page.locator('.stacked tbody tr').first().waitFor();
  const rows = page.locator('.stacked tbody tr');
  expect(await rows.nth(0).innerText()).toContain('Pret një person të dytë');
  expect(await rows.nth(0).innerText()).toContain('këshillues');
  expect(await rows.nth(1).innerText()).toContain('Kujtim Basha');
  expect(await rows.nth(1).innerText()).toContain('Hana Leka');
  expect(await rows.nth(1).innerText()).toContain('ekipi i 116 111');
  const saved = await savedBy(page, page.locator(saves));
  expect(saved.name).toBe('besa-audit-2026-11.csv');
  // What somebody typed does nothing in a spreadsheet.
  expect(saved.text).toContain(",'+355691234567,");
  await looksRight(page);
  await page.locator('#audit-month').selectOption('2026-10');
  await page.waitForURL(/month=2026-10/u);
  await page.locator('main .quiet', { hasText: 'Nuk ka asgjë të shënuar.' }).waitFor();
  await page.context().close();

  const { page: auditors } = await openAs('staff-ilir', '/audit');
  await auditors.locator('.stacked tbody tr').nth(1).waitFor();
  expect(await auditors.locator('.stacked tbody tr').nth(1).innerText()).toContain('Kujtim Basha');
  await auditors.context().close();
});

it.each(['staff-arta', 'staff-hana', 'staff-jona'])('%s has neither page', async (person) => {
  const { page } = await openAs(person, '/log');
  const titles: string[] = [];
  for (const path of ['/log', '/audit']) {
    await page.goto(consoleAt(besa().url, path));
    titles.push(await page.locator('main h1').innerText());
  }
  expect(titles).toEqual(['Kjo faqe nuk ekziston', 'Kjo faqe nuk ekziston']);
  await page.context().close();
});
