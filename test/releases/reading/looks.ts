import { isDeepStrictEqual } from 'node:util';
import { posts } from '#test/sim/asking.ts';
import type { KeptCase } from '../kept-release.ts';
import { historyOf, text, within, type KeptCentre } from './kept-centre.ts';

/** Nothing is opened: cases, queue, directory, access log and figures are shown as they were. */
export async function isLookedAt({ release: { story }, asks, find }: KeptCentre): Promise<void> {
  for (const of of story.cases) {
    const path = { number: of.caseNumber };
    const answer = await asks('case-desk', { resource: '/v1/cases/{number}', path, claims: { sub: of.reader } });
    if (answer.status !== 200) find(`${of.name} is answered with ${answer.status}`);
    for (const [member, value] of Object.entries(of.shown ?? {}))
      if (!isDeepStrictEqual(answer.body[member], value))
        find(`${member} of ${of.name} was ${JSON.stringify(value)}, and is ${JSON.stringify(answer.body[member])}`);
    const history = ((answer.body['history'] ?? []) as { type: string }[]).map(({ type }) => type);
    if (!isDeepStrictEqual(history, of.history)) find(`the history of ${of.name} is not shown as it was`);
  }
  for (const { function: title, resource, by, query, said } of story.shown) {
    const request = { resource, ...(query === undefined ? {} : { query }) };
    const answer = await asks(title, { ...request, ...(by === undefined ? {} : { claims: { sub: by } }) });
    if (answer.status !== 200) find(`${resource} is answered with ${answer.status}`);
    for (const words of said) if (!text(answer).includes(within(words))) find(`${resource} does not say ${words}`);
  }
}

/** Every seal opens: reports, threads and notes for staff, threads for whoever has the receipt, what was given away. */
export async function isOpened({ release: { story }, asks, find }: KeptCentre): Promise<void> {
  const opens = async (what: string, title: string, request: Parameters<typeof asks>[1], words: readonly string[]) => {
    const answer = await asks(title, request);
    if (answer.status !== 200) return find(`${what} is answered with ${answer.status}`);
    for (const word of words) if (!text(answer).includes(within(word))) find(`${what} does not say "${word}"`);
  };
  for (const of of story.cases) {
    const { name, caseNumber: number, reader: sub } = of;
    const read = posts('/v1/cases/{number}/read', { reason: 'on_duty' }, again(`reads-${number}`), { number });
    await opens(name, 'case-desk', { ...read, claims: { sub } }, [...of.words, ...of.thread, ...of.notes]);
    for (const { id, words } of of.referrals) {
      const given = posts('/v1/cases/{number}/referrals/{referral}/read', {}, {}, { number, referral: id });
      await opens(`${id} of ${name}`, 'case-desk', { ...given, claims: { sub } }, words);
    }
    if (of.receipt !== undefined) {
      const look = posts('/v1/follow-up', { receipt: of.receipt }, { 'Accept-Language': 'en' });
      await opens(`the thread of ${name}`, 'follow-up', look, of.thread);
    }
    for (const receipt of of.voidReceipts) {
      const { status } = await asks('follow-up', posts('/v1/follow-up', { receipt }));
      if (status !== 404) find(`a receipt of ${name} that was void is answered with ${status}`);
    }
  }
}

/** Whoever sends again what they had sent before the release is answered as before, and nothing is done twice. */
export async function isAskedAgain(centre: KeptCentre): Promise<void> {
  const { asks, find, release, rows } = centre;
  const { cases, erased, commands } = release.story;
  const count = (): number => rows('CaseEvents').length + rows('Facts').length + audits(centre);
  const before = count();
  const reports = async ({ reported: { function: title, resource, body, key, by } }: KeptCase) => {
    const claims = by === undefined ? {} : { claims: { sub: by } };
    return asks(title, { ...posts(resource, body, { 'Idempotency-Key': key }), ...claims });
  };
  for (const of of erased) {
    const { status } = await reports(of);
    if (status !== 410) find(`${of.name} was erased, and is answered with ${status}`);
  }
  for (const of of cases) {
    const { caseNumber, name } = of;
    const answer = await reports(of);
    if (answer.status >= 300) find(`${name}, reported again, is answered with ${answer.status}`);
    else if (answer.body['caseNumber'] !== caseNumber) find(`${name}, reported again, is another case`);
  }
  for (const { function: title, by, resource, path, body, headers } of commands) {
    const answer = await asks(title, { ...posts(resource, body, headers, path), claims: { sub: by } });
    if (answer.status >= 300) find(`${resource} by ${by}, sent again, is answered with ${answer.status}`);
  }
  if (count() !== before) find('something was done twice');
  for (const { caseNumber, name } of erased)
    if (historyOf(centre, caseNumber).length > 0) find(`${name} was erased, and is there again`);
}

const again = (name: string): Record<string, string> => ({ 'Idempotency-Key': `${name}-of-a-later-release` });
const audits = ({ rows }: KeptCentre): number =>
  rows('Directory').filter(({ pk }) => pk?.S?.startsWith('AUDIT#')).length;
