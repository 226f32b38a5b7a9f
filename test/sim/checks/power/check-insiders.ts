import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { ask, posts, statusOf } from '../../actors/asking.ts';
import { firstAnswer } from '../../actors/reporters.ts';
import type { Plot } from '../../actors/insiders/plot.ts';
import type { System } from '../../system.ts';
import { tableIn } from '../../table-names.ts';
import type { World } from '../../world.ts';
import { erasuresIn } from '../check-erased.ts';
import { attentionOf } from '../check-told.ts';
import type { Find } from '../finding.ts';
import { judgePower } from './check-power.ts';
import type { CaseCourse, PowerEvidence, PowerKind } from './evidence-of-power.ts';

/** Who can look at what needs staff, and at the log of a case. */
const lookers = ['staff-elira', 'staff-blerim', 'staff-drita'];
const auditor = 'staff-ilir';

/** What insiders of a history did, held against promise P13. Answers what two did only together, by its kind. */
export async function checkInsiders(
  world: World,
  system: System,
  plot: Plot,
  find: Find,
): Promise<Partial<Record<PowerKind, number>>> {
  const evidence = evidenceOf(world, system, plot);
  const { broken, together } = judgePower(plot.insiders, evidence);
  for (const { kind, what } of broken) find('P13', `${kind}: ${what}`);
  await checkLogs(world, plot, evidence.cases, find);
  await checkCodes(world, plot, evidence.cases, find);
  if (plot.kind === 'thief') await checkThief(world, plot, evidence.cases, find);
  return together;
}

function evidenceOf(world: World, system: System, plot: Plot): PowerEvidence {
  const erased = new Map(erasuresIn(world, system).map(({ caseId, at }) => [caseId, Date.parse(at)]));
  const cases = plot.witness.cases(erased);
  const idOf = new Map(cases.map(({ caseNumber, caseId }) => [caseNumber, caseId]));
  const access = world.database
    .rows(tableIn(system.blueprint, 'ACCESS_LOG_TABLE'))
    .map((row) => fromRow({ ...row }) as unknown as PowerEvidence['access'][number]);
  return {
    now: world.now(),
    cases,
    directories: world.directories,
    access,
    post: {
      mails: world.mails,
      letters: plot.witness.letters(),
      cameBack: new Set(world.bounced.flatMap(({ tags }) => tags)),
    },
    agreed: new Set(
      [...plot.agreed].map((key) => {
        const [number = '', approval = ''] = key.split('/');
        // What is agreed of the directory has no case.
        return `${idOf.get(number) ?? number}/${approval}`;
      }),
    ),
    wasDisturbed: (from, until) => world.wasDisturbed(from, until),
  };
}

/** An auditor reads the log of each case that somebody opened, also of one that was erased, or that excludes the auditor. */
async function checkLogs(world: World, plot: Plot, cases: readonly CaseCourse[], find: Find): Promise<void> {
  const people = world.database
    .rows(plot.directoryTable)
    .some(({ pk, sk, active }) => pk?.S === `STAFF#${auditor}` && sk?.S === 'MEMBER' && active?.BOOL === true);
  if (!people) return;
  for (const { caseNumber, events } of cases) {
    if (!events.some(({ type }) => type === 'case.read')) continue;
    const request = { resource: '/v1/access-log', query: { case: caseNumber }, claims: { sub: auditor } };
    const status = statusOf(await ask(world, 'access-log', request));
    // A role that was taken from the auditor is another story.
    if (status !== 200 && !(status === 403 && !(await readsLogs(world))))
      find('P13', `unmarked: the log of ${caseNumber} is answered ${status}`);
  }
}

async function readsLogs(world: World): Promise<boolean> {
  const month = new Date(world.now()).toISOString().slice(0, 'YYYY-MM'.length);
  const query = { actor: 'staff-elira', month };
  return (
    statusOf(await ask(world, 'access-log', { resource: '/v1/access-log', query, claims: { sub: auditor } })) === 200
  );
}

/** A code that somebody was shown opens nothing once the case excludes that person. */
async function checkCodes(world: World, plot: Plot, cases: readonly CaseCourse[], find: Find): Promise<void> {
  for (const { code, number, by } of plot.codes) {
    const of = cases.find(({ caseNumber }) => caseNumber === number)?.states.at(-1)?.of;
    if (of?.exclusions?.people.includes(by) !== true) continue;
    const status = statusOf(await ask(world, 'follow-up', posts('/v1/follow-up', { receipt: code })));
    if (status !== 404)
      find('P13', `code: ${by} is kept out of ${number}, and a code that ${by} knows is answered ${status}`);
  }
}

/** That a code was locked stands until somebody spoke to the reporter, or gave another code. */
const aboutLocks: readonly string[] = ['case.locked', 'case.receipt_reissued', 'case.reporter_spoken_to'];

/** The child's own words are taken whatever a thief does, and staff are shown what the thief did. */
async function checkThief(world: World, plot: Plot, cases: readonly CaseCourse[], find: Find): Promise<void> {
  for (const what of plot.unseen) find('P13', `thief: ${what}`);
  for (const reporter of plot.reporters) {
    const number = String(firstAnswer(reporter)?.body['caseNumber']);
    for (const { seen, at = 0 } of reporter.thread.said) {
      const failed = seen.map(statusOf).find((status) => status === 'unknown' || status >= 500);
      if (failed !== undefined && !world.wasDisturbed(at, at + 60_000))
        find('P13', `thief: a child's message to ${number} was answered ${failed}`);
    }
  }
  for (const { caseNumber, events, erasedAt } of cases) {
    const last = events.findLast(({ type }) => aboutLocks.includes(type));
    if (last?.type !== 'case.locked' || erasedAt !== undefined) continue;
    const shown = await Promise.all(lookers.map((sub) => attentionOf(world, sub)));
    const concerns = shown.flatMap((one) => one?.concerns.get(caseNumber) ?? []);
    if (!concerns.some(({ what }) => /lock/u.test(what)))
      find('P13', `thief: ${caseNumber} is locked since ${last.time}, and staff are not shown that`);
  }
}
