import type { Answer } from './call.ts';

/**
 * The pages of a list, such as `/v1/cases?unread=true`, one after the other, until there are no more or there are enough. Undefined when one of them could
 * not be had. `onFirst` is told the first page as soon as it is there.
 */
export async function pagesOf<Page extends { cursor?: string | undefined }>(
  look: (path: string) => Promise<Answer<Page>>,
  path: string,
  isEnough: (pages: readonly Page[]) => boolean,
  onFirst?: (page: Page) => void,
): Promise<Page[] | undefined> {
  const pages: Page[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const answer: Answer<Page> = await look(next);
    if (!answer.ok) return undefined;
    const { cursor } = answer.body;
    pages.push(answer.body);
    if (pages.length === 1) onFirst?.(answer.body);
    next = cursor === undefined || isEnough(pages) ? undefined : withCursor(path, cursor);
  }
  return pages;
}

/** A path with a query, where it has one. */
export const withQuery = (path: string, query: URLSearchParams): string =>
  query.size === 0 ? path : `${path}?${query}`;

function withCursor(path: string, cursor: string): string {
  const [to = '', asked] = path.split('?');
  const query = new URLSearchParams(asked);
  query.set('cursor', cursor);
  return withQuery(to, query);
}
