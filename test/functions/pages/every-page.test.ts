import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noStore, securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { albania } from '#shared/country/al/pack.ts';
import { zembla } from '#test/support/invented-country.ts';
import { askPage, everyPage, pagesOf, receiptOnPages } from '#test/support/pages/every-page.ts';
import { accessOnPages, everyOfficePage } from '#test/support/pages/office-pages.ts';

const albanian = pagesOf(albania);
const pages = albania.languages.flatMap((language) => [
  ...Object.entries(everyPage(language)).map(([name, asked]) => ({ name, language, asked, phone: '116111' })),
  ...Object.entries(everyOfficePage(language)).map(([name, asked]) => ({
    name,
    language,
    asked,
    phone: '+35540000000',
  })),
]);

/** Where a page leads: each link, form and button, as it is written. */
const waysOf = (html: string): string[] =>
  [...html.matchAll(/ (?:href|(?:form)?action)="([^"]*)"|content="0;url=([^"]*)"/g)]
    .map(([, link = '', hop = '']) => link || hop)
    .filter((way) => !/^(?:data:|tel:|#)/.test(way));

/** Everything that a page refers to outside itself. */
const elsewhereOn = (html: string): string[] => waysOf(html).filter((way) => /^(?:\w+:|\/\/)/.test(way));

describe.each(pages)('$name in $language', ({ language, asked, phone }) => {
  it('has every security header, and may do only what its policy says', async () => {
    const { headers, text } = await askPage(albanian.handler, asked);
    const { 'Content-Security-Policy': _, ...others } = securityHeaders;
    expect(headers).toMatchObject({ ...others, 'Cache-Control': noStore, 'Content-Type': 'text/html; charset=utf-8' });
    expect(headers).not.toHaveProperty('Set-Cookie');
    const policy = String(headers['Content-Security-Policy']);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const [, kind = '', content = ''] of text.matchAll(/<(style|script)>(.*?)<\/\1>/gs)) {
      const hash = createHash('sha256').update(content).digest('base64');
      expect(policy.split('; ').find((one) => one.startsWith(`${kind}-src`))).toContain(`'sha256-${hash}'`);
    }
    // A style, a handler or a source in an attribute would be refused, or would ask somebody for something.
    expect(text).not.toMatch(/ (?:style|on\w+|src|srcset)=/);
    expect(elsewhereOn(text).filter((way) => way !== 'https://advice.example/')).toEqual([]);
  });

  it.each([
    ['below a stage', '/live'],
    ['at the root of a domain', ''],
    ['below a base path', '/some/base'],
  ])('leads only to addresses that exist, %s', async (_, base) => {
    const answer = askPage(albanian.handler, asked, base);
    const { text } = await answer;
    const ways = waysOf(text).filter((way) => !way.startsWith('https:'));
    expect(ways.length).toBeGreaterThan(1);
    for (const way of ways) {
      const { pathname, origin } = new URL(way, `https://besa.example${answer.seen}`);
      expect(origin).toBe('https://besa.example');
      expect(pathname.startsWith(`${base}/`), `${way} leads to ${pathname}`).toBe(true);
      expect(isServed(pathname.slice(base.length)), `${way} leads to ${pathname}`).toBe(true);
    }
  });

  it('says its language, and nothing that a template forgot, and whom to call', async () => {
    const { text } = await askPage(albanian.handler, asked);
    const spoken = asked.resource.startsWith(`/${language}`) ? language : albania.defaultLanguage;
    expect(text).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${spoken}">`));
    expect(text).not.toMatch(/undefined|\[object|\{\w+\}/);
    expect(text).toMatch(/<h1[ >]/);
    // Nobody at an institution is sent to the children's line, and no child to the centre's.
    const phones = [...text.matchAll(/href="tel:([^"]+)"/g)].map(([, number]) => number);
    expect(phones).toContain(phone);
    expect(phones.includes('116111')).toBe(phone === '116111');
  });

  it('shows no code in an address', async () => {
    const { text } = await askPage(albanian.handler, asked);
    for (const way of waysOf(text)) expect(way).not.toMatch(new RegExp(`${receiptOnPages}|${accessOnPages}`));
  });
});

it.each(albania.languages)('all that was told is on a page without a word of the centre, in %s', async (language) => {
  const { 'thread all': asked, 'thread open': thread } = everyPage(language);
  if (asked === undefined || thread === undefined) throw new Error('There is no such page.');
  const { text } = await askPage(albanian.handler, asked);
  expect(text).toContain('<p>mine</p>');
  expect(text).not.toContain('<p>theirs</p>');
  expect((await askPage(albanian.handler, thread)).text).toContain('<p>theirs</p>');
});

/** Whether there is a route of its own for an address: the catch-all does not count. */
function isServed(pathname: string): boolean {
  return albanian.routes.some(({ path }) => {
    if (path.includes('{proxy+}')) return false;
    return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname);
  });
}

describe('another country', () => {
  const theirs = pagesOf(zembla);
  const [language = ''] = zembla.languages;

  const theirPages = { ...everyPage(language), ...everyOfficePage(language) };

  it.each(Object.entries(theirPages))('draws %s by its pack alone', async (name, asked) => {
    const here = await askPage(albanian.handler, { ...asked, resource: asked.resource.replace(`/${language}`, '/sq') });
    const { status, text } = await askPage(theirs.handler, asked);
    expect(status).toBe(here.status);
    expect(text).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${language}">`));
    expect(text).toContain(name.startsWith('office') ? 'href="tel:+991234"' : 'href="tel:777"');
    // Nothing of Albania, and no text that the pack does not have.
    expect(text.replaceAll(/<(style|script)>.*?<\/\1>/gs, '')).not.toMatch(/[ëç]|116 ?111|undefined|\[object/);
  });
});
