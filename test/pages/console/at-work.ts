import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { until } from '#test/support/until.ts';
import type { OpenPage } from '../windows.ts';
import { consoleAt, consoleInBrowser } from './console.ts';

/** People at work in the console: one window each, in which they sign in anew for each thing they begin. */
export function peopleAtWork() {
  const { besa, openAs } = consoleInBrowser();
  const windows = new Map<string, OpenPage>();
  return {
    besa,
    /** The window of this person, at a path. `device` tells a phone apart from the desk. */
    at: async (person: string, path = '/', device?: BrowserContextOptions): Promise<Page> => {
      const key = JSON.stringify([person, device]);
      const known = windows.get(key);
      if (known === undefined) {
        const opened = await openAs(person, path, device);
        windows.set(key, opened);
        return opened.page;
      }
      await known.page.goto(consoleAt(besa().url, path, person));
      await known.page.locator('main h1').waitFor();
      return known.page;
    },
    /** What the windows show, for whoever looks why a test failed. */
    shown: async (): Promise<string[]> =>
      Promise.all([...windows].map(async ([who, { page }]) => `${who}: ${await page.locator('body').innerText()}`)),
    /** What any window asked of others, or what its policy refused. */
    wrong: (): string[] => [...windows.values()].flatMap(({ elsewhere, refused }) => [...elsewhere, ...refused]),
  };
}

export const casePath = (number: string): string => `/cases/${number}`;
const panel = (page: Page): Locator => page.locator('.panel');

/**
 * Presses the button of a form, and waits until something is gone. What reacts may change the case after it was shown:
 * then the page says so, and asks whether it is to be done all the same.
 */
async function press(form: Locator, gone: Locator): Promise<void> {
  await form.locator('button[type=submit]').click();
  const anyway = form.getByRole('button', { name: 'Do it anyway' });
  const isAsked = async (): Promise<boolean> => anyway.isVisible();
  await until(
    async () => (await gone.count()) === 0 || isAsked(),
    (isAnswered) => isAnswered,
  );
  if (await isAsked()) await anyway.click();
  await gone.waitFor({ state: 'detached' });
}

/** Sends a form, and waits until what it stood in is gone. */
export const send = (form: Locator): Promise<void> => press(form, form);

/** Opens a command of the case from its bar, under "More" where it is not the next step. */
export async function begin(page: Page, command: string): Promise<Locator> {
  const bar = page.locator('#case-bar');
  await bar.waitFor();
  const button = bar.getByRole('button', { name: command, exact: true });
  if (!(await button.isVisible())) await bar.locator('.more > summary').click();
  await button.click();
  await panel(page).locator('form').first().waitFor();
  return panel(page);
}

/** Sends what waits for somebody else, reads who decides, and closes it. */
export async function ask(form: Locator): Promise<string> {
  await press(form, form.locator('form'));
  const said = await form.innerText();
  await form.getByRole('button', { name: 'Close', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  return said;
}

/** Opens what was reported. */
export async function readReport(page: Page): Promise<void> {
  await page.locator('nav.tabs').getByRole('link', { name: 'Report', exact: true }).click();
  await page.locator('.gate button').first().click();
  await page.locator('#opened-text').waitFor();
}

/** Takes a case that nobody holds. */
export async function claim(page: Page): Promise<void> {
  const button = page.locator('#case-bar').getByRole('button', { name: 'Claim' });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

/**
 * Handles and resolves a case that one has read, as one does with what needs only advice. `leavesProposals`: proposals on
 * which nobody has decided stay.
 */
export async function finish(
  page: Page,
  outcome = 'advice given',
  { leavesProposals = false }: { leavesProposals?: boolean } = {},
): Promise<void> {
  const message = 'You did the right thing. Block the account and keep the messages.';
  const handling = await begin(page, 'Record handling');
  await handling.getByLabel('safe for now').check();
  await handling.getByLabel('advise the reporter').check();
  await handling.locator('textarea').fill(message);
  await send(handling);
  const resolution = await begin(page, 'Resolve');
  await resolution.getByLabel('Outcome', { exact: true }).selectOption({ label: outcome });
  await resolution.locator('textarea').fill(message);
  if (leavesProposals) await resolution.getByLabel('Proposals nobody has decided on').uncheck();
  await send(resolution);
}

/** Lowers a critical case, for a reason. */
export async function lower(page: Page, reason: string): Promise<string> {
  const form = await begin(page, 'Change severity');
  await form.getByLabel('high', { exact: true }).check();
  await form.getByLabel('Reason').selectOption({ label: reason });
  return ask(form);
}

export async function askForFile(page: Page, reason: string): Promise<string> {
  const form = await begin(page, 'Ask for the file');
  await form.getByLabel('Reason').selectOption({ label: reason });
  return ask(form);
}

/** Takes the file that a second person allowed, and saves it on the desk. */
export async function takeFile(page: Page): Promise<string> {
  const form = await begin(page, 'Take the file');
  await press(form, form.locator('form'));
  const link = form.getByRole('link', { name: 'Save the file' });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export async function askToErase(page: Page): Promise<string> {
  const form = await begin(page, 'Ask to erase');
  await form.getByLabel('Why', { exact: true }).selectOption({ label: 'the person concerned asked' });
  await form.getByLabel('safe for now').check();
  await form.getByRole('button', { name: 'Go on' }).click();
  await form.locator('.refusal').waitFor();
  return ask(form);
}

/** Decides on each referral that the machine proposed: none of them is needed. */
export async function dropProposals(page: Page): Promise<void> {
  await page.locator('nav.tabs').getByRole('link', { name: 'Referrals', exact: true }).click();
  const drop = page.getByRole('button', { name: 'Drop the proposal' });
  await drop.first().waitFor();
  for (let left = await drop.count(); left > 0; left -= 1) {
    await drop.first().click();
    await panel(page).getByLabel('not needed').check();
    await send(panel(page));
  }
}

/** Gives the reporter another code, and reads it out. */
export async function giveCode(page: Page, how: string): Promise<string> {
  const form = await begin(page, 'Give out another code');
  await form.getByLabel(how).check();
  await press(form, form.locator('form'));
  const groups = await form.locator('.code span').allInnerTexts();
  await form.getByRole('button', { name: 'Close', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  return groups.join('-');
}

/** Approves what waits on a case, on the page of what waits for a second person. */
export async function approveOn(page: Page, number: string): Promise<void> {
  const card = page.locator('main section', { hasText: number });
  await card.getByLabel('Approve').check();
  await send(card);
}

/** Records the call of the partner about what waits on a case. */
export async function recordCall(page: Page, code: string): Promise<void> {
  const form = await begin(page, 'Decide');
  await form.getByLabel('Approve').check();
  await form.locator('input[id$=-call]').fill(code);
  await send(form);
}
