import { audiences } from '../../../../domain/help/audience.ts';
import type { Audience } from '../../../../domain/help/audience.ts';

/** Which door a form is behind. A letter says nothing in a browser's history. */
export const doors = { child: 'c', parent: 'p', school: 's', adult: 'a' } as const satisfies Record<Audience, string>;

/** For whom the form behind a door is worded; undefined when there is no such door. */
export function audienceBehind(door: string | undefined): Audience | undefined {
  return audiences.find((audience) => doors[audience] === door);
}

/** The addresses of pages that have no language. The last is whatever else somebody asks for. */
export const pathsOfNoLanguage = { first: '/', exit: '/exit', out: '/exit/2', unknown: '/{proxy+}' } as const;

/**
 * The addresses of pages in one language. Each language of the pack has paths of its own. At one place the gateway takes
 * one placeholder at most, and the catch-all is that one (docs/decisions/157). Whether it looks for a catch-all further up
 * is not documented, so each language has its own.
 */
export function pathsIn(language: string) {
  return {
    start: `/${language}`,
    tell: `/${language}/tell/{who}`,
    code: `/${language}/code`,
    help: `/${language}/help`,
    numbers: `/${language}/numbers`,
    privacy: `/${language}/privacy`,
    unknown: `/${language}/{proxy+}`,
  } as const;
}

/** Where an institution types its codes, as its mails name it: without a language. */
export const officePath = '/office';

/** The same in one language. It stands apart from the others: no child is led there. */
export function officePathIn(language: string): string {
  return `/${language}${officePath}`;
}
