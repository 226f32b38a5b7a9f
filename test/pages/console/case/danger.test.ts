import { expect, it } from 'vitest';
import { reportOf } from '#test/support/http-reports.ts';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, openAs } = consoleInBrowser();

/** A report of somebody in danger, which somebody has read. */
async function read(flags: object): Promise<string> {
  const { body } = await besa().report({ ...reportOf.normal, flags });
  await besa().inside.quiet();
  const person = await besa().signIn('staff-blerim');
  expect((await person.command(body.caseNumber, 'read', { reason: 'on_duty' })).status).toBe(200);
  return body.caseNumber;
}

const phone = { viewport: { width: 320, height: 640 } };

it.each([
  ['on a phone', phone],
  ['at a desk', {}],
])('says whom to ring, what to say and what not, and takes the call in one form, %s', async (_, options) => {
  const number = await read({ inDanger: true, meetingArranged: 'unsure' });
  const { page } = await openAs('staff-blerim', `/cases/${number}`, options);
  const box = page.locator('.danger-now');
  await box.waitFor();
  expect(await box.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'tel:129',
    'tel:112',
  ]);
  expect(await box.locator('li').count()).toBe(2);
  expect(await findingsOn(page)).toEqual([]);
  expect(await inPage(page, 'document.documentElement.scrollWidth <= innerWidth')).toBe(true);

  await page.locator('#case-bar button').first().click();
  const form = page.locator('.panel form');
  await form.waitFor();
  expect(await findingsOn(page)).toEqual([]);
  // Nothing is sent before it is said who answered.
  await form.locator('button[type=submit]').click();
  await form.locator('[role=alert], .problem, .error').first().waitFor();
  await form.getByLabel('Kush u përgjigj').fill('Kapiten i shpikur');
  await form.getByLabel('Numri i regjistrimit').fill('R-17');
  await form.locator('button[type=submit]').click();
  await page.locator('.danger-ended').waitFor();
  expect(await page.locator('.danger-ended').innerText()).toContain('Policia e Shtetit');
  expect(await box.count()).toBe(0);
});

it('takes a reason instead, from the address of the panel, and shows it to a colleague', async () => {
  const number = await read({ selfHarm: true });
  const { page } = await openAs('staff-arta', `/cases/${number}?panel=danger`);
  const form = page.locator('.panel form');
  await form.waitFor();
  await form.getByLabel('Jo, dhe shënoj pse').check();
  await form.getByLabel('personi është jashtë rrezikut tani').check();
  await form.locator('button[type=submit]').click();
  await page.locator('.danger-ended').waitFor();
  const { page: other } = await openAs('staff-blerim', `/cases/${number}`);
  await other.locator('.danger-ended').waitFor();
  expect(await other.locator('.danger-ended').innerText()).toContain('personi është jashtë rrezikut tani');
});

it('is not there where nobody is in danger', async () => {
  const number = await read({});
  const { page } = await openAs('staff-blerim', `/cases/${number}`);
  await page.locator('.case-facts').waitFor();
  expect(await page.locator('.danger-now').count()).toBe(0);
});
