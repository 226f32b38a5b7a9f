import type { Page } from 'playwright-core';

/** A request as the browser's devtools tell of it, in seconds of its clock. */
interface Asked {
  path: string;
  from: number;
  until: number;
}

export interface RoundTrips {
  /** Requests one after the other, each begun only after the one before was answered: the longest such row. */
  longest: () => string[];
  /** The scripts that were asked for. */
  scripts: () => string[];
  end: () => Promise<void>;
}

/** So long is each way there and back, in ms, that what the machine does meanwhile makes no row longer. */
const latency = 800;

/** Counts how often a page waits for the line, from the first request for a path on. The clock of this machine counts little. */
export async function countRoundTrips(page: Page, from: string): Promise<RoundTrips> {
  const devtools = await page.context().newCDPSession(page);
  const asked = new Map<string, Asked>();
  let hasBegun = false;
  devtools.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    const path = new URL(request.url).pathname;
    hasBegun ||= path === from;
    if (hasBegun) asked.set(requestId, { path, from: timestamp, until: Infinity });
  });
  devtools.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const one = asked.get(requestId);
    if (one !== undefined) one.until = timestamp;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  return {
    longest: () => {
      const rows: { one: Asked; row: string[] }[] = [];
      for (const one of [...asked.values()].toSorted((a, b) => a.from - b.from)) {
        const before = rows.filter((other) => other.one.until <= one.from).map(({ row }) => row);
        const [longest = []] = before.toSorted((a, b) => b.length - a.length);
        if (one.until < Infinity) rows.push({ one, row: [...longest, one.path] });
      }
      return rows.map(({ row }) => row).toSorted((a, b) => b.length - a.length)[0] ?? [];
    },
    scripts: () => [...asked.values()].map(({ path }) => path).filter((path) => path.endsWith('.js')),
    end: () => devtools.detach(),
  };
}
