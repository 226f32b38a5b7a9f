import type { GatewayRequest } from '#test/support/gateway.ts';
import { codesOn } from '#test/support/pages/on-the-page.ts';
import { sent, type PageForm } from '#test/support/pages/page-forms.ts';
import type { World } from '../../world.ts';
import { answered, type Seen } from '../asking.ts';

/** A page as somebody sees it. */
export interface SeenPage {
  address: string;
  status: number;
  html: string;
  /** When it came; ms since 1970. */
  at: number;
}

/** What browsers send with every request for a page. */
const byBrowser = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Sec-Fetch-Site': 'same-origin',
};

/** Which function an address leads to, and by which template of the gateway. */
function routed(address: string, method: 'GET' | 'POST'): { title: string; request: GatewayRequest } {
  const [, language, where = '', who] = /^\/(\w+)\/(tell|code)(?:\/(\w))?$/u.exec(address) ?? [];
  if (language === undefined) throw new Error(`${address} is no address of a form.`);
  const title = method === 'GET' ? 'information' : where === 'tell' ? 'intake' : 'follow-up';
  const resource = where === 'tell' ? `/${language}/tell/{who}` : `/${language}/code`;
  return {
    title,
    request: { method, resource, seen: address, ...(who === undefined ? {} : { path: { who } }) },
  };
}

/** Opens an address. */
export function opens(world: World, address: string): Promise<SeenPage | 'unknown'> {
  return visits(world, address, 'GET', { headers: byBrowser });
}

/** Presses a button of a form on a page at this address. */
export function presses(
  world: World,
  address: string,
  form: PageForm,
  button: string,
  instead: Record<string, string> = {},
): Promise<SeenPage | 'unknown'> {
  const { contentType, body } = sent(form, button);
  const to = new URL(form.action, `https://pages.example${address}`).pathname;
  return visits(
    world,
    to,
    'POST',
    { body, headers: { ...byBrowser, 'Content-Type': contentType, ...instead } },
    button,
  );
}

const where = (resource: string): string => (resource.includes('tell') ? 'form' : 'code');

/** Sends whatever somebody likes to an address. */
export async function visits(
  world: World,
  address: string,
  method: 'GET' | 'POST',
  more: Partial<GatewayRequest>,
  pressed?: string,
): Promise<SeenPage | 'unknown'> {
  const { title, request } = routed(address, method);
  const answer = await answered(world, title, { ...request, ...more });
  world.did(
    `page: ${method} ${where(request.resource)}${pressed === undefined ? '' : ` ${pressed}`}`,
    answer?.statusCode ?? 'unknown',
  );
  if (answer === undefined) return 'unknown';
  const { statusCode: status, body: html, headers } = answer;
  if (!String(headers?.['Content-Type']).startsWith('text/html'))
    world.amiss.push(`${method} ${request.resource} was answered ${status}, and with no page`);
  return { address, status, html, at: world.now() };
}

/** A page as an answer without a body, for those who look at its status alone. */
export function asSeen(page: SeenPage | 'unknown', body: Record<string, unknown> = {}): Seen {
  return page === 'unknown' ? page : { status: page.status, body, etag: '', at: page.at };
}

/** Notes it where a page shows a code that its reader does not hold, or words that must not be shown. */
export function holdsBack(world: World, { html }: SeenPage, own: string | undefined, secret: string): void {
  for (const code of codesOn(html))
    if (code !== own) world.amiss.push('a page shows a code that its reader does not hold');
  if (html.includes(secret)) world.amiss.push('a page shows the words of a report once more');
}
