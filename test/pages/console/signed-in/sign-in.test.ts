import { expect, it } from 'vitest';
import { inPage } from '../../windows.ts';
import { consoleAt, consoleInBrowser } from '../console.ts';

const { besa, open, openAs } = consoleInBrowser();

/** All that the browser keeps of the console between two loads of it. */
const kept = `JSON.stringify({ ...sessionStorage, ...localStorage, cookie: document.cookie })`;

it('signs in by code with a proof, keeps no access token, and shows the person', async () => {
  const { page, asked, elsewhere, refused } = await openAs('staff-blerim');
  expect(await page.locator('header.top').innerText()).toContain('Blerim Gjoka');
  expect(page.url()).toBe(consoleAt(besa().url, '/'));
  const authorize = asked.find((one) => one.startsWith('GET /oauth2/authorize')) ?? '';
  expect(authorize).toContain('code_challenge_method=S256');
  // A JSON Web Token is three parts with a point between them. The refresh token is none.
  expect(await inPage(page, kept)).not.toMatch(/eyJ[\w-]+\.[\w-]+\./u);
  expect(JSON.parse(await inPage<string>(page, kept))).toMatchObject({
    'besa.refresh': expect.any(String),
    cookie: '',
  });
  expect(elsewhere).toEqual([]);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('is signed in after a reload, and no more after signing out', async () => {
  const { page, asked } = await openAs('staff-arta');
  const client = new URL(
    `${besa().url}${(asked.find((one) => one.includes('client_id=')) ?? '').slice('GET '.length)}`,
  );
  await page.reload();
  expect(await page.locator('header.top').innerText()).toContain('Arta Hoxha');
  const { 'besa.refresh': token = '' } = JSON.parse(await inPage<string>(page, kept)) as Record<string, string>;
  await page.getByRole('button', { name: 'Dilni' }).click();
  await page.waitForURL(/signed-out$/u);
  await page.locator('main h1').waitFor();
  expect(await inPage(page, kept)).not.toContain('besa.refresh');
  const refused = await fetch(`${besa().url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: token,
      client_id: client.searchParams.get('client_id') ?? '',
    }),
  });
  expect([refused.status, await refused.json()]).toEqual([400, { error: 'invalid_grant' }]);
  await page.context().close();
});

it('comes back to the address that a mail named', async () => {
  const { page } = await openAs('staff-blerim', '/cases/B-0000-0000');
  expect(page.url()).toBe(consoleAt(besa().url, '/cases/B-0000-0000'));
  expect(await page.locator('main h1').innerText()).toBe('B-0000-0000');
  await page.context().close();
});

it('changes its language and keeps it', async () => {
  const { page } = await openAs('staff-blerim');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Cases' }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Cases' }).waitFor();
  expect(await inPage(page, 'document.documentElement.lang')).toBe('en');
  await page.context().close();
});

it.each([
  ['is full', `Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError') }`],
  [
    'is forbidden',
    `for (const name of ['sessionStorage', 'localStorage'])
       Object.defineProperty(window, name, { get: () => { throw new DOMException('Denied.', 'SecurityError') } })`,
  ],
])(
  'says what to do where the storage of the browser %s, and sends nobody to a page from which none comes back',
  async (_, script) => {
    const { page, asked } = await open({ javaScriptEnabled: true });
    await page.addInitScript(script);
    await page.goto(consoleAt(besa().url, '/', 'staff-blerim'));
    const told = page.locator('#unkept');
    await told.waitFor();
    expect(await told.innerText()).toContain('free space on the device, and open it again.');
    expect(await page.locator('#unreached').isVisible()).toBe(false);
    expect(asked.filter((one) => one.includes('/oauth2/'))).toEqual([]);
    await page.context().close();
  },
);

it('works where only what outlives the tab is forbidden: no choice is kept', async () => {
  const { page } = await open({ javaScriptEnabled: true });
  await page.addInitScript(
    `Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('Denied.', 'SecurityError') } })`,
  );
  await page.goto(consoleAt(besa().url, '/', 'staff-blerim'));
  await page.locator('main h1').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor();
  await page.reload();
  await page.locator('main h1').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('sq');
  await page.context().close();
});

it.each([
  ['ahead', 72],
  ['behind', -72],
])(
  'signs in once, and says when something is by the clock of the centre, where that of the device is three days %s',
  async (_, hours) => {
    const { page, asked } = await open({ javaScriptEnabled: true, timezoneId: 'Pacific/Tongatapu', locale: 'ar-EG' });
    await page.clock.install({ time: Date.now() + hours * 3_600_000 });
    await page.goto(consoleAt(besa().url, '/', 'staff-elira'));
    await page.locator('main h1').waitFor();
    await page.getByText(/Si ishte sot në orën \d\d:\d\d/u).waitFor();
    expect(asked.filter((one) => one.startsWith('GET /oauth2/authorize'))).toHaveLength(1);
    await page.context().close();
  },
);
