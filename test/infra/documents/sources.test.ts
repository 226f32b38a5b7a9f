import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const cited = ['practice', 'domain', 'design', 'contract'].map((name) => `docs/${name}.md`);
const headings = new Map(
  cited.map((page) => [
    page,
    [...readFileSync(page, 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading.replaceAll('’', "'")),
  ]),
);
const files = globSync('{functions,shared,infra,test}/**/*.{ts,md}').filter(
  (file) => !file.endsWith('sources.test.ts'),
);
/** The words of a file without the marks of a comment, so that a citation may go on in the next line. */
const wordsOf = (file: string): string =>
  readFileSync(file, 'utf8')
    .replaceAll(/\n\s*(?:\*|\/\/) ?/g, ' ')
    .replaceAll('’', "'");

/** Each page that a file cites, with what stands behind it: `docs/practice.md, Ladder and Mails.` */
const citations = files.flatMap((file) =>
  [...wordsOf(file).matchAll(/(docs\/(?:practice|domain|design|contract)\.md), ([A-Z][^;.)]*)/g)].map(
    ([, page = '', heading = '']) => ({ file, page, heading: heading.trim() }),
  ),
);

/** Whether this names headings of the page, one or several, before anything else is said. */
function namesHeadings(page: string, said: string): boolean {
  const first = (headings.get(page) ?? [])
    .filter((heading) => said === heading || /^(?: and |, |:| \()/.test(said.slice(heading.length)))
    .find((heading) => said.startsWith(heading));
  if (first === undefined) return false;
  const rest = said.slice(first.length);
  return rest.startsWith(' and ') ? namesHeadings(page, rest.slice(' and '.length)) : true;
}

it('cites a heading that the page has', () => {
  expect(citations.filter(({ page, heading }) => !namesHeadings(page, heading))).toEqual([]);
  expect(citations.length).toBeGreaterThan(80);
});

it('says of each source where it can be read', () => {
  const without = files.flatMap((file) =>
    [...wordsOf(file).matchAll(/(?:\/\*\*|[.?!]|^) Source: (.{0,60})/g)]
      .map(([, said = '']) => said)
      .filter(
        (said) => !/^(?:docs\/|https:\/\/|RFC |(?:Amazon |AWS )?(?:API Gateway|Cognito|DynamoDB|SES)\b)/.test(said),
      )
      .map((said) => `${file}: ${said}`),
  );
  expect(without).toEqual([]);
});

it('cites no paper that is not here', () => {
  const strangers = /\b(?:PRACTICE|DESIGN|CONTRACT|FINDINGS|PAGES|HOUSE|FIELD)\b|\bDOMAIN (?!DOUBLE)/;
  expect(files.filter((file) => strangers.test(wordsOf(file)))).toEqual([]);
});
