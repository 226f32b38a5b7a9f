import { createHash } from 'node:crypto';
import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { keptLists, type KeptList } from '#shared/domain/keeping/kept-lists.ts';
import { ask, minute } from '../../actors/asking.ts';
import { seesLists } from '../../actors/at-the-centre.ts';
import type { Row } from '../../database/values.ts';
import type { SentMail, World } from '../../world.ts';
import { isOut, type Directories } from '../check-bearable.ts';
import type { Find, Told } from '../finding.ts';

/*
 * What the pages of the centre show and do, told a second time from the directory and from the cases as they stand. No
 * rule of the product is asked.
 */

interface Member {
  id: string;
  mail: string;
  active: boolean;
  barred?: true;
  role?: string;
  testedAt?: string;
}

const membersIn = (rows: readonly Row[]): Member[] =>
  rows.filter(({ sk }) => sk?.S === 'MEMBER').map((row) => fromRow({ ...row }) as unknown as Member);

/** Fifteen minutes: no read of the directory is older. */
const oldestRead = 15 * minute;
/** Source: docs/practice.md, Mails. */
const betweenTests = 5 * minute;

/** A test goes where its reader's letters go, to nobody who did not ask, and nobody asks for a second one in five minutes. */
export function checkTestMails(
  mails: readonly Pick<SentMail, 'at' | 'to' | 'tags'>[],
  asked: readonly { sub: string; at: number }[],
  directories: Directories,
  find: Find,
): void {
  const ids = new Set(directories.flatMap(({ rows }) => membersIn(rows).map(({ id }) => id)));
  for (const id of ids) {
    const tag = `test-${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
    const own = directories.map(({ at, rows }) => ({ at, of: membersIn(rows).find((one) => one.id === id) }));
    for (const mail of mails.filter(({ tags }) => Object.values(tags).includes(tag))) {
      if (!asked.some(({ sub, at }) => sub === id && at <= mail.at)) find('P14', `${id} got a test and asked for none`);
      const isOwn = own.some(
        ({ at, of }, place) =>
          of?.mail === mail.to && at <= mail.at && (own[place + 1]?.at ?? Infinity) > mail.at - oldestRead,
      );
      if (!isOwn) find('P13', `a test that ${id} asked for went to ${mail.to}`);
    }
    const times = [...new Set(own.flatMap(({ of }) => of?.testedAt ?? []))].map((at) => Date.parse(at));
    if (times.some((at, place) => at - (times[place - 1] ?? -Infinity) < betweenTests))
      find('P14', `${id} asked for two tests within five minutes, and both were taken`);
  }
}

const worksOnCases = ['counsellor', 'officer', 'supervisor'];

/** A take-over changes nobody's place on the ladder, and is said by nobody who may not work on cases. */
export function checkTakeOvers(directories: Directories, find: Find): void {
  const of = (rows: readonly Row[], name: string): string => JSON.stringify(rows.filter(({ pk }) => pk?.S === name));
  const ladder = (rows: readonly Row[]): string =>
    JSON.stringify(rows.filter(({ pk, sk }) => sk?.S === 'MEMBER' || pk?.S === 'ROSTER'));
  directories.forEach(({ rows }, place) => {
    const before = directories[place - 1]?.rows;
    if (before === undefined || of(rows, 'TAKEOVERS') === of(before, 'TAKEOVERS')) return;
    if (ladder(rows) !== ladder(before)) find('P14', 'a take-over changed the ladder');
    const row = rows.find(({ pk }) => pk?.S === 'TAKEOVERS');
    const [{ by } = { by: '' }] = fromRow({ ...row })['takeOvers'] as { by: string }[];
    const person = membersIn(before).find(({ id }) => id === by);
    if (person?.active !== true || person.barred === true || !worksOnCases.includes(person.role ?? ''))
      find('P13', `${by} took over a shift, and may not`);
  });
}

export interface KeptLine {
  caseNumber: string;
  status: string;
  severity: string;
}

/** Each list has the cases that belong in it, as they stand, and no other. */
export function judgeKept(
  cases: readonly Pick<Told, 'of'>[],
  shown: Readonly<Record<KeptList, readonly KeptLine[]>>,
  looker: string,
  find: Find,
): void {
  for (const { of } of cases) {
    const isOver = of.status === 'resolved' || of.status === 'closed';
    const asked = (of.approvals ?? []).filter(({ kind }) => kind === 'erasure');
    const belongs: Record<KeptList, boolean | 'maybe'> = {
      due: isOver && of.hold === undefined,
      held: of.hold !== undefined,
      exports: (of.approvals ?? []).some(({ kind }) => kind === 'export'),
      // Time and a reporter's words end what was asked, which is told elsewhere.
      requests:
        (!isOver && of.withdrawal !== undefined) || (asked.some(({ decision }) => decision === undefined) && 'maybe'),
    };
    for (const kind of keptLists) {
      const line = shown[kind].find(({ caseNumber }) => caseNumber === of.caseNumber);
      const wanted = isOut(of, looker) ? false : belongs[kind];
      if (wanted === true && line === undefined) find('P10', `${of.caseNumber} is not in the list ${kind}`);
      if (wanted === false && line !== undefined) find('P10', `${of.caseNumber} is in the list ${kind}`);
      if (line !== undefined && (line.status !== of.status || line.severity !== of.severity))
        find('P10', `${of.caseNumber} stands otherwise in the list ${kind}`);
    }
  }
}

/** Whoever a case keeps out looks for it in every list, and finds none of it. */
export async function checkKeptOut(world: World, cases: readonly Told[], find: Find): Promise<void> {
  const people = new Set(cases.flatMap(({ of }) => of.exclusions?.people ?? []));
  for (const sub of people) {
    const numbers = cases.filter(({ of }) => isOut(of, sub)).map(({ of }) => of.caseNumber);
    await seesLists(world, sub, () => numbers);
  }
  for (const what of new Set(world.given.lines)) find('P13', what);
}

/** At the end of a history somebody reads every list of what is kept, page by page. */
export async function checkKept(world: World, cases: readonly Told[], find: Find): Promise<void> {
  const looker = 'staff-elira';
  const shown: Record<KeptList, KeptLine[]> = { due: [], held: [], requests: [], exports: [] };
  for (const kind of keptLists) {
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const query: Record<string, string> = cursor === '' ? { kind } : { kind, cursor };
      const seen = await ask(world, 'case-desk', { resource: '/v1/keeping', query, claims: { sub: looker } });
      if (seen === 'unknown' || seen.status !== 200) return find('P10', `the list ${kind} is not shown`);
      const page = seen.body as { cases: KeptLine[]; cursor?: string };
      shown[kind].push(...page.cases);
      ({ cursor } = page);
    }
  }
  judgeKept(cases, shown, looker, find);
}
