import type { Answer } from './call.ts';

/**
 * The pages of a list, one after the other, until there are no more or there are enough. Undefined when one of them could
 * not be had. `onFirst` is told the first page as soon as it is there.
 */
export async function pagesOf<Page extends { cursor?: string | undefined }>(
  look: (path: string) => Promise<Answer<Page>>,
  path: string,
  asked: URLSearchParams,
  isEnough: (pages: readonly Page[]) => boolean,
  onFirst?: (page: Page) => void,
): Promise<Page[] | undefined> {
  const pages: Page[] = [];
  const query = new URLSearchParams(asked);
  do {
    const answer = await look(query.size === 0 ? path : `${path}?${query}`);
    if (!answer.ok) return undefined;
    pages.push(answer.body);
    if (pages.length === 1) onFirst?.(answer.body);
    query.set('cursor', answer.body.cursor ?? '');
  } while (pages.at(-1)?.cursor !== undefined && !isEnough(pages));
  return pages;
}
