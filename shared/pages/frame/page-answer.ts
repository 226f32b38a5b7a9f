import type { PageAnswer } from '../../contracts/http/http.ts';
import { pageHeaders } from './page-headers.ts';

/** A page with its headers. */
export function pageAnswer(
  status: number,
  language: string,
  page: string,
  headers: Readonly<Record<string, string>> = {},
): PageAnswer {
  return { status, page, headers: { ...pageHeaders, 'Content-Language': language, ...headers } };
}
