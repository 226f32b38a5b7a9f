import type { BrowserContextOptions } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BesaUnderTest } from '#test/support/running-besa.ts';
import { aPerson } from '#test/support/builders.ts';
import { codeIn } from '#test/support/directory-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { openSmallCentre, selfHarm, type SmallCentre } from '#test/support/small-centre.ts';
import {
  addColleague,
  addShift,
  bringBack,
  changeWeek,
  decide,
  personPath,
  suspend,
  type NewColleague,
} from './at-the-centre.ts';
import {
  approveOn,
  ask,
  askForFile,
  askToErase,
  begin,
  casePath,
  claim,
  dropProposals,
  finish,
  giveCode,
  lower,
  peopleAtWork,
  readReport,
  recordCall,
  send,
  takeFile,
} from './at-work.ts';

/*
 * The month of test/flow/a-month-of-three.test.ts as people live it: whatever is legitimate is done by somebody on a page.
 * What one person tries alone, and is refused, stands there.
 */

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true } as const;
const support = 'support by 116 111';

describe('a month of an officer, a supervisor, an administrator, and a partner outside, in the browser', () => {
  const people = [
    aPerson('oda', { role: 'officer', duties: ['duty_officer', 'backup'], cleared: true }),
    aPerson('sali', { role: 'supervisor', duties: ['supervisor'], cleared: true }),
    aPerson('ana', { role: 'administrator' }),
    aPerson('petra', { duties: ['outside_partner'], phone: '+355 69 111 2222' }),
  ];
  const mailOf = (id: string): string => `${id}@centre.example`;
  const colleague = (id: string, role: string, duties: string[]): NewColleague => ({
    id,
    name: `Name of ${id}`,
    mail: mailOf(id),
    role,
    duties,
  });

  const { at, besa: running, shown, wrong } = peopleAtWork();
  let besa: BesaUnderTest;
  let centre: SmallCentre;
  beforeAll(async () => {
    besa = running();
    centre = await openSmallCentre(people, besa);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.log((await shown()).join('\n\n'));
  });

  /** The partner rings back, ten minutes after their mail, and says the code that stands in it. */
  const partnerSays = async (about = ''): Promise<string> => {
    await besa.advance('PT10M');
    return codeIn(await besa.inbox(), mailOf('petra'), about);
  };
  /** Reads, takes, handles and resolves a case. */
  const ends = async (who: string, number: string, outcome?: string, device?: BrowserContextOptions): Promise<void> => {
    const page = await at(who, casePath(number), device);
    await readReport(page);
    await claim(page);
    await finish(page, outcome);
  };
  const isGone = async (who: string, number: string): Promise<void> => {
    const page = await at(who, casePath(number));
    await page.getByText('Nothing was found').waitFor();
  };
  /** What stands under Now about a case. */
  const concernsOf = async (who: string, number: string) => (await at(who)).locator('.row', { hasText: number });

  let advised: string;
  /** The number of a case that was ended while proposals were undecided. */
  let undecided: string;

  it('the same hour: a report is worked on to its end, lowered and exported, each with the other’s word', async () => {
    advised = (await centre.arrives(reportOf.normal)).caseNumber;
    const { caseNumber } = await centre.arrives(selfHarm);
    const oda = await at('oda', casePath(caseNumber));
    await readReport(oda);
    expect(await lower(oda, 'lesser danger')).toContain('supervisor');
    await approveOn(await at('sali', '/approvals'), caseNumber);
    const page = await at('oda', casePath(caseNumber));
    await readReport(page);
    await claim(page);
    await finish(page, support, { leavesProposals: true });
    undecided = caseNumber;

    await ends('oda', advised);
    expect(await askForFile(oda, 'request of the reporter')).toContain('supervisor');
    await approveOn(await at('sali', '/approvals'), advised);
    await at('oda', casePath(advised));
    expect(await takeFile(oda)).toContain(advised);
  });

  it('an hour later at most: a case is erased before its time', async () => {
    expect(await askToErase(await at('oda', casePath(advised)))).toContain('supervisor');
    await besa.advance('PT61M');
    await approveOn(await at('sali', '/approvals'), advised);
    await besa.advance('PT61M');
    await isGone('oda', advised);
  });

  it('a day later: a new colleague works, and one to whom somebody objects does not', async () => {
    const desk = await addColleague(await at('ana', '/people'), colleague('dora', 'counsellor', ['helpline desk']));
    expect(desk).toContain('it holds by itself');
    await addColleague(await at('ana', '/people'), colleague('friend', 'officer', []));
    await besa.advance('PT2M');
    // One mail tells of both, with the link of each.
    const [told] = await centre.mailsTo(mailOf('sali'), personPath('friend'));
    const link = /https?:\/\/\S+\/staff(\/people\/friend)/u.exec(told?.text ?? '')?.[1];
    await decide(await at('sali', link), 'Refuse');
    await besa.advance('PT25H');
    const dora = await at('dora');
    await dora.locator('header.top nav a', { hasText: 'Cases' }).waitFor();
    const ana = await at('ana', personPath('friend'));
    expect(await ana.locator('dl.facts').innerText()).not.toContain('officer');
  });

  it('at once, after a talk: the reporter gets another code from who has opened the case', async () => {
    const { caseNumber, receipt } = await centre.arrives(reportOf.normal);
    const dora = await at('dora', casePath(caseNumber));
    await readReport(dora);
    const another = await giveCode(dora, 'they told what was reported');
    expect([(await besa.followUp(another)).status, (await besa.followUp(receipt)).status]).toEqual([200, 404]);
    await besa.inside.quiet();
    const row = await concernsOf('sali', caseNumber);
    await row.getByText('A dead code was used').waitFor();
    await row.getByRole('link').click();
    const sali = await at('sali', casePath(caseNumber));
    await readReport(sali);
    const spoken = await begin(sali, 'I spoke to the reporter');
    await spoken.getByLabel('the safe contact was called').check();
    await send(spoken);
    await at('sali');
    await (await concernsOf('sali', caseNumber)).getByText('A dead code was used').waitFor({ state: 'detached' });
    await at('dora', casePath(caseNumber));
    await claim(dora);
    await finish(dora);
  });

  it('a phone lost at 02:00: out at once, the ladder as long as before, its codes void, back after a day', async () => {
    const oda = await at('oda', '/file');
    await oda.locator('#filing-category').selectOption('cyberbullying');
    await oda.locator('#filing-narrative').fill('A mother calls: somebody laughs at her son every day.');
    await oda.getByRole('button', { name: /^Save/u }).click();
    const receipt = (await oda.locator('.caller-code').innerText()).trim();
    const filed = (await oda.locator('main strong').first().innerText()).trim();
    await besa.inside.quiet();
    await ends('oda', filed);

    await centre.until(2);
    const ana = await at('ana', personPath('oda'), phone);
    const states = await suspend(ana, { distrusted: true });
    expect(states).toContain('sign-in ended, place kept');
    expect(states).toContain('not trusted');
    const lost = await at('oda');
    await lost.getByRole('heading', { name: 'You have no access here' }).waitFor();

    const { caseNumber } = await centre.arrives(selfHarm);
    await besa.advance('PT21M');
    const rung = [
      ...(await centre.mailsTo(mailOf('oda'), caseNumber)),
      ...(await centre.mailsTo(mailOf('dora'), caseNumber)),
    ];
    expect(new Set(rung.map(({ to }) => to)).size).toBe(2);
    const dora = await at('dora', casePath(caseNumber), phone);
    await dora.locator('.raise .big').click();
    await ends('dora', caseNumber, support, phone);

    expect((await besa.followUp(receipt)).status).toBe(404);
    await besa.inside.quiet();
    await (await concernsOf('sali', filed)).getByText('The reporter has no code').waitFor();
    const sali = await at('sali', casePath(filed));
    await readReport(sali);
    const given = await giveCode(sali, 'the safe contact was called');
    expect((await besa.followUp(given)).status).toBe(200);

    expect(await bringBack(await at('ana', personPath('oda')))).toContain('it holds by itself');
    await besa.advance('PT24H');
    await (await at('oda')).locator('header.top nav a', { hasText: 'Cases' }).waitFor();
  });

  it('a case about the supervisor: kept out at once; the partner’s call excludes, lowers, exports and erases', async () => {
    await centre.until(10);
    const { caseNumber } = await centre.arrives(selfHarm);
    const oda = await at('oda', casePath(caseNumber));
    await readReport(oda);
    const out = await begin(oda, 'Exclude somebody');
    await out.getByLabel('Name of sali').check();
    const byPartner = 'The outside partner does, by phone.';
    expect(await ask(out)).toContain(byPartner);
    await isGone('sali', caseNumber);
    const called = async (): Promise<void> => {
      const code = await partnerSays(caseNumber);
      await recordCall(await at('oda', casePath(caseNumber)), code);
    };
    await called();

    expect(await lower(oda, 'safe already')).toContain(byPartner);
    await called();
    expect(await oda.locator('.case-head').innerText()).toMatch(/high/iu);
    expect(await askForFile(oda, 'request of the police')).toContain(byPartner);
    await called();
    expect(await takeFile(oda)).toContain(caseNumber);
    await ends('oda', caseNumber, support);
    expect(await askToErase(oda)).toContain(byPartner);
    await besa.advance('PT25H');
    await called();
    await besa.advance('PT61M');
    await isGone('oda', caseNumber);
    expect(await centre.mailsTo(mailOf('sali'), caseNumber)).toEqual([]);
  });

  it('the administrator is on holiday for a week: the supervisor keeps the week', async () => {
    const sali = await at('sali', '/roster');
    await changeWeek(sali, async () => {
      await addShift(sali, 'duty officer', 'Name of oda');
      await sali.getByLabel('Date').fill('2026-12-25');
      await sali.getByRole('button', { name: 'Add the date' }).click();
    });
    const officers = sali.getByRole('row', { name: /^duty officer/u });
    expect(await officers.innerText()).toMatch(/all day\s+Name of oda/u);
    await besa.advance('P7D');
    await ends('oda', (await centre.arrives(reportOf.normal)).caseNumber);
    await at('sali', '/roster');
    await changeWeek(sali, async () => {
      await sali.locator('details.shift summary').click();
      await sali.getByRole('button', { name: 'Remove the shift' }).click();
      await sali.getByRole('button', { name: /^Remove .*25 December/u }).click();
    });
    expect(await officers.innerText()).toContain('Always everybody who has this duty: Name of oda');
  });

  it('the same hour: the supervisor leaves for good and another comes, each by the partner’s call', async () => {
    await centre.until(10);
    const ana = await at('ana', personPath('sali'));
    expect(await suspend(ana)).toContain('sign-in ended, place kept');
    const forSali = await partnerSays();
    await decide(await at('ana', personPath('sali')), 'Approve', forSali);
    expect(await ana.locator('.person-states').innerText()).toContain('suspended');

    await at('ana', '/people');
    const ema = await addColleague(ana, colleague('ema', 'supervisor', ['supervisor']));
    expect(ema).not.toContain('it holds by itself');
    await besa.advance('PT25H');
    const forEma = await partnerSays();
    await decide(await at('ana', personPath('ema')), 'Approve', forEma);
    await (await at('ema')).locator('header.top nav a', { hasText: 'Cases' }).waitFor();
  });

  it('a week later: the officer hands over and leaves, once the new supervisor confirms; another works after a day', async () => {
    await besa.advance('P8D');
    const { caseNumber } = await centre.arrives(reportOf.normal);
    const oda = await at('oda', casePath(caseNumber));
    await readReport(oda);
    await claim(oda);
    const dora = await at('dora', '/shift');
    await dora.getByLabel('From whom').selectOption({ label: 'Name of oda' });
    await dora.getByRole('button', { name: 'I take over' }).click();
    await dora.locator('.take-over .told').waitFor();

    const ana = await at('ana', personPath('oda'));
    await suspend(ana);
    await decide(await at('ema', personPath('oda')), 'Approve');
    await at('ana', personPath('oda'));
    expect(await ana.locator('.person-states').innerText()).toContain('suspended');
    await ends('dora', caseNumber);
    await at('ana', '/people');
    await addColleague(ana, colleague('lir', 'officer', ['duty officer', 'backup']));
    await besa.advance('PT25H');
    await (await at('lir')).locator('header.top nav a', { hasText: 'Cases' }).waitFor();
  });

  it('on the first day of the officer: what the machine proposed, and nobody has decided on, is decided', async () => {
    const lir = await at('lir');
    // One case was ended without a word on its proposals. It waits for nobody, so it is folded; the others said it.
    await lir.locator('.empty').waitFor();
    await lir.locator('.left-over summary').click();
    const numbers = await lir.locator('.row .number').allInnerTexts();
    expect(numbers).toEqual([undecided]);
    for (const number of numbers) {
      await at('lir', casePath(number));
      await dropProposals(lir);
    }
    await at('lir');
    await lir.locator('.empty').waitFor();
    expect(await lir.locator('main .row').count()).toBe(0);
  });

  it('at the end of the month nothing is stuck: no case, no request, no change, no alert', async () => {
    const ema = await at('ema');
    await ema.locator('.empty').waitFor();
    await at('ema', '/approvals');
    await ema.getByText('Nothing waits for you.').waitFor();
    await at('ema', '/cases');
    await ema.locator('.empty').waitFor();
    const ana = await at('ana', '/people');
    const lacks = await ana.locator('.lacks').innerText();
    expect(lacks).not.toContain('Waits for a decision');
    expect(wrong()).toEqual([]);
    expect(besa.inside.refusals()).toEqual([]);
  });
});
