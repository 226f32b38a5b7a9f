import { heard, statusOf } from '../actors/asking.ts';
import { firstAnswer, numberOf, sendsToApi, type Simulated } from '../actors/reporters.ts';
import { isStillText, looksOn } from '../actors/pages/on-pages.ts';
import type { World } from '../world.ts';
import type { Find, Finding } from './finding.ts';

/**
 * What only pages can do wrong. The page and the API are two ways to the same report: whoever came by the page gets the
 * same answer from the API under the key of the form.
 */
export async function checkPages(world: World, reporters: readonly Simulated[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const find: Find = (promise, what) => void findings.push({ promise, what });
  for (const reporter of reporters) {
    const first = firstAnswer(reporter);
    if (reporter.page === undefined || first === undefined) continue;
    const by = await sendsToApi(world, reporter);
    const said = (of: typeof first): string =>
      JSON.stringify([of.body['caseNumber'], of.body['receipt'], of.body['promise']]);
    if (statusOf(by) === 410) continue;
    if (by === 'unknown' || by.status !== 201) find('P2', `the API answers ${statusOf(by)} to what a page took`);
    else if (said(by) !== said(first)) find('P2', 'the API answers otherwise than the page did');
    await checkThread(world, reporter, find);
  }
  const codes = reporters.map((one) => firstAnswer(one)?.body['receipt']).filter((one) => one !== undefined);
  if (new Set(codes).size !== codes.length) find('P7', 'two reporters were shown one code');
  for (const what of new Set(world.amiss)) find('P7', what);
  return findings;
}

/** The page of a thread opens for whoever holds its code, with each message on it once. */
async function checkThread(world: World, reporter: Simulated, find: Find): Promise<void> {
  const { page, thread } = reporter;
  const { receipt, said } = thread;
  if (page === undefined || typeof receipt !== 'object') return;
  const seen = await heard(world, 'page', numberOf(reporter), () => looksOn(world, page, receipt.code));
  if (seen === 'unknown' || seen.status !== 200)
    return find('P1', `the page of a thread is answered ${statusOf(seen)}`);
  const texts = ((seen.body['messages'] ?? []) as { text: string }[]).map(({ text }) => text);
  const stills = texts.filter(isStillText).length;
  if (stills > page.stills)
    find('P2', `it was said ${page.stills} times that it still happens, and ${stills} messages came`);
  for (const { text } of said)
    if (texts.filter((one) => one === text).length > 1) find('P2', 'a message of a page is there more than once');
}
