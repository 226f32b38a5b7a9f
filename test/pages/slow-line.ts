import type { Page } from 'playwright-core';

/** Mobile networks on a bad day, with a telephone that is so many times slower than this machine. */
export const slowLines = {
  third: { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, slower: 6 },
  fourth: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750, slower: 4 },
} as const;

/** From now on the page is on a slow line and an old phone. */
export async function slowDown(page: Page, generation: keyof typeof slowLines): Promise<void> {
  const { slower, ...line } = slowLines[generation];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
}
