/** So many months can be chosen. An older one stands in the address. */
const shownMonths = 36;

/** Months by UTC from this one back, the newest first. One that was asked for is among them, wherever it lies. */
export function monthsTo(now: Date, asked: string | undefined): string[] {
  const months = Array.from({ length: shownMonths }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back)).toISOString().slice(0, 'YYYY-MM'.length),
  );
  return asked === undefined || months.includes(asked) ? months : [...months, asked];
}

export function isMonth(text: string | null): text is string {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/u.test(text);
}
