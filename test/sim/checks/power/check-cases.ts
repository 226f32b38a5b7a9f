import type { CaseEvent } from '#shared/domain/case/events.ts';
import { inRolesBetween, peopleThen, type Someone } from './course.ts';
import { dayMs, hourMs, personOf, weekMs, type CaseCourse, type FindPower, type Judged } from './evidence-of-power.ts';

/*
 * What one person must not do to a case alone. Source: docs/practice.md, People, Lowering, Keeping and erasing.
 */

/** What is kept shortest is kept 30 days. What is erased after that, retention may have erased by itself. */
const shortestKeptMs = 30 * dayMs - hourMs;
/** Somebody else looks at a lowering within 24 hours, or the clock rings. The sweep comes each minute. */
const lookedAtWithinMs = dayMs + hourMs;
/** By night a mail about a case that is not critical waits until 08:00. */
const toldOfCaseWithinMs = 13 * hourMs;

/** A director counts as one who is left, and opens nothing. */
const opening = ['counsellor', 'officer', 'supervisor'];
const counting = [...opening, 'director'];
const leading = ['supervisor', 'director'];
const lowering = ['officer', 'supervisor'];

/** A request that is kept with a case, as far as it is judged. */
interface Asked {
  id: string;
  kind: string;
  askedBy: string;
  askedAt: string;
  effectiveAt?: string;
  decision?: string;
  recordedBy?: string;
  keepsOut?: boolean;
  /** The people whom an exclusion that is asked for adds. */
  adds?: { people: readonly string[] };
}
type State = CaseCourse['states'][number];
const askedIn = ({ of }: State): readonly Asked[] => (of.approvals ?? []) as readonly unknown[] as readonly Asked[];
const excludedIn = ({ of }: State): readonly string[] => of.exclusions?.people ?? [];

/** Those whom an undecided request keeps out. */
const keptOutIn = (state: State): string[] =>
  askedIn(state)
    .filter(({ kind, decision, keepsOut }) => kind === 'exclusion' && decision === undefined && keepsOut === true)
    .flatMap(({ adds }) => adds?.people ?? []);

export function checkCase(course: CaseCourse, judged: Judged, find: FindPower): void {
  checkExported(course, judged, find);
  checkErased(course, judged, find);
  checkLowered(course, judged, find);
  checkHidden(course, judged, find);
  checkReissued(course, judged, find);
}

const timeOf = ({ time }: CaseEvent): number => Date.parse(time);
const said = (at: number): string => new Date(at).toISOString().slice(0, 16);

/** Whether a second person who is none of them agreed to what was asked, before an instant; or somebody else had asked. */
function hasSecond({ caseId, events, states }: CaseCourse, approval: string, before: number, judged: Judged): boolean {
  const about = events.filter(({ data }) => 'approval' in data && data.approval === approval);
  const asked = about.find(({ type }) => type === 'approval.asked');
  const asker = asked && personOf(asked);
  if (asked !== undefined && asker !== undefined && !judged.isOne(asker, timeOf(asked))) return true;
  const given = about.find((event) => event.type === 'approval.given' && timeOf(event) <= before);
  if (given === undefined) return false;
  if (judged.agreed.has(`${caseId}/${approval}`)) return true;
  const isByCall = states.some((state) =>
    askedIn(state).some(({ id, recordedBy }) => id === approval && recordedBy !== undefined),
  );
  const giver = personOf(given);
  return !isByCall && giver !== undefined && !judged.isOne(giver, timeOf(given));
}

function checkExported(course: CaseCourse, judged: Judged, find: FindPower): void {
  for (const event of course.events) {
    if (event.type !== 'case.exported') continue;
    if (hasSecond(course, event.data.approval, timeOf(event), judged)) continue;
    find('exported', `${course.caseNumber} was exported (${event.data.approval}) at ${said(timeOf(event))}`);
  }
}

function checkErased(course: CaseCourse, judged: Judged, find: FindPower): void {
  const { erasedAt, events, caseNumber } = course;
  if (erasedAt === undefined) return;
  const ended = events.findLast(({ type }) => type === 'case.resolved');
  if (ended !== undefined && timeOf(ended) + shortestKeptMs <= erasedAt) return;
  const ids = events.flatMap(({ type, data }) =>
    type === 'approval.asked' && 'approval' in data && data.approval.startsWith('erasure') ? [data.approval] : [],
  );
  if (ids.some((id) => hasSecond(course, id, erasedAt, judged))) return;
  find('erased', `${caseNumber} was erased at ${said(erasedAt)} (${ids.join(', ') || 'nobody had asked'})`);
}

function checkLowered(course: CaseCourse, judged: Judged, find: FindPower): void {
  const { caseNumber, states, events } = course;
  states.forEach((state, place) => {
    const before = states[place - 1];
    if (before?.of.severity !== 'critical' || state.of.severity === 'critical') return;
    const by = state.of.severityChanges?.at(-1)?.by ?? state.of.severityConfirmedBy ?? '';
    if (!judged.isOne(by, state.at)) return;
    const asked = askedIn(state).findLast(({ kind, askedBy }) => kind === 'lowering' && askedBy === by);
    const say = (how: string): void => find('lowered', `${caseNumber} was lowered at ${said(state.at)}: ${how}`);
    if (asked === undefined) return say('nothing was asked');
    if (hasSecond(course, asked.id, state.at, judged)) return;
    if (asked.effectiveAt === undefined) checkLook(asked);
    else checkDelay(asked);

    /** At once, for somebody else can look at it; and then somebody did, or the clock rang. */
    function checkLook({ id }: Asked): void {
      const able = others(peopleThen(judged.moments, state.at).values(), lowering, before as State);
      if (able.length === 0) return say('nobody else could look at it');
      const until = state.at + lookedAtWithinMs;
      const isEarly = until > judged.now || (course.erasedAt ?? Infinity) < until;
      if (isEarly || judged.wasDisturbed(state.at, until)) return undefined;
      const isSeen = events.some((event) => {
        if (timeOf(event) < state.at || timeOf(event) > until) return false;
        if (event.type === 'approval.given' || event.type === 'approval.refused')
          return event.data.approval === id && !judged.isOne(personOf(event) ?? '', timeOf(event));
        return (
          (event.type === 'sla.missed' || event.type === 'case.escalated') && event.data.timer.includes('second_look')
        );
      });
      const isCriticalAgain = states.some(({ at, of }) => at > state.at && at <= until && of.severity === 'critical');
      return isSeen || isCriticalAgain ? undefined : say('nobody looked at it, and no clock rang');
    }

    /** After a delay, for nobody else had the role within a week; and whoever could object was told. */
    function checkDelay({ askedAt }: Asked): void {
      const from = Date.parse(askedAt);
      const late = inRolesBetween(judged, lowering, from - weekMs, state.at);
      const second = late.filter((id) => !judged.isOne(id, from) && id !== by);
      if (second.length > 0) return say(`by time, though ${second.join(', ')} had the role`);
      checkTold(from, state.at);
    }

    function checkTold(from: number, until: number): void {
      if (judged.wasDisturbed(from, until)) return;
      const isTold = judged.wasTold(objectors(judged, from), { words: [caseNumber] }, from, until);
      if (!isTold) say('by time, and nobody who could object was told');
    }
  });

  function others(people: Iterable<Someone>, roles: readonly string[], state: State): Someone[] {
    const out = new Set([...excludedIn(state), ...keptOutIn(state)]);
    return [...people].filter(
      ({ id, role = '', signsIn }) => signsIn && roles.includes(role) && !out.has(id) && !judged.isOne(id, state.at),
    );
  }
}

/** Those who can object to what is done to a case: who leads, and the outside partner. None of the insiders. */
function objectors({ moments, isOne }: Judged, at: number): string[] {
  return [...peopleThen(moments, at).values()]
    .filter(({ role = '', duties }) => leading.includes(role) || duties.includes('outside_partner'))
    .map(({ id }) => id)
    .filter((id) => !isOne(id, at));
}

function checkHidden(course: CaseCourse, judged: Judged, find: FindPower): void {
  const { caseNumber, states, events } = course;
  /** Who is left with the case, besides the insiders. Who asks is one of those left. */
  const leftWith = (at: number, out: readonly string[], by?: string): Someone[] =>
    [...peopleThen(judged.moments, at).values()].filter(
      ({ id, role = '', signsIn }) =>
        signsIn && counting.includes(role) && !out.includes(id) && (id === by || !judged.isOne(id, at)),
    );
  /** Who can open it, besides the insiders. */
  const open = (at: number, out: readonly string[]): Someone[] =>
    leftWith(at, out).filter(({ role = '' }) => opening.includes(role));
  states.forEach((state, place) => {
    const before = states[place - 1];
    if (before === undefined) return;
    const { lastEvent } = before.of;
    const set = events.find(
      ({ type, number }) => type === 'case.exclusions_set' && number > lastEvent && number <= state.of.lastEvent,
    );
    const waiting = keptOutIn(state);
    const allOut = [...excludedIn(state), ...waiting];
    const allWereOut = [...excludedIn(before), ...keptOutIn(before)];
    if (waiting.length > 0 && open(state.at, allOut).length === 0 && open(state.at, allWereOut).length > 0)
      find('hidden', `${caseNumber}: what waits leaves nobody else who can open it at ${said(state.at)}`);
    const by = set && personOf(set);
    if (set === undefined || by === undefined || !judged.isOne(by, state.at)) return;
    const [was, is] = [excludedIn(before), excludedIn(state)].map((out) => leftWith(state.at, out, by)) as [
      Someone[],
      Someone[],
    ];
    const decided = askedIn(state).findLast(({ kind, decision }) => kind === 'exclusion' && decision === 'approved');
    const isAgreed = decided !== undefined && hasSecond(course, decided.id, state.at, judged);
    checkTold(set, by, state);
    if (isAgreed) return;
    const say = (what: string): void => find('hidden', `${caseNumber}: ${by} ${what} at ${said(state.at)}`);
    const isOpened = open(state.at, excludedIn(state)).length > 0;
    if (!isOpened && open(state.at, excludedIn(before)).length > 0) say('left nobody else who can open it');
    else if (is.length < 2 && is.length < was.length) say('left nobody else of those who work on cases');
    else if (!is.some(leads) && was.some(leads)) say('left nobody who leads');
    const added = excludedIn(state).filter((id) => !excludedIn(before).includes(id));
    const people = peopleThen(judged.moments, state.at);
    const watching = added.filter((id) => ['auditor', 'director'].includes(people.get(id)?.role ?? ''));
    if (watching.length > 0) say(`kept out ${watching.join(', ')}`);
  });

  function checkTold(set: CaseEvent, by: string, state: State): void {
    const at = timeOf(set);
    const isMarked = judged.access.some(
      ({ caseId, actor, action, at: when }) =>
        caseId === course.caseId && actor === by && /exclu/u.test(action) && Math.abs(Date.parse(when) - at) < hourMs,
    );
    if (!isMarked)
      find('unmarked', `${caseNumber}: that ${by} kept people out at ${said(at)} is not in the access log`);
    const until = at + toldOfCaseWithinMs;
    if (until > judged.now || judged.wasDisturbed(at, until)) return;
    // Who is told reads the number alone, so a later letter about the same says no less.
    const about = { words: [caseNumber], events: tellingOf(course, ({ type }) => type.startsWith('case.exclusions_')) };
    const out = excludedIn(state);
    const free = objectors(judged, at).filter((id) => !out.includes(id));
    if (free.length > 0 && !judged.wasTold(free, about, at - hourMs / 60, until))
      find('untold', `${caseNumber}: that ${by} kept people out at ${said(at)}`);
  }
}

/** The ids of these events, and of those that tell somebody else because a mail about them told nobody. */
function tellingOf({ caseId, events }: CaseCourse, isOne: (event: CaseEvent) => boolean): string[] {
  const numbers = new Set<number>();
  for (const event of events)
    if (isOne(event) || (event.type === 'mail.bounced' && numbers.has(event.data.mail))) numbers.add(event.number);
  return [...numbers].map((number) => `${caseId}#${number}`);
}

const leads = ({ role = '' }: Someone): boolean => leading.includes(role);

/** A new code is given only by who has read the case, and who leads or holds the case hears of it. */
function checkReissued(course: CaseCourse, judged: Judged, find: FindPower): void {
  const { caseNumber, events, states } = course;
  for (const event of events) {
    const by = personOf(event);
    const at = timeOf(event);
    if (event.type !== 'case.receipt_reissued' || by === undefined || !judged.isOne(by, at)) continue;
    const hasRead = events.some(
      ({ type, actor, number }) =>
        number < event.number && actor === event.actor && (type === 'case.read' || type === 'case.received'),
    );
    if (!hasRead) find('code', `${caseNumber}: ${by} gave out a new code at ${said(at)} and had not read it`);
    const until = at + toldOfCaseWithinMs;
    if (until > judged.now || judged.wasDisturbed(at, until)) continue;
    const { assignee = '' } = states.findLast((state) => state.at <= at)?.of ?? {};
    const people = [...objectors(judged, at), ...(judged.isOne(assignee, at) ? [] : [assignee])];
    const about = { words: [caseNumber], events: tellingOf(course, ({ number }) => number === event.number) };
    if (people.length > 0 && !judged.wasTold(people, about, at - hourMs / 60, until))
      find('untold', `${caseNumber}: that ${by} gave out a new code at ${said(at)}`);
  }
}
