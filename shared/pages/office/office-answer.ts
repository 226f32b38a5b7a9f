import type { PageAnswer } from '../../contracts/http/http.ts';
import type { PageContext } from '../frame/page-context.ts';
import { pageAnswer } from '../frame/page-answer.ts';
import { officeHeaders } from '../frame/page-headers.ts';

/** A page for institutions with its headers: it may run no script. */
export function officeAnswer(
  { language }: Pick<PageContext, 'language'>,
  status: number,
  page: string,
  headers: Readonly<Record<string, string>> = {},
): PageAnswer {
  return pageAnswer(status, language, page, { ...officeHeaders, ...headers });
}
