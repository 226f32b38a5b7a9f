import type { Page } from 'playwright-core';

/** Where a state is reached: the window's page, and the language of the pages. */
export interface Reach {
  page: Page;
  url: string;
  language: string;
  fillForm: typeof fillForm;
}

/** The words of the tests. Nobody wrote them. */
export const typed = 'Më thanë gjëra të këqija në klasë.\nDhe sot përsëri.';

/** Fills the four parts as a child would, by hand and without a script. */
export async function fillForm(page: Page): Promise<void> {
  await page.locator('summary').first().click();
  await page.locator('label:has([value=cyberbullying])').click();
  await page.locator('a[href="#2"].first').click();
  await page.locator('#f-narrative').fill(typed);
  await page.locator('#f-platform').selectOption('instagram');
  await page.locator('#f-urls').fill('https://example.com/a\n@somebody');
  await page.locator('a[href="#3"].first').click();
  await page.locator('#f-about').selectOption('me');
  await page.locator('#f-ageYears').selectOption('13');
  await page.locator('a[href="#4"].first').click();
}

/** Every page and state, by name. */
export const states: Readonly<Record<string, (reach: Reach) => Promise<unknown>>> = {
  start: ({ page, url, language }) => page.goto(`${url}/${language}`),
  code: ({ page, url, language }) => page.goto(`${url}/${language}/code`),
  help: ({ page, url, language }) => page.goto(`${url}/${language}/help`),
  privacy: ({ page, url, language }) => page.goto(`${url}/${language}/privacy`),
  'privacy-adult': ({ page, url, language }) => page.goto(`${url}/${language}/privacy?for=a`),
  numbers: ({ page, url, language }) => page.goto(`${url}/${language}/numbers`),
  'not-found': ({ page, url, language }) => page.goto(`${url}/${language}/nothing`),
  'form-1': async ({ page, url, language }) => {
    await page.goto(`${url}/${language}/tell/c`);
    await page.locator('summary').nth(1).click();
    await page.locator('label:has([value=sexual_extortion])').click();
  },
  'form-2': ({ page, url, language }) => page.goto(`${url}/${language}/tell/c#2`),
  'form-3': async ({ page, url, language }) => {
    await page.goto(`${url}/${language}/tell/p`);
    await page.goto(`${url}/${language}/tell/p#3`);
  },
  'form-4': async ({ page, url, language, fillForm: fill }) => {
    await page.goto(`${url}/${language}/tell/c`);
    await fill(page);
  },
  'form-not-sent': async ({ page, url, language, fillForm: fill }) => {
    await page.goto(`${url}/${language}/tell/c`);
    await fill(page);
    await page.locator('details:has(#f-phone) > summary').click();
    await page.locator('#f-phone').press('Enter');
    await page.locator('[role=alert]').waitFor();
  },
  'form-wrong': async ({ page, url, language }) => {
    await page.goto(`${url}/${language}/tell/s#4`);
    await page.locator('button[value=send]').click();
    await page.locator('[role=alert]').waitFor();
  },
  receipt: async ({ page, url, language, fillForm: fill }) => {
    await page.goto(`${url}/${language}/tell/c`);
    await fill(page);
    await page.locator('button[value=send]').click();
    await page.locator('.code').waitFor();
  },
  thread: ({ page }) => openThread(page),
  'thread-message': async ({ page }) => {
    await page.locator('#f-text').fill('Sot përsëri.');
    await page.locator('button[value=message]').click();
    await page.locator('.thread').waitFor();
  },
  'thread-guidance': async ({ page }) => {
    await page.locator('button[value=guidance]').click();
    await page.locator('.thread').waitFor();
  },
  everything: async ({ page }) => {
    await page.locator('button[value=all]').click();
    await page.locator('main h1', { hasText: /Gjithçka|Everything/ }).waitFor();
  },
  'thread-again': async ({ page }) => {
    await page.locator('main button[value=open]').click();
    await page.locator('#f-text').waitFor();
  },
  withdraw: ({ page }) => press(page, 'withdraw', 'withdraw-now'),
  withdrawn: ({ page }) => press(page, 'withdraw-now', 'lock'),
  lock: ({ page }) => press(page, 'lock', 'lock-now'),
  'code-wrong': async ({ page, url, language }) => {
    await page.goto(`${url}/${language}/code`);
    await page.locator('#f-receipt').fill('7K3M-9QXR-2F5T-8WNA-Z');
    await page.locator('button.first[value=open]').click();
    await page.locator('[role=alert]').waitFor();
  },
};

/** From the receipt to the thread. */
export async function openThread(page: Page): Promise<void> {
  await page.locator('button.first[value=open]').click();
  await page.locator('#f-text').waitFor();
}

async function press(page: Page, go: string, then: string): Promise<void> {
  await page.locator(`button[value="${go}"]`).click();
  await page.locator(`button[value="${then}"]`).waitFor();
}
