import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { Visit } from '../../actors/institutions/visit.ts';
import type { Find, Told } from '../finding.ts';
import type { DeskEvidence } from './desk-evidence.ts';

/** Each answer that was given at the desk took effect once, in state, history and clocks, under the name that was given first. */
export function checkAnswers({ cases, desk }: Pick<DeskEvidence, 'cases' | 'desk'>, find: Find): void {
  const given = Map.groupBy(
    desk.visits.filter(({ step }) => step === 'answer'),
    ({ key }) => key,
  );
  for (const visits of given.values()) {
    const bodies = new Set(visits.filter(isDone).map(({ body }) => JSON.stringify(body)));
    if (bodies.size > 1) find('P1', `one answer at the desk was answered in ${bodies.size} ways`);
  }
  for (const told of cases) {
    const own = [...given.values()].filter((visits) =>
      visits.some(({ before }) => before.access?.caseId === told.of.caseId),
    );
    checkEffects(told, own, find);
    checkClocks(told, find);
    checkName(told, desk.visits, find);
  }
}

const isDone = ({ status }: Visit): boolean => status === 200;
const isUnclear = ({ status }: Visit): boolean => status === 'unknown' || status >= 500;

/** As many events as answers that were taken, and no more than these and the ones of which nobody knows. */
function checkEffects({ of, events }: Told, given: readonly Visit[][], find: Find): void {
  for (const { id } of of.referrals ?? []) {
    for (const answer of ['acknowledged', 'accepted', 'declined', 'completed']) {
      const tried = given.filter(([visit]) => visit?.before.access?.referral === id && visit.said?.answer === answer);
      const taken = tried.filter((visits) => visits.some(isDone)).length;
      const unclear = tried.filter((visits) => !visits.some(isDone) && visits.some(isUnclear)).length;
      const done = events.filter(
        (one) => one.type === `referral.${answer}` && isOf(one, id) && one.actor.startsWith('institution:'),
      ).length;
      if (done < taken || done > taken + unclear)
        find('P1', `${of.caseNumber}: ${id} was ${answer} ${done} times for ${taken} answers (${unclear} unclear)`);
    }
    const names = events.filter((one) => one.type === 'referral.acknowledged' && isOf(one, id)).length;
    if (names > 1) find('P1', `${of.caseNumber}: ${id} was acknowledged ${names} times`);
  }
}

const isOf = ({ data }: CaseEvent, id: string): boolean => 'referral' in data && data.referral === id;

/** Nobody waits any more for what an institution has said. */
function checkClocks({ of, timers }: Told, find: Find): void {
  for (const { id, status, acknowledgedAt } of of.referrals ?? []) {
    const waits = timers.filter(({ subject }) => subject === `referral-${id}`).map(({ kind }) => kind);
    const isAcknowledged = acknowledgedAt !== undefined || ['declined', 'withdrawn'].includes(status);
    if (isAcknowledged && waits.includes('referral_acknowledge'))
      find('P5', `${of.caseNumber}: ${id} is ${status}, and its acknowledgement is waited for`);
    if (['declined', 'completed', 'withdrawn'].includes(status) && waits.length > 0)
      find('P5', `${of.caseNumber}: ${id} is ${status}, and ${waits.join()} runs`);
  }
}

/** Who was the first to acknowledge is named to everybody who looks afterwards. */
function checkName({ of }: Told, visits: readonly Visit[], find: Find): void {
  const about = visits.filter((one) => one.status === 200 && one.before.access?.caseId === of.caseId);
  for (const { said, at, before } of about) {
    if (said?.answer !== 'acknowledged' || said.name === undefined) continue;
    for (const { step, from, body, before: then } of about) {
      if (step !== 'referral' || from <= at || then.access?.referral !== before.access?.referral) continue;
      const named = (body['answers'] as { answer?: { acknowledgedBy?: string } }).answer?.acknowledgedBy;
      if (named !== said.name) find('P1', `${of.caseNumber}: whoever looks is not told who acknowledged`);
    }
  }
}
