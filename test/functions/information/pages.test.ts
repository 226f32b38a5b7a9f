import { describe, expect, it } from 'vitest';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import { keptTimes, yearsOf } from '#shared/domain/keeping/kept-times.ts';
import { noStore, securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { country } from '#shared/country/current.ts';
import { pageRoutes } from '#functions/information/page-routes.ts';
import { informationRoutes } from '#functions/information/routes.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { drawProblem } from '#shared/pages/problem-pages.ts';
import { callHandler } from '#test/support/gateway.ts';
import { zembla } from '#test/support/invented-country.ts';

const handlerOf = (pack: typeof country) => {
  const published = { ofYear: () => Promise.resolve([]) };
  const clock = { now: () => '2026-12-01T10:00:00.000Z' };
  return httpHandler(
    [
      ...informationRoutes(pack, published),
      ...pageRoutes(pack, published, { clock, newKey: () => '00000000-0000-4000-8000-000000000001' }),
    ],
    pack,
    'anybody',
    (...problem) => drawProblem(pack, ...problem),
  );
};
const handler = handlerOf(country);
const browser = { Accept: 'text/html', 'Accept-Language': 'en' };
const ask = (resource: string, headers: Record<string, string> = browser) =>
  callHandler(handler, { resource, headers });

describe('a page that tells', () => {
  const told = ['code', 'help', 'numbers', 'privacy'].flatMap((page) => [`/sq/${page}`, `/en/${page}`]);
  it.each(['/', '/sq', '/en', ...told])(
    '%s is one request, and has a heading, the exit and a number that answers',
    async (path) => {
      const { status, text, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        ...securityHeaders,
        'Content-Security-Policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': noStore,
      });
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text).toContain('tel:116111');
      expect(text).toMatch(/id="leave"[^>]*href="[./]*exit"/);
      expect(text).not.toMatch(/src=|https?:|undefined|\[object|«|\{\w+\}/);
      expect(Buffer.byteLength(text)).toBeLessThan(30 * 1024);
    },
  );

  it('speaks the language of its address, and at the root that of the browser', async () => {
    expect((await ask('/sq')).text).toContain('<html lang="sq">');
    const root = await ask('/');
    expect(root.text).toContain('<html lang="en">');
    expect(root.headers).toMatchObject({ Vary: 'Accept-Language', 'Content-Language': 'en' });
    expect((await ask('/', { Accept: 'text/html' })).text).toContain('<html lang="sq">');
  });

  it('never names the centre', async () => {
    for (const path of ['/sq', '/en', '/sq/code', '/sq/help']) {
      expect((await ask(path)).text).not.toMatch(/iSIGURT|Besa/i);
    }
  });
});

describe('the page about a reporter’s data', () => {
  const page = async (language: string, asked?: string) => {
    const query = asked === undefined ? {} : { for: asked };
    return (await callHandler(handler, { resource: `/${language}/privacy`, query, headers: browser })).text;
  };

  it('tells the numbers by which cases are erased, to a child and to an adult', async () => {
    const { most, withdrawn, justice } = keptTimes(country.retention);
    const numbers = [`${yearsOf(most)} years`, `${withdrawn} days`, `${yearsOf(justice)} years`];
    expect(numbers).toEqual(['2 years', '90 days', '5 years']);
    expect(tableDesigns.Keys.recoveryDays).toBe(7);
    for (const asked of [undefined, 'a']) {
      const english = await page('en', asked);
      for (const said of numbers) expect(english).toContain(`not longer than ${said}`);
      expect(english).toContain('After 7 days nobody can bring your words back');
      const albanian = await page('sq', asked);
      for (const said of ['2 vjet', '90 ditë', '5 vjet', 'Pas 7 ditësh']) expect(albanian).toContain(said);
    }
  });

  it('follows the rule of erasing, and no number of its own', async () => {
    const { retention } = country;
    const longer = { ...retention, referredDays: 1100, justice: { ...retention.justice, daysAtMost: 3650 } };
    const other = handlerOf({ ...country, retention: longer });
    const { text } = await callHandler(other, { resource: '/en/privacy', headers: browser });
    expect(text).toContain('not longer than 4 years');
    expect(text).toContain('not longer than 10 years');
  });

  it('is worded for a child, and with a link for an adult; whatever else is asked for may be a child', async () => {
    const [child, adult, other] = [await page('sq'), await page('sq', 'a'), await page('sq', 'x')];
    expect(child).toContain('Çfarë ruajmë për ty');
    expect(child).toMatch(/href="[./]*sq\/privacy\?for=a"/);
    expect(adult).toContain('Çfarë ruajmë për ju');
    expect(adult).toMatch(/href="[./]*en\/privacy\?for=a"/);
    expect(adult).toMatch(/href="[./]*sq\/privacy"/);
    expect(other).toBe(child);
  });

  it('says who we are and where to complain, and leads to no other site', async () => {
    const { complain } = await (await country.loadPages()).loadPrivacy();
    const text = await page('en', 'a');
    expect(text).toContain(country.centre.name['en']);
    for (const { name, reach } of complain) {
      expect(text).toContain(name['en']);
      expect(text).toContain(reach.value);
    }
    expect(text.slice(text.indexOf('<title>'), text.indexOf('</title>'))).not.toMatch(/iSIGURT|Besa/i);
  });

  it('names whom to write to when the head of the centre did wrong, and has their address', async () => {
    for (const who of [undefined, 'a']) {
      const text = await page('en', who);
      expect(text).toContain('write to our outside partner');
      expect(text).toMatch(/<li>Our outside partner[^<]*: \S+@\S+<\/li>/);
      expect(text).toContain('You need no code for this.');
    }
  });

  it('is led to from the foot of the start and of each form, for its reader', async () => {
    expect((await ask('/sq')).text).toMatch(/href="[./]*sq\/privacy"/);
    const formBehind = async (who: string) =>
      (await callHandler(handler, { resource: '/sq/tell/{who}', path: { who }, headers: browser })).text;
    expect(await formBehind('c')).toMatch(/href="[./]*sq\/privacy"/);
    for (const who of ['p', 's', 'a']) expect(await formBehind(who)).toMatch(/href="[./]*sq\/privacy\?for=a"/);
  });
});

describe('the code of a poster', () => {
  const asked = (resource: string, c: string) =>
    callHandler(handler, { resource, query: { c }, path: { who: 's' }, headers: browser });

  it('goes through every door into the form', async () => {
    const { text } = await asked('/sq', 'sid-2026');
    expect(text.match(/href="[./]*sq\/tell\/[cpsa]\?c=sid-2026"/g)).toHaveLength(4);
    expect((await asked('/sq/tell/{who}', 'sid-2026')).text).toContain('name="campaign" value="sid-2026"');
  });

  it('is left out where it is none', async () => {
    for (const c of ['', 'x', '"><script>', 'canary 7', 'y'.repeat(33)]) {
      expect((await asked('/sq', c)).text).not.toContain('?c=');
      expect((await asked('/sq/tell/{who}', c)).text).not.toContain('campaign');
    }
  });
});

describe('leaving', () => {
  it('takes two hops, and what the browser keeps of us goes in the second', async () => {
    const first = await ask('/exit');
    expect(first.text).toContain('<meta http-equiv="refresh" content="0;url=./exit/2">');
    expect(first.headers).not.toHaveProperty('Clear-Site-Data');
    const second = await ask('/exit/2');
    expect(second.text).toContain('content="0;url=https://www.wikipedia.org/"');
    expect(second.headers['Clear-Site-Data']).toBe('"cache"');
    for (const { text } of [first, second]) expect(text).not.toMatch(/<script|116/);
  });
});

describe('an address that does not exist', () => {
  it('has a page for a browser and a problem for a program', async () => {
    const page = await callHandler(handler, { resource: '/{proxy+}', path: { proxy: 'no/where' }, headers: browser });
    expect(page.status).toBe(404);
    expect(page.text).toContain('href="../en"');
    expect(page.text).toContain('tel:116111');
    const json = await callHandler(handler, { resource: '/{proxy+}', path: { proxy: 'nowhere' } });
    expect(json.json).toMatchObject({ status: 404, type: 'urn:besa:problem:not_found' });
  });
});

it('another country’s pages are drawn by its pack alone', async () => {
  const theirs = handlerOf(zembla);
  for (const path of ['/', '/el', '/el/code', '/el/help', '/el/numbers', '/el/privacy']) {
    const { status, text } = await callHandler(theirs, { resource: path, headers: browser });
    expect([path, status]).toEqual([path, 200]);
    expect(text).toContain('tel:777');
    expect(text).not.toMatch(/[ëç]|116/);
  }
  expect((await callHandler(theirs, { resource: '/exit/2' })).text).toContain('https://weather.example/');
});
