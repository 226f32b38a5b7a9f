import { hasRole, inRolesBetween, type Done, type Moment, type People, type Someone } from './course.ts';
import { dayMs, hourMs, weekMs, type FindPower, type Judged } from './evidence-of-power.ts';

/*
 * What one person must not do to the directory alone. Source: docs/practice.md, People and Lowering.
 */

/** A notice leaves with the next sweep. A phone that gets short messages waits fifteen minutes between two. */
const toldWithinMs = hourMs;

/** On a phone one line says that there are several notices, and where the directory is. */
const ofSeveral = '/people\n';
/** A notice about oneself leads to one's own page. */
const ofOneself = '/me\n';

const kept = ['administrator', 'supervisor', 'director', 'auditor'];
const objecting = ['administrator', 'supervisor', 'director'];
/** The duties of each rung. Source: docs/practice.md, Ladder. */
const rungs = [['duty_officer', 'helpline_desk'], ['backup'], ['supervisor'], ['director'], ['outside_partner']];
const ladderDuties = rungs.flat();

/** For each role, those that may do nothing that it may not. Source: docs/directory.md, What needs a second one. */
const less: Readonly<Record<string, readonly string[]>> = {
  counsellor: ['volunteer'],
  officer: ['counsellor', 'volunteer', 'statistician'],
  supervisor: ['officer', 'counsellor', 'volunteer', 'statistician'],
  director: ['volunteer', 'statistician'],
  auditor: ['volunteer', 'statistician'],
};

export function checkPeople(judged: Judged, find: FindPower): void {
  for (const moment of judged.moments.slice(1)) {
    checkGains(moment, judged, find);
    checkPlaces(moment, judged, find);
    for (const done of moment.done) checkTold(done, moment, judged, find);
  }
}

const said = (at: number): string => new Date(at).toISOString().slice(0, 16);

/** In which ways a person can do more than before. A duty counts only where somebody took it for themselves. */
function gainsOf(was: Someone | undefined, is: Someone, isOneself: boolean): string[] {
  const isUp =
    is.role !== undefined &&
    is.role !== was?.role &&
    (was?.role === undefined || less[was.role]?.includes(is.role) !== true);
  const newDuties = is.duties.filter((duty) => ladderDuties.includes(duty) && was?.duties.includes(duty) !== true);
  return [
    ...(isUp && is.hasPlace ? [`is ${is.role}`] : []),
    ...(is.cleared && was?.cleared !== true && is.signsIn ? ['is cleared'] : []),
    ...(was !== undefined && !was.signsIn && is.signsIn && was.role === is.role ? ['is back'] : []),
    ...(isOneself && newDuties.length > 0 ? [`took ${newDuties.join(', ')}`] : []),
  ];
}

function checkGains(moment: Moment, judged: Judged, find: FindPower): void {
  const { at, before, after, done, byTime } = moment;
  for (const is of after.values()) {
    const act = done.find(({ about }) => about === is.id);
    const held = byTime.find(({ about }) => about === is.id);
    const gains = gainsOf(before.get(is.id), is, act?.by === is.id || held?.askedBy === is.id);
    if (gains.length === 0) continue;
    const say = (how: string): void => find('power', `${is.id} ${gains.join(', ')} since ${said(at)}: ${how}`);
    if (act !== undefined && areAllOfThem(act, at, judged)) say(`${act.action} by ${act.by}`);
    if (held !== undefined && judged.isOne(held.askedBy, at)) {
      const { askedBy, askedAt } = held;
      const why = whyNotByTime(moment, is.id, askedAt, judged);
      if (why !== undefined) say(`by time, asked by ${askedBy}, ${why}`);
      else if (!isToldInTime(is, askedAt, at, judged)) say(`by time, and nobody who could object was told`);
    }
  }
}

/** Whether all who took part in it are insiders: who did it, and who had asked for what was approved. */
function areAllOfThem({ by, action, about, askedBy }: Done, at: number, { isOne, agreed }: Judged): boolean {
  // Whoever wrote down a call of the outside partner did not agree to it, and the partner did.
  if (!isOne(by, at) || (action === 'change_approved' && agreed.has(`directory/${about}`))) return false;
  return action !== 'change_approved' || askedBy === undefined || isOne(askedBy, at);
}

/** Why time must not have granted it; undefined when it may have. Whom it is about is no second person. */
function whyNotByTime({ at }: Moment, about: string, askedAt: number, judged: Judged): string | undefined {
  const { moments, isOne } = judged;
  const second = inRolesBetween(judged, ['administrator'], askedAt - weekMs, at).filter(
    (id) => id !== about && !isOne(id, askedAt),
  );
  if (second.length > 0) return `though ${second.join(', ')} had the role`;
  const lost = moments.find(
    (one) =>
      one.at > askedAt - weekMs &&
      one.at < at &&
      [...one.before.values()].some(
        (was) => hasRole(was, objecting) && was.signsIn && one.after.get(was.id)?.signsIn !== true,
      ),
  );
  return lost && `though somebody who could object was shut out at ${said(lost.at)}`;
}

function isToldInTime({ id, name }: Someone, from: number, until: number, judged: Judged): boolean {
  return (
    judged.wasDisturbed(from, until) ||
    judged.wasTold(objectorsTo(id, from, judged), { words: [id, name, ofSeveral] }, from, until)
  );
}

/** Those who can object to what is done to somebody's record, and the outside partner; nobody of the insiders. */
function objectorsTo(person: string, at: number, judged: Judged): string[] {
  const { moments, isOne } = judged;
  const roles = inRolesBetween(judged, objecting, at - weekMs, at + 1);
  const partners = moments
    .filter((one) => one.at > at - weekMs && one.at <= at)
    .concat(moments.findLast((one) => one.at <= at) ?? [])
    .flatMap(({ before, after }) => [...before.values(), ...after.values()])
    .filter(({ duties }) => duties.includes('outside_partner'))
    .map(({ id }) => id);
  return [...new Set([...roles, ...partners])].filter((id) => id !== person && !isOne(id, at));
}

/** The last other holder of a role or of a rung keeps the place, until somebody else agrees. */
function checkPlaces({ at, before, after, done, byTime }: Moment, judged: Judged, find: FindPower): void {
  const asked = byTime.find(({ askedBy }) => judged.isOne(askedBy, at));
  const act = done.find((one) => areAllOfThem(one, at, judged));
  if (asked === undefined && act === undefined) return;
  const count = (people: People, isHolder: (one: Someone) => boolean): number =>
    [...people.values()].filter((one) => isHolder(one) && !judged.isOne(one.id, at)).length;
  const by = act?.by ?? asked?.askedBy ?? '';
  const lost = (what: string, isHolder: (one: Someone) => boolean): void => {
    if (count(before, isHolder) > 0 && count(after, isHolder) === 0)
      find('place', `${by} took the last place of ${what} at ${said(at)}`);
  };
  for (const role of kept) lost(role, (one) => hasRole(one, [role]));
  for (const duties of rungs)
    lost(duties.join(', '), (one) => one.hasPlace && one.duties.some((duty) => duties.includes(duty)));
}

/** Somebody who could object hears of each suspension, and of each address or duty of the ladder that was changed. */
function checkTold(done: Done, { at, before, after }: Moment, judged: Judged, find: FindPower): void {
  const { by, about } = done;
  const [was, is] = [before.get(about), after.get(about)];
  if (was === undefined || is === undefined || judged.isOne(about, at) || !areAllOfThem(done, at, judged)) return;
  const changes = [
    ...(was.signsIn && !is.signsIn ? ['sign-in'] : []),
    ...(was.hasPlace && !is.hasPlace ? ['place'] : []),
    ...(was.role === is.role ? [] : ['role']),
    ...(was.mail === is.mail ? [] : ['mail']),
    ...(was.phone === is.phone ? [] : ['phone']),
    ...(ladderDuties.every((duty) => was.duties.includes(duty) === is.duties.includes(duty)) ? [] : ['duties']),
  ];
  const until = at + toldWithinMs;
  if (changes.length === 0 || until > judged.now || judged.wasDisturbed(at, until)) return;
  // The person concerned can object, too, unless no address of theirs is left.
  const people = [...objectorsTo(about, at, judged), about];
  const from = at - dayMs / 1440;
  const isTold =
    judged.wasTold(people, { words: [about, is.name, ofSeveral] }, from, until) ||
    judged.wasTold([about], { words: [ofOneself] }, from, until);
  if (!isTold) find('untold', `that ${by} changed ${changes.join(', ')} of ${about} at ${said(at)}`);
}
