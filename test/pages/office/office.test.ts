import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { typesIn } from '#test/support/running-besa.ts';
import { besaInBrowser, inPage } from '../windows.ts';
import {
  codesByMail,
  contactMail,
  digitsIn,
  mailsWithDigits,
  referralId,
  referred,
  words,
  type Referred,
} from './referred.ts';

const { besa, open } = besaInBrowser();
const who = { name: 'Kola Prifti', post: 'kryeinspektor' };

beforeAll(() => codesByMail(besa()));

const typesOf = async ({ caseNumber }: Referred): Promise<string[]> => {
  await besa().inside.quiet();
  const officer = await besa().signIn('staff-blerim');
  return typesIn((await officer.show(caseNumber)).body);
};

/** Types the access code, as it stands in the mail. */
async function typeAccess(page: Page, { access }: Referred): Promise<void> {
  await page.goto(`${besa().url}/sq/office`);
  await page.locator('#f-access').fill(access.toLowerCase());
  await page.locator('button[value=ask].first').click();
  await page.locator('#f-code').waitFor();
}

/** From the mail to the copy. */
async function openCopy(page: Page, at: Referred): Promise<void> {
  await typeAccess(page, at);
  await page.locator('#f-code').fill(await digitsIn(besa(), at.caseNumber));
  await page.locator('button[value=open].first').click();
  await page.locator('.given').waitFor();
}

const notice = (page: Page): Promise<string> => page.locator('[role=status]').innerText();

it('from the mail to the end without a script: two codes, the ticked fields, acknowledged, accepted, completed', async () => {
  const at = await referred(besa(), ['narrative', 'addresses']);
  const { page, asked, elsewhere } = await open({ viewport: { width: 320, height: 640 } });
  await openCopy(page, at);
  const headings = await page.locator('.given h2').allInnerTexts();
  expect(headings).toEqual(['Çfarë u raportua', 'Adresat në internet, siç u shkruan']);
  expect(await page.locator('.given').innerText()).toContain('hxxps://chat.example/group');
  expect(await page.locator('.given').innerText()).not.toContain('https://');
  await page.locator('.given summary').last().click();
  expect(await page.locator('.given .whole').last().innerText()).toBe('https://bad.example/1');
  expect(await page.locator('a[href*="example"]').count()).toBe(0);

  expect(await page.locator('.times').first().innerText()).not.toContain('afati kaloi');
  await page.locator('#f-name').fill(who.name);
  await page.locator('#f-post').fill(who.post);
  await page.locator('button[value=answer].first').click();
  expect(await notice(page)).toBe('E shënuam: E morëm.');
  expect(asked).toEqual(['GET /sq/office', 'POST /sq/office', 'POST /sq/office', 'POST /sq/office']);
  await page.reload();
  expect(await notice(page)).toBe('E shënuam: E morëm.');

  const officer = await besa().signIn('staff-blerim');
  const running = (await officer.show(at.caseNumber)).body;
  expect(running.referrals?.find(({ id }) => id === referralId)).toMatchObject({ acknowledgedHow: 'desk' });
  expect(running.timers.map(({ id }) => id)).not.toContain(`1.referral_acknowledge.referral-${referralId}`);

  await page.locator('label:has([value=accepted])').click();
  await page.locator('button[value=answer].first').click();
  expect(await notice(page)).toBe('E shënuam: E pranojmë.');
  await page.locator('label:has([value=completed])').click();
  await page.locator('#f-outcome').selectOption('investigation_opened');
  await page.locator('button[value=answer].first').click();
  expect(await notice(page)).toBe('E shënuam: E përfunduam.');
  expect(await page.locator('input[name=answer]').count()).toBe(0);
  const types = await typesOf(at);
  for (const answer of ['acknowledged', 'accepted', 'completed']) {
    expect(types.filter((type) => type === `referral.${answer}`)).toHaveLength(1);
  }
  expect(elsewhere).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  expect(besa().inside.refusals()).toEqual([]);
  await page.context().close();
});

it('a second window answers the same, and reads how it stands', async () => {
  const at = await referred(besa());
  const { page } = await open();
  await openCopy(page, at);
  const session = await page.locator('#answer [name=session]').inputValue();
  const second = await page.context().newPage();
  await openSame(second, session);
  for (const one of [page, second]) {
    await one.locator('#f-name').fill(who.name);
    await one.locator('#f-post').fill(who.post);
    await one.locator('button[value=answer].first').click();
    await one.locator('[role=status], [role=alert]').waitFor();
  }
  expect(await notice(page)).toBe('E shënuam: E morëm.');
  expect(await second.locator('[role=alert]').innerText()).toContain('marrja u konfirmua');
  expect(await second.locator('#f-name').inputValue()).toBe(who.name);
  await second.locator('[value=accepted]').check();
  await second.locator('button[value=answer].first').click();
  expect(await notice(second)).toBe('E shënuam: E pranojmë.');
  await page.context().close();
});

/** The same session in another window, as a browser does that duplicates one. */
async function openSame(page: Page, session: string): Promise<void> {
  await page.goto(`${besa().url}/sq/office`);
  await page.setContent(
    `<form method="post" action="${besa().url}/sq/office" enctype="multipart/form-data"><input name="session" value="${session}"><button name="go" value="look">x</button></form>`,
  );
  await page.locator('button').click();
  await page.locator('.given').waitFor();
}

it('five wrong codes end it, the access code alone opens nothing, and another code opens', async () => {
  const at = await referred(besa());
  const { page } = await open();
  await typeAccess(page, at);
  for (let n = 1; n < 5; n += 1) {
    await page.locator('#f-code').fill('000000');
    await page.locator('button[value=open].first').click();
    expect(await page.locator('.error').innerText()).toContain('nuk hap asgjë');
    expect(await page.locator('#f-code').inputValue()).toBe('');
  }
  await page.locator('#f-code').fill('000000');
  await page.locator('button[value=open].first').click();
  expect(await page.locator('[role=alert]').innerText()).toContain('Kërkoni një kod të ri');
  expect(await page.content()).not.toContain('kanarinës');
  expect(await typesOf(at)).not.toContain('referral.opened');
  const before = await mailsWithDigits(besa());
  await page.locator('button[value=ask].first').click();
  await page.locator('#f-code').waitFor();
  await besa().inside.quiet();
  expect(await mailsWithDigits(besa())).toBe(before + 1);
  await page.locator('#f-code').fill(await digitsIn(besa(), at.caseNumber));
  await page.locator('button[value=open].first').click();
  await page.locator('.given').waitFor();
  await page.context().close();
});

it('is not for them: one press and one question, nothing shown, and the code opens nothing any more', async () => {
  const at = await referred(besa());
  const { page } = await open();
  await page.goto(`${besa().url}/en/office`);
  await page.locator('#f-access').fill(at.access);
  await page.locator('button[value=not-mine]').click();
  await page.locator('button[value=not-mine-now]').click();
  await page.locator('h1', { hasText: 'Thank you' }).waitFor();
  expect(await page.content()).not.toMatch(new RegExp(`${at.caseNumber}|kanarinës`));
  expect(await typesOf(at)).toContain('referral.misdirected');
  const before = await mailsWithDigits(besa());
  await typeAccess(page, at);
  await besa().inside.quiet();
  expect(await mailsWithDigits(besa())).toBe(before);
  await page.context().close();
});

it('whoever closes leaves nothing behind: Back shows no word, and the visit sent again is cleared', async () => {
  const at = await referred(besa());
  const { page } = await open();
  await openCopy(page, at);
  await page.locator('#f-name').fill(who.name);
  await page.locator('button[value=done]').click();
  await page.locator('h1', { hasText: 'A neutral page' }).waitFor();
  await page.goBack().catch(() => undefined);
  expect(await page.content()).not.toMatch(/kanarinës|Kola Prifti/);
  await page.reload().catch(() => undefined);
  expect(await page.content()).not.toMatch(/kanarinës|Kola Prifti/);
  await page.context().close();
});

it('after thirty minutes asks for another code, and brings back what was typed', async () => {
  const at = await referred(besa());
  const { page } = await open();
  await openCopy(page, at);
  await besa().advance('PT31M');
  await page.locator('[value=declined]').check();
  await page.locator('#f-because').selectOption('no_capacity');
  await page.locator('#f-name').fill(who.name);
  await page.locator('#f-post').fill(who.post);
  await page.locator('button[value=answer].first').click();
  await page.locator('h1', { hasText: 'Koha mbaroi' }).waitFor();
  await page.locator('button[value=ask].first').click();
  await page.locator('#f-code').waitFor();
  await besa().inside.quiet();
  await page.locator('#f-code').fill(await digitsIn(besa(), at.caseNumber));
  await page.locator('button[value=open].first').click();
  await page.locator('.given').waitFor();
  expect(await page.locator('#f-name').inputValue()).toBe(who.name);
  expect(await page.locator('#f-because').inputValue()).toBe('no_capacity');
  await page.locator('button[value=answer].first').click();
  expect(await notice(page)).toBe('E shënuam: Nuk mund ta pranojmë.');
  expect(await page.locator('h1').innerText()).toBe('Ky referim është mbyllur');
  await page.context().close();
});

it('whoever comes after the deadline reads that it is over', async () => {
  const at = await referred(besa());
  await besa().advance('PT13H');
  const { page } = await open();
  await openCopy(page, at);
  const times = await page.locator('.times').first().innerText();
  expect(times).toMatch(/Konfirmoni marrjen\s+afati kaloi /);
  await page.context().close();
});

it('is printed as a letter of the centre, as typed, with whom it was shown to on each sheet', async () => {
  const at = await referred(besa(), ['narrative', 'addresses']);
  const { page } = await open();
  await openCopy(page, at);
  await page.emulateMedia({ media: 'print' });
  const text = await inPage<string>(page, 'document.body.innerText');
  for (const said of ['iSIGURT.al', `${at.caseNumber} / ${referralId}`, 'Baza ligjore', 'Konfidenciale.', words]) {
    expect(text).toContain(said);
  }
  expect(text).toMatch(/Treguar: .+, \d+ \p{L}+ 2026, \d\d:\d\d/u);
  expect(text).not.toMatch(/hxxp|Dërgojeni|Rifreskoni|English|116 ?111/);
  expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1')).toMatch(/^%PDF-/);
  await page.context().close();
});

it('a robot that opens, posts and runs everything that the mail names changes nothing', async () => {
  const at = await referred(besa());
  const before = await typesOf(at);
  const mails = (await besa().inbox()).filter(({ to }) => to === contactMail).length;
  expect(at.text).not.toMatch(/https?:|href/);
  const named = at.text.match(/\S+\/office\b/gu) ?? [];
  expect(named).toHaveLength(1);
  // The mail names the address of the pack. Here it is that of this machine.
  for (const path of ['/office', '/sq/office', '/en/office', `/office?${at.access}`, `/sq/office/${at.access}`]) {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']) {
      for (const body of [undefined, `access=${at.access}&go=ask`, JSON.stringify({ access: at.access })]) {
        if (body !== undefined && ['GET', 'HEAD'].includes(method)) continue;
        const answer = await fetch(`${besa().url}${path}`, { method, ...(body === undefined ? {} : { body }) });
        await answer.text();
      }
    }
  }
  const { page } = await open({ javaScriptEnabled: true });
  await page.goto(`${besa().url}/office`);
  // It presses every button of the page with every field empty, and with what stands there.
  for (const button of ['ask', 'not-mine']) {
    await page.goto(`${besa().url}/sq/office`);
    await page.locator(`button[value=${button}]`).first().click();
    await page.locator('[role=alert]').waitFor();
  }
  expect(await typesOf(at)).toEqual(before);
  expect((await besa().inbox()).filter(({ to }) => to === contactMail)).toHaveLength(mails);
  await page.context().close();
});

it('the list of addresses is copied from the page at once, and saved as a file while the page stays', async () => {
  const at = await referred(besa(), ['narrative', 'addresses']);
  const { page, asked } = await open({ viewport: { width: 320, height: 640 }, acceptDownloads: true });
  await openCopy(page, at);
  const list = page.locator('#address-list');
  await list.locator('summary').click();
  expect(await list.locator('.whole').allInnerTexts()).toEqual(['https://bad.example/1']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    list.locator('button[value=addresses]').click(),
  ]);
  expect(download.suggestedFilename()).toBe('addresses.csv');
  expect(readFileSync(await download.path(), 'utf8')).toBe('\uFEFFaddress,kind\r\nhttps://bad.example/1,page\r\n');
  expect(await page.locator('.given').isVisible()).toBe(true);
  expect(asked.join(' ')).not.toContain('bad.example');
  await page.context().close();
});
