import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { reportOf } from '#test/support/http-reports.ts';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, openAs } = consoleInBrowser();
let held: string;
let ended: string;
let exported: string;

const yes = { verdict: 'approve' };

async function filed(): Promise<string> {
  const { body } = await besa().report(reportOf.normal);
  await besa().inside.quiet();
  return body.caseNumber;
}

/** What is on the lists: a case that is held, one that has ended, and one with two exports, one of them taken. */
beforeAll(async () => {
  [held, ended, exported] = [await filed(), await filed(), await filed()];
  const [officer, supervisor] = [await besa().signIn('staff-blerim'), await besa().signIn('staff-elira')];
  const did = async (answer: Promise<{ status: number }>): Promise<void> => {
    expect((await answer).status).toBeLessThan(300);
  };
  await did(officer.command(held, 'hold', { because: 'police_request' }));
  await did(officer.command(ended, 'read', { reason: 'on_duty' }));
  const handling = {
    severity: 'normal',
    safetyDecision: 'safe_for_now',
    nextStep: 'advise_reporter',
    message: 'Read.',
  };
  await did(officer.decide(ended, 'handling', handling));
  await did(officer.decide(ended, 'resolution', { outcome: 'advice_given', message: 'That is all.' }));
  await did(officer.command(ended, 'erasure', { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' }));
  await did(officer.command(exported, 'export', { reason: 'audit' }));
  await did(supervisor.command(exported, 'approvals/export-1', yes));
  await did(officer.command(exported, 'export/export-1/copy', {}));
  await did(officer.command(exported, 'export', { reason: 'police_request' }));
  await besa().inside.quiet();
});

const list = (page: Page, name: string) => page.getByRole('region', { name });

it.each(['staff-elira', 'staff-flamur'])(
  'the lists say what is kept, held, asked and given out, to %s',
  async (who) => {
    const { page, elsewhere, refused } = await openAs(who, '/centre');
    await page.getByRole('link', { name: 'Ruajtja dhe fshirja' }).click();
    // All four lists have loaded their rows.
    await page.locator('.kept').nth(3).waitFor();
    expect(await list(page, 'Fshirja e ndaluar').innerText()).toMatch(
      new RegExp(`Raste: 1\\n[^]*${held}[^]*kërkesë e policisë[^]*Blerim`),
    );
    expect(await list(page, 'Fshihen së shpejti').innerText()).toMatch(new RegExp(`${ended}[^]*Fshihet [^]*365 ditë`));
    expect(await list(page, 'Kërkesa që presin').innerText()).toMatch(new RegExp(`${ended}[^]*Blerim`));
    const exports = await list(page, 'Nxjerrjet e tekstit').innerText();
    expect(exports).toMatch(/u mor: auditim\.[^]*Vendosi Elira [^]*Kopjen e mori Blerim /u);
    expect(exports).toContain('Kush merr kopjen, e ruan dhe e shkatërron vetë.');
    expect(await findingsOn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findingsOn(page, true)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    const width = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await inPage<number>(page, width)).toBeLessThanOrEqual(0);
    expect([...elsewhere, ...refused]).toEqual([]);
    await page.context().close();
  },
);

it('a row leads to where the case is held and released', async () => {
  const { page } = await openAs('staff-elira', '/keeping');
  await list(page, 'Fshirja e ndaluar').getByRole('link', { name: held }).click();
  await page.locator('#kept').waitFor();
  expect(new URL(page.url()).searchParams.get('tab')).toBe('keeping');
  await page.context().close();
});

it('what waits for a second person is decided here by the keyboard, and the lists are read anew', async () => {
  const { page } = await openAs('staff-elira', '/keeping');
  const requests = list(page, 'Kërkesa që presin');
  await requests.getByLabel('Miratojeni').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await requests.locator('.empty').waitFor();
  await list(page, 'Fshihen së shpejti').getByText('Fshihet brenda një ore.').waitFor();
  const officer = await besa().signIn('staff-blerim');
  expect((await officer.show(ended)).body).toMatchObject({
    approvals: [{ id: 'erasure-1', decision: 'approved', decidedBy: 'staff-elira' }],
  });
  await page.context().close();
});

it('empty lists say what would stand there, and whoever may not see them has no such page', async () => {
  await besa().advance('PT2H');
  const { page } = await openAs('staff-elira', '/keeping');
  const due = list(page, 'Fshihen së shpejti');
  expect(await due.locator('.empty').innerText()).toMatch(/Asnjë rast nuk pret fshirjen/u);
  await page.context().close();
  const counsellor = await openAs('staff-arta', '/keeping');
  expect(await counsellor.page.locator('main h1').innerText()).not.toBe('Ruajtja dhe fshirja');
  await counsellor.page.context().close();
});
