import type { Asking, RowsOfCase, SaidEnd, Words, World } from '../../world.ts';
import { firstAnswer, type Simulated } from '../../actors/reporters.ts';
import type { Row } from '../../database/values.ts';
import type { Evidence } from '../evidence.ts';
import { read } from '../checker.ts';
import type { Finding, Told } from '../finding.ts';
import { untruthsIn, type FollowUpAnswer, type Known } from './check-answer.ts';
import { untruthsOfAnswer, type FirstAnswer } from './check-first-answer.ts';
import { factsOf } from './facts.ts';
import { untruthsOnPage } from './check-page.ts';
import type { ThreadOnPage } from '#test/support/pages/on-the-page.ts';

/** What is known of a history besides its rows. */
export interface Heard {
  reporters: readonly Simulated[];
  words: readonly Words[];
  ends: readonly SaidEnd[];
}

/**
 * Whatever a reporter was answered was so, by the history of the case as it was then. Somebody may write while it is asked: then
 * the case before it counts as well as the one after it. The same untruth of a case is told once.
 */
export function checkTruth(world: World, evidence: Evidence, reporters: readonly Simulated[]): Finding[] {
  const heard: Heard = { reporters, words: world.words, ends: world.ends };
  const all = world.asked.flatMap((asking) =>
    untruthsOf(asking, (rows) => toldOf(evidence, rows), heard).map((what) => `${asking.caseNumber}: ${what}`),
  );
  return [...new Set(all)].map((what) => ({ promise: 'P12', what }));
}

function toldOf(evidence: Evidence, { cases, events }: RowsOfCase): Told | undefined {
  const tables = new Map([
    [evidence.casesTable, cases],
    [evidence.eventsTable, events],
  ]);
  return read(evidence, tables)[0];
}

/** What was untrue in one answer, whichever of the states around it is believed. */
export function untruthsOf(
  asking: Asking,
  toTold: (rows: RowsOfCase) => Told | undefined,
  heard: Heard,
): readonly string[] {
  const states = [asking.before, asking.after].flatMap((rows) => (rows === undefined ? [] : (toTold(rows) ?? [])));
  const rows = [asking.before, asking.after].flatMap((one) => one?.cases ?? []);
  const known = knownOf(asking.caseNumber, heard, rows);
  const found = states.map((told) => {
    const facts = factsOf(told, asking.at, heard.ends);
    if (asking.what === 'page') return untruthsOnPage(asking.body as unknown as ThreadOnPage, facts, known);
    if (asking.what !== 'follow-up') return untruthsOfAnswer(asking.body as unknown as FirstAnswer, facts);
    return untruthsIn(asking.body as unknown as FollowUpAnswer, facts, known);
  });
  const [before, after] = states;
  // More than one writer in between: what stood between them nobody kept.
  const between = (after?.of.revision ?? 0) - (before?.of.revision ?? 0);
  if (before !== undefined && between > 1 && found.every((one) => one.length > 0)) return [];
  return found.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

/** When each message was to be read, by when it was written: what a page says in words alone, and its row says in full. */
function storedReadBys(rows: readonly Row[]): [written: number, readBy: number][] {
  return rows.flatMap(({ sk, at, posted }) =>
    sk?.S?.startsWith('MESSAGE#') === true && posted?.M !== undefined
      ? [[Date.parse(at?.S ?? ''), Date.parse(posted.M['readBy']?.S ?? '')]]
      : [],
  );
}

function knownOf(caseNumber: string, { reporters, words }: Heard, rows: readonly Row[]): Known {
  const own = reporters.find((one) => firstAnswer(one)?.body['caseNumber'] === caseNumber);
  const said = own?.thread.said ?? [];
  const { readBy, handleBy, resolveBy } = ((own && firstAnswer(own)?.body['promise']) ?? {}) as Record<string, string>;
  const foreign = new Set(
    reporters.flatMap(({ thread }) => (thread === own?.thread ? [] : thread.said)).map(({ text }) => text),
  );
  const ofReporters = new Set(words.flatMap(({ from, text }) => (from === 'reporter' ? [text] : [])));
  const ofCentre = new Set(
    words.flatMap(({ from, to, text }) => (from === 'centre' && to === caseNumber ? [text] : [])),
  );
  return {
    promise:
      readBy === undefined || handleBy === undefined || resolveBy === undefined
        ? undefined
        : { readBy: Date.parse(readBy), handleBy: Date.parse(handleBy), resolveBy: Date.parse(resolveBy) },
    readBys: new Map([
      ...(own?.page === undefined ? [] : storedReadBys(rows)),
      ...said.flatMap(({ seen }) =>
        seen.flatMap((one) =>
          one === 'unknown' || one.status !== 201
            ? []
            : [[Date.parse(String(one.body['at'])), Date.parse(String(one.body['readBy']))] as const],
        ),
      ),
    ]),
    isLong: words.filter(({ to }) => to === caseNumber).length + said.length > 60,
    wasWritten: (from, text) => (from === 'you' ? ofReporters.has(text) && !foreign.has(text) : ofCentre.has(text)),
  };
}
