import { expect, it } from 'vitest';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';
import { extortion } from './extortion.ts';

const { besa, arrives, openAs } = consoleInBrowser();

it.each(['light', 'dark'] as const)('has no fault that axe finds on any tab, %s', async (colorScheme) => {
  const { caseNumber: number } = await arrives(extortion);
  const blerim = await besa().signIn('staff-blerim');
  await blerim.command(number, 'read', { reason: 'on_duty' });
  await blerim.command(number, 'claim', {});
  await blerim.command(number, 'notes', { text: 'Shiko www.bad.example' });
  await blerim.command(number, 'messages', { text: 'Jemi këtu.' });
  await blerim.command(number, 'export', { reason: 'police_request' });
  const { page } = await openAs('staff-blerim', `/cases/${number}?tab=report`, {
    colorScheme,
    viewport: { width: 360, height: 640 },
  });
  await page.locator('.gate').waitFor();
  const found: string[] = [];
  const look = async (where: string): Promise<void> => {
    found.push(...(await findingsOn(page, colorScheme === 'dark')).map((fault) => `${where}: ${fault}`));
    const wide = await inPage<number>(page, 'document.documentElement.scrollWidth');
    if (wide > 360) found.push(`${where}: ${wide} px wide`);
  };
  await look('gate');
  await page.locator('.gate button').first().click();
  await page.locator('.veil').last().click();
  await look('report');
  for (const [tab, ready] of [
    ['course', '#history'],
    ['thread', '.messages'],
    ['referrals', '.cards li'],
    ['notes', '.messages .address'],
    ['keeping', '#kept'],
  ] as const) {
    await page.locator(`nav.tabs a[href*=${tab}]`).click();
    await page.locator(ready).first().waitFor();
    await look(tab);
  }
  expect(found).toEqual([]);
  await page.context().close();
});
