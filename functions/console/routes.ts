import { Problem, type PageAnswer, type PageRequest, type PageRoute } from '#shared/contracts/http/http.ts';
import { letterStyleSource } from '#shared/pages/letter/letter-style.ts';
import type { BuiltFile, BuiltFiles } from './built-files.ts';
import { consoleDocument, type SignIn } from './document.ts';

/** A year, the longest that anybody keeps. The name of a file changes with what is in it. Source: RFC 9111, 5.2.2.1. */
const forEver = 'public, max-age=31536000, immutable';

/**
 * The console: files by their hashed names, and for every other address the one document, in which the script shows what
 * the address names. `/v1/` is the API's, and what it does not know does not exist.
 */
export function consoleRoutes(built: () => BuiltFiles, signIn: SignIn): PageRoute[] {
  const policy = contentPolicy(signIn);
  const draw = async (request: PageRequest): Promise<PageAnswer> => {
    const [first = '', name = '', ...more] = (request.path['proxy'] ?? '').split('/').filter(Boolean);
    if (first === 'files') {
      const file = more.length === 0 ? built().file(name) : undefined;
      if (file === undefined) throw new Problem('not_found', 404);
      return fileAnswer(file, request, policy);
    }
    if (first === 'v1') throw new Problem('not_found', 404);
    const page = consoleDocument(built().first, signIn, request);
    return { status: 200, page, headers: headersOf(request, policy) };
  };
  return (['/', '/{proxy+}'] as const).map((path) => ({ method: 'GET', path, changesNothing: true, draw }));
}

/**
 * Nothing but the console's own script, which may ask this address and the one for signing in. A text becomes part of a
 * page only as text: the browser refuses every way of making elements from one. The one way that is left, `letter`, fills a
 * frame that runs no script (app/referrals/copy/letter-html.ts). No frame loads anything: there is no `frame-src`.
 * Source: https://www.w3.org/TR/trusted-types/
 */
function contentPolicy({ address }: SignIn): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // A frame of the letter takes over this policy.
    `style-src 'self' ${letterStyleSource}`,
    `connect-src 'self' ${new URL(address).origin}`,
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types letter',
  ].join('; ');
}

const headersOf = ({ language }: PageRequest, policy: string): PageAnswer['headers'] => ({
  'Content-Language': language,
  'Content-Security-Policy': policy,
});

/** The staff API's gateway compresses nothing, because its answers hold secrets. These files hold none. */
function fileAnswer({ contentType, gzipped, plain }: BuiltFile, request: PageRequest, policy: string): PageAnswer {
  const headers = {
    ...headersOf(request, policy),
    'Content-Type': contentType,
    'Cache-Control': forEver,
    Vary: 'Accept-Encoding',
  };
  if (!takesGzip(request.headers['accept-encoding'])) return { status: 200, page: plain(), headers };
  const packed = gzipped.toString('base64');
  return { status: 200, page: packed, isBase64: true, headers: { ...headers, 'Content-Encoding': 'gzip' } };
}

/** Whether a browser takes gzip. A weight of 0 refuses it. Source: RFC 9110, 12.5.3. */
function takesGzip(acceptEncoding = ''): boolean {
  return acceptEncoding.split(',').some((one) => {
    const [coding = '', weight = ''] = one.split(';').map((part) => part.trim().toLowerCase());
    return ['gzip', 'x-gzip'].includes(coding) && !/^q=0(?:\.0*)?$/.test(weight);
  });
}
