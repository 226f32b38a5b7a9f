/** A price of AWS in US dollars. */
export interface Price {
  usd: number;
  /** The same in the European region, where it is another price. */
  europe?: number;
  /** How many units this price is for. */
  per: number;
  /** True where no source for the figure could be opened on the date below. */
  unverified?: true;
}

/** When and for where these prices were looked up. No source for those of the European region could be opened. */
export const pricesOf = { date: '2026-11-23', region: 'us-east-1', europe: 'eu-central-1' } as const;

/** List prices without any free tier. Whoever deploys looks them up again: https://calculator.aws */
export const prices = {
  keyMonth: { usd: 1, per: 1 },
  keyRequest: { usd: 0.03, per: 10_000 },
  firewallMonth: { usd: 5, per: 1 },
  firewallRuleMonth: { usd: 1, per: 1 },
  firewallRequest: { usd: 0.6, per: 1_000_000 },
  /** A rotated key costs more for each of its two last versions; those before cost nothing. */
  keyVersionMonth: { usd: 1, per: 1 },
  storedGigabyteMonth: { usd: 0.25, europe: 0.306, per: 1, unverified: true },
  restorableGigabyteMonth: { usd: 0.2, europe: 0.2448, per: 1, unverified: true },
  writeUnit: { usd: 0.625, europe: 0.7625, per: 1_000_000 },
  readUnit: { usd: 0.125, europe: 0.1525, per: 1_000_000 },
  invocation: { usd: 0.2, per: 1_000_000 },
  gigabyteSecond: { usd: 0.0000133334, per: 1 },
  apiRequest: { usd: 3.5, europe: 3.7, per: 1_000_000 },
  queueRequest: { usd: 0.4, per: 1_000_000, unverified: true },
  alarmMetricMonth: { usd: 0.1, per: 1, unverified: true },
  ownMetricMonth: { usd: 0.3, per: 1, unverified: true },
  dashboardMonth: { usd: 3, per: 1, unverified: true },
  /** A file that is put into a bucket. */
  storedFile: { usd: 0.005, per: 1000, unverified: true },
  logGigabyte: { usd: 0.5, europe: 0.63, per: 1, unverified: true },
  scheduledRun: { usd: 1, per: 1_000_000, unverified: true },
  /** A person who signs in at least once a month, in a pool with threat protection. */
  signedInMonth: { usd: 0.02, per: 1, unverified: true },
  mail: { usd: 0.1, per: 1000, unverified: true },
} as const satisfies Record<string, Price>;
export type Priced = keyof typeof prices;
