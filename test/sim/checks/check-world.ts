import { days } from '../actors/asking.ts';
import { checkErased, checkFacts, checkReadBeforeErased } from './check-erased.ts';
import { checkLists, checkMarks, checkOneClock, checkOwed } from './check-bearable.ts';
import { listsOf } from './lists-shown.ts';
import { isAnybodyLeft } from './who-is-left.ts';
import { checkKept, checkKeptOut, checkTakeOvers, checkTestMails } from './centre/check-centre.ts';
import { checkDesk } from './institutions/check-desk.ts';
import { checkFound } from './check-found.ts';
import { checkGivenOut } from './leaving/check-given-out.ts';
import { checkRecipients } from './leaving/check-recipients.ts';
import { checkToldInTime } from './check-told-in-time.ts';
import { checkLinked } from './check-linked.ts';
import { checkLetters } from './check-letters.ts';
import { attentionOf, checkAttention, checkRaisesTold } from './check-told.ts';
import { check, read } from './checker.ts';
import { type Find, type Finding, type Told } from './finding.ts';
import { evidenceIn } from './evidence.ts';
import { tableIn } from '../table-names.ts';
import type { Simulated } from '../actors/reporters.ts';
import type { System } from '../system.ts';
import type { Row } from '../database/values.ts';
import type { World } from '../world.ts';

function casesIn(world: World, system: System): Told[] {
  const tables = ['CASES_TABLE', 'CASE_EVENTS_TABLE'].map((variable) => tableIn(system.blueprint, variable));
  return read(evidenceIn(world, system), new Map(tables.map((name) => [name, world.database.rows(name)])));
}

/** What only a simulated history can be asked: it knows all that went wrong, and all that AWS was told. */
export function checkWorld(world: World, system: System, reporters: readonly Simulated[]): Finding[] {
  const findings: Finding[] = [];
  const find: Find = (promise, what) => void findings.push({ promise, what });
  const cases = casesIn(world, system);
  checkFacts(world, system, cases, find);
  checkBounces(world, cases, find);
  checkLinked(cases, world.now(), find);
  checkErased(world, system, cases, find);
  checkReadBeforeErased(world.read, cases, reporters, find);
  for (const queue of world.sources.swallowed) find('P4', `what nobody can read was taken for done in ${queue}`);
  for (const what of world.newer.check(world.now())) find('P4', what);
  for (const what of world.unprovoked) find('P4', what);
  checkLetters(
    world.mails,
    { sendersAt: world.disturbed, areClocksApart: world.faults.counts.clock_skew !== undefined },
    find,
  );
  checkMarks(world.directories, find);
  checkTakeOvers(world.directories, find);
  checkTestMails(world.mails, world.given.tests, world.directories, find);
  checkRecipients(world, cases, find);
  checkTheDesk(world, system, cases, find);
  checkGivenOut(world, cases, world.database.rows(tableIn(system.blueprint, 'ACCESS_LOG_TABLE')), find);
  return findings;
}

/** What was asked at the desk for institutions; who reads which mails, the directory says. */
function checkTheDesk(world: World, system: System, cases: readonly Told[], find: Find): void {
  const { desk, mails, lines, faults } = world;
  const contacts = world.directories
    .flatMap(({ rows }) => rows)
    .filter(({ sk, duties }) => sk?.S === 'MEMBER' && JSON.stringify(duties).includes('institution:'));
  const addresses = new Map(contacts.map((row) => [row['id']?.S ?? '', row['mail']?.S ?? '']));
  const tables = system.tables.map(
    ({ name }) => [`the table ${name}`, JSON.stringify(world.database.rows(name))] as const,
  );
  const places = [
    ...tables,
    ...evidenceIn(world, system)
      .places()
      .filter(([place]) => place !== 'a mail'),
  ];
  checkDesk(
    { desk, mails, lines, cases, addresses, places, areClocksApart: faults.counts.clock_skew !== undefined },
    find,
  );
}

/** What staff are shown of what nobody has seen or decided, held against what is so. */
export async function checkShown(world: World, system: System, reporters: readonly Simulated[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const find: Find = (promise, what) => void findings.push({ promise, what });
  const attention = await attentionOf(world);
  if (attention === undefined) find('P6', 'what nobody has seen is not shown');
  else {
    const cases = casesIn(world, system);
    const people = world.database.rows(system.directory.table);
    const rows = world.database.rows(tableIn(system.blueprint, 'CASES_TABLE'));
    const now = new Date(world.now()).toISOString();
    for (const one of cases) {
      checkOneClock(one, attention.concerns.get(one.of.caseNumber) ?? [], find);
      checkOwed(one, world.now(), () => isAnybodyLeft(people, rows, one.of.caseId, now), find);
      checkToldInTime(
        one,
        {
          now: world.now(),
          directories: world.directories,
          letters: world.mails,
          wasDisturbed: (from, until) => world.wasDisturbed(from, until),
          isAnybodyLeft: (directory, at) =>
            isAnybodyLeft(directory.filter(readsMails), rows, one.of.caseId, new Date(at).toISOString()),
        },
        find,
      );
      checkRaisesTold(one, world.now(), { ...attention, rang: world.nobodyToTell }, find);
      checkAttention(one, attention, find);
    }
    await checkFound(world, cases, reporters, find);
    await checkKept(world, cases, find);
    const lists = await listsOf(world);
    if (lists === undefined) find('P14', 'the lists of cases are not shown');
    else checkLists(cases, people, lists, find);
  }
  return findings;
}

/** What whoever is kept out of a case is shown of it. Asked at the end; whoever asked before was noted. */
export async function checkHidden(world: World, system: System): Promise<Finding[]> {
  const findings: Finding[] = [];
  await checkKeptOut(world, casesIn(world, system), (promise, what) => void findings.push({ promise, what }));
  return findings;
}

/** Whoever gets short messages waits longer between two. */
const readsMails = (row: Row): boolean => row['contact']?.S === undefined || row['contact'].S === 'mail';

/** The same of a restore: what was there at that time is there, what was erased is not, and the clocks are watched again. */
export async function checkRestored(
  world: World,
  system: System,
  { reporters, takenAt }: { reporters: readonly Simulated[]; takenAt: number },
): Promise<Finding[]> {
  const findings = await check(evidenceIn(world, system), reporters, takenAt);
  checkErased(world, system, casesIn(world, system), (promise, what) => void findings.push({ promise, what }));
  return findings.map(({ promise, what }) => ({ promise, what: `after a restore, ${what}` }));
}

/** A mail that came back is not "told": it says so, and the case has the event by which somebody else is. */
function checkBounces(world: World, cases: readonly Told[], find: Find): void {
  // What goes round in vain and is then thrown away by hand is lost.
  if (world.faults.counts.dead_letter_expires !== undefined) return;
  const back = new Set(world.bounced.filter(({ at }) => at + days(0.1) < world.now()).flatMap(({ tags }) => tags));
  for (const { of, events, mails } of cases) {
    for (const mail of mails) {
      const what = `${of.caseNumber}: the mail of ${String(mail['eventId'])} to ${String(mail['to'])}`;
      const letters = (mail['letters'] ?? []) as string[];
      if (letters.some((id) => back.has(id)) && mail['undelivered'] === undefined)
        find('P6', `${what} came back, and stands as delivered`);
      const number = Number(String(mail['eventId']).split('#')[1]);
      const isSaid = events.some(
        ({ type, data }) => type === 'mail.bounced' && 'mail' in data && data.mail === number && data.to === mail['to'],
      );
      if (mail['undelivered'] !== undefined && !isSaid) find('P6', `${what} came back, and nobody else is told`);
    }
  }
}
