import { existsSync, readdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';

const wholeYear = 365;
/** Fewer days have no evening on which somebody takes a case. */
const fewestDays = 7;

export interface YearAsked {
  /** Where the data stay when it is over; absent where nobody wants them. */
  keep?: string;
  days: number;
}

/** Reads what was asked of `npm run demo`. Throws an `Error` with one line for a person. */
export function readYearArguments(args: readonly string[]): YearAsked {
  const options = { keep: { type: 'string' }, days: { type: 'string', default: String(wholeYear) } } as const;
  const usage = 'Usage: npm run demo -- [--keep FOLDER] [--days 365]';
  const { keep, days } = parsed();
  if (keep !== undefined && existsSync(keep)) {
    if (!statSync(keep).isDirectory()) throw new Error(`${keep} is no folder.`);
    if (readdirSync(keep).length > 0) {
      throw new Error(`The folder ${keep} is not empty. The year is kept in an empty one only.`);
    }
  }
  return { days, ...(keep === undefined ? {} : { keep }) };

  function parsed(): { keep: string | undefined; days: number } {
    try {
      const { values } = parseArgs({ args: [...args], options });
      const count = Number(values.days);
      if (!Number.isInteger(count) || count < fewestDays || count > wholeYear) {
        throw new Error(`${values.days} is not a number of days from ${fewestDays} to ${wholeYear}`);
      }
      return { keep: values.keep, days: count };
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}. ${usage}`, { cause: error });
    }
  }
}
