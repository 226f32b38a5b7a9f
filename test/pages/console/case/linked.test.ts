import { expect, it } from 'vitest';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, arrives, openAs } = consoleInBrowser();

/** So long that a few fit into one answer. */
const long = '😀'.repeat(9_900);
const canary = 'kanarinafjala';

const bullying = {
  category: 'cyberbullying',
  about: 'me',
  victims: [{ ageYears: 14, gender: 'male' }],
  reporter: { role: 'child', ageYears: 14 },
  language: 'sq',
};

it('linked cases that fill more than one answer are opened in turn, each once, with warning and veil', async () => {
  const blerim = await besa().signIn('staff-blerim');
  const numbers: string[] = [];
  for (let one = 0; one < 6; one += 1) {
    // What the last one says is found by the word lists alone, and the one before was concluded by staff.
    const end = one === 5 ? `Nuk dua të jetoj më. ${canary}` : one === 4 ? canary : '';
    const { caseNumber } = await arrives({ ...bullying, narrative: `${long}\n\n${end}` });
    numbers.push(caseNumber);
    expect((await blerim.command(caseNumber, 'read', { reason: 'on_duty' })).status).toBe(200);
  }
  const [lead = '', ...others] = numbers;
  const [concluded = '', heard = ''] = others.slice(-2);
  const assessed = await blerim.decide(concluded, 'assessment', {
    category: 'sexual_extortion',
    victims: [{ ageBand: '14', gender: 'male' }],
    flags: {},
  });
  expect(assessed.status).toBe(200);
  for (const number of others) expect((await blerim.decide(number, 'link', { leadCase: lead })).status).toBe(200);
  await besa().inside.quiet();

  const { page, asked } = await openAs('staff-blerim', `/cases/${lead}?panel=linkedReading`);
  const warnings = page.locator('.panel > .warning');
  await warnings.first().waitFor();
  // Bullying alone has no warning of its own about oneself or pictures: others of the family have.
  expect((await warnings.allInnerTexts()).join(' ')).toMatch(/vet|vrasj|dëmto/iu);
  await page.getByLabel('Kam turnin').check();
  const button = page.locator('.panel button.primary, .panel form button[type=submit]').first();
  await button.click();
  const opened = page.locator('.panel .opened h3');
  await opened.first().waitFor();
  const first = await opened.count();
  expect(first).toBeGreaterThan(1);
  expect(first).toBeLessThan(numbers.length);
  await page.getByRole('button', { name: 'Hapni të tjerat' }).click();
  await opened.nth(numbers.length - 1).waitFor();
  expect((await opened.allInnerTexts()).toSorted()).toEqual(numbers.toSorted());
  expect(await page.locator('.panel .warning').count()).toBeGreaterThan(0);
  const readings = asked.filter((one) => one.startsWith('POST') && one.endsWith('/linked/read'));
  expect(readings).toHaveLength(2);

  // Veiled words are nowhere on the page until somebody opens them.
  for (const number of [concluded, heard]) {
    const text = page.locator('.panel .opened', { has: page.locator('h3', { hasText: number }) });
    expect(await text.innerHTML()).not.toContain(canary);
    await text.locator('.veil').last().click();
    expect(await text.locator('.said').innerText()).toContain(canary);
  }
  const plain = page.locator('.panel .opened', { has: page.locator('h3', { hasText: lead }) });
  expect(await plain.locator('.veil').count()).toBe(0);
  await page.getByRole('button', { name: 'Largohuni nga rasti' }).click();
  await page.locator('.queue').waitFor();
  expect(await inPage<string>(page, 'document.documentElement.outerHTML')).not.toContain(canary);
  await page.context().close();
});
