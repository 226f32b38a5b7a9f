import { expect, it } from 'vitest';
import { besaInBrowser, inPage } from './windows.ts';

const { besa, open } = besaInBrowser();

/** The third generation of mobile networks on a bad day, and a telephone that is six times slower than this machine. */
const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slower = 6;

it('the start page is painted within two seconds on a slow line and an old phone', async () => {
  const painted: number[] = [];
  // A machine that does something else at the moment paints late. The best of a few is what the page needs.
  while (painted.length < 4 && !painted.some((at) => at < 2_000)) {
    const { page } = await open({ javaScriptEnabled: true });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.emulateNetworkConditions', slow);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(`${besa().url}/sq`);
    const paint = `new Promise((found) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => found(startTime))).observe({ type: 'paint', buffered: true }))`;
    painted.push(await inPage<number>(page, paint));
    await page.context().close();
  }
  expect(painted.at(-1)).toBeLessThan(2_000);
  expect(painted.at(-1)).toBeGreaterThan(slow.latency);
});
