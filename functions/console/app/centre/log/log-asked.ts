import { parseCaseNumber } from '#shared/domain/identifiers.ts';
import { isMonth } from '../tables/months.ts';

/** What the access log is asked for: a person and a month, or a case. */
export type LogAsked = { person: string; month: string } | { number: string };

/** What an address of the page asks for. Undefined where it is not whole. */
export function askedBy(query: URLSearchParams): LogAsked | undefined {
  const number = query.get('case');
  if (number !== null) {
    const parsed = parseCaseNumber(number);
    return parsed.ok ? { number: parsed.caseNumber } : undefined;
  }
  const [person, month] = [query.get('person') ?? '', query.get('month')];
  return person !== '' && isMonth(month) ? { person, month } : undefined;
}

/** The address of the page for it. It holds codes only. */
export function pageOf(asked: LogAsked, onlyMarked = false): string {
  return `/log?${new URLSearchParams({
    ...('number' in asked ? { case: asked.number } : { person: asked.person, month: asked.month }),
    ...(onlyMarked ? { marked: 'true' } : {}),
  })}`;
}

/** The address of the API for it. */
export function addressFor(asked: LogAsked): string {
  return `/v1/access-log?${new URLSearchParams(
    'number' in asked ? { case: asked.number } : { actor: asked.person, month: asked.month },
  )}`;
}

/** The name of the file. It says neither whose log it is nor of which case: names of files are seen by others. */
export function fileOf(asked: LogAsked, today: string): string {
  return 'number' in asked ? `besa-log-case-${today}` : `besa-log-${asked.month}`;
}
