/** A price of AWS in US dollars. */
interface Price {
  usd: number;
  /** How many units this price is for. */
  per: number;
  /** True where no source for the figure could be opened on the date below. */
  unverified?: true;
}

/** When and for where these prices were looked up. European regions cost more. */
export const pricesOf = { date: '2026-11-23', region: 'us-east-1' } as const;

/** List prices without any free tier. Whoever deploys looks them up again: https://calculator.aws */
export const prices = {
  keyMonth: { usd: 1, per: 1 },
  keyRequest: { usd: 0.03, per: 10_000 },
  firewallMonth: { usd: 5, per: 1 },
  firewallRuleMonth: { usd: 1, per: 1 },
  firewallRequest: { usd: 0.6, per: 1_000_000 },
  writeUnit: { usd: 0.625, per: 1_000_000 },
  readUnit: { usd: 0.125, per: 1_000_000 },
  invocation: { usd: 0.2, per: 1_000_000 },
  gigabyteSecond: { usd: 0.0000133334, per: 1 },
  apiRequest: { usd: 3.5, per: 1_000_000 },
  queueRequest: { usd: 0.4, per: 1_000_000, unverified: true },
  alarmMetricMonth: { usd: 0.1, per: 1, unverified: true },
  ownMetricMonth: { usd: 0.3, per: 1, unverified: true },
  dashboardMonth: { usd: 3, per: 1, unverified: true },
  /** A file that is put into a bucket. */
  storedFile: { usd: 0.005, per: 1000, unverified: true },
  logGigabyte: { usd: 0.5, per: 1, unverified: true },
  scheduledRun: { usd: 1, per: 1_000_000, unverified: true },
  /** A person who signs in at least once a month, in a pool with threat protection. */
  signedInMonth: { usd: 0.02, per: 1, unverified: true },
  mail: { usd: 0.1, per: 1000, unverified: true },
} as const satisfies Record<string, Price>;
export type Priced = keyof typeof prices;
