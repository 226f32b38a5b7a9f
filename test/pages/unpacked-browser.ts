import { unpackBrowser } from './browser.ts';

/** Unpacks the browser once, before any test starts it. */
export default async function setup(): Promise<void> {
  await unpackBrowser();
}
