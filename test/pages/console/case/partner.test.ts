import { expect, it } from 'vitest';
import { aPerson } from '#test/support/builders.ts';
import { centreOf } from '#test/support/centre-of.ts';
import { codeIn } from '#test/support/directory-over-http.ts';
import { keepingOut, selfHarm } from '#test/support/small-centre.ts';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, arrives, openAs } = consoleInBrowser();

it('the outside partner decides by phone: the code of their mail is typed by whoever records the call', async () => {
  const petra = aPerson('petra', { duties: ['outside_partner'], phone: '+355 69 111 2222' });
  await centreOf(besa().inside, [
    aPerson('oda', { language: 'sq', role: 'officer', duties: ['duty_officer', 'backup'], cleared: true }),
    aPerson('sali', { role: 'supervisor', duties: ['supervisor'], cleared: true }),
    petra,
  ]);
  const { caseNumber } = await arrives(selfHarm);
  const oda = await besa().signIn('oda');
  await oda.command(caseNumber, 'read', { reason: 'on_duty' });
  expect((await oda.decide(caseNumber, 'exclusions', keepingOut('sali'))).status).toBe(202);
  await besa().advance('PT10M');
  const code = codeIn(await besa().inbox(), petra.mail, caseNumber);

  const { page, asked } = await openAs('oda', `/cases/${caseNumber}`);
  await page.locator('.more summary').click();
  await page.locator('.more').getByRole('button', { name: 'Vendosni', exact: true }).click();
  const panel = page.locator('.panel');
  const approve = panel.getByLabel('Miratojeni');
  await approve.waitFor();
  expect(await panel.innerText()).toContain('Vendos partneri i jashtëm');
  // The page has the code from nobody: it is in the partner's mail alone.
  expect(await inPage<string>(page, 'document.documentElement.outerHTML')).not.toContain(code);
  await approve.check();
  await panel.locator('button[type=submit]').click();
  await panel.locator('.refusal').waitFor();
  const field = panel.getByLabel('Kodi i letrës');
  await field.fill('0000-0000');
  await panel.locator('button[type=submit]').click();
  await panel.locator('.refusal').waitFor();
  expect(await approve.isChecked()).toBe(true);
  expect(await findingsOn(page)).toEqual([]);
  // As it is said on the phone and typed in a hurry.
  await field.fill(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `);
  await panel.locator('button[type=submit]').click();
  await panel.waitFor({ state: 'detached' });
  const { body } = await oda.show(caseNumber);
  expect(body).toMatchObject({ approvals: [{ id: 'exclusion-1', decision: 'approved' }] });
  // Nothing keeps the code: no address, no storage, and no field once it is done.
  expect(asked.filter((one) => one.includes(code))).toEqual([]);
  const kept = 'JSON.stringify([{ ...localStorage, ...sessionStorage }, document.documentElement.outerHTML])';
  expect((await inPage<string>(page, kept)).toUpperCase()).not.toContain(code);
  await page.context().close();
});
