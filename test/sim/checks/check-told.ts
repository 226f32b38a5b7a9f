import { eventId } from '#shared/domain/case/events.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { ask, minute } from '../actors/asking.ts';
import type { Find, Told } from './finding.ts';
import type { World } from '../world.ts';

/** What staff are shown of what nobody has seen. */
export interface Attention {
  /** Every concern about every case, by its number. */
  concerns: ReadonlyMap<string, readonly Concern[]>;
  rungsWithNobody: readonly string[];
}
interface Concern {
  what: string;
  timer?: string;
  rung?: string;
  referral?: string;
}

/** Two minutes: what was raised is told within. */
const toldWithinMs = 2 * 60_000;

/** Everything that somebody is shown who looks at what nobody has seen, page by page; undefined without an answer. */
export async function attentionOf(world: World, sub = 'staff-elira'): Promise<Attention | undefined> {
  const concerns = new Map<string, readonly Concern[]>();
  let rungsWithNobody: readonly string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const seen = await ask(world, 'case-desk', {
      resource: '/v1/attention',
      claims: { sub },
      ...(cursor === '' ? {} : { query: { cursor } }),
    });
    if (seen === 'unknown' || seen.status !== 200) return undefined;
    const page = seen.body as {
      cases: { caseNumber: string; concerns: Concern[] }[];
      centre?: { rungsWithNobody: string[] };
      cursor?: string;
    };
    for (const one of page.cases) concerns.set(one.caseNumber, one.concerns);
    rungsWithNobody = page.centre?.rungsWithNobody ?? rungsWithNobody;
    ({ cursor } = page);
  }
  return { concerns, rungsWithNobody };
}

/** Whether a mail was written before this escalation about the same rung, and left only after it. */
function saysTheSameLater(
  mail: Record<string, unknown>,
  { time, data }: CaseEvent & { type: 'case.escalated' },
): boolean {
  const occasion = data.reminder > 0 ? 'reminder' : 'escalated';
  const isSame = mail['occasion'] === occasion && mail['timer'] === data.timer && mail['rung'] === data.rung;
  const leftAt = mail['sentAt'] ?? mail['toldAt'];
  return (
    isSame &&
    String(mail['createdAt']) <= time &&
    (leftAt === undefined || (typeof leftAt === 'string' && leftAt >= time))
  );
}

/** So long after a reminder was raised its mail is written, unless notification is behind. */
const writtenWithinMs = 10 * minute;

/**
 * Whether notification was behind when it came to this reminder: it wrote of another raise of the same deadline long after
 * that was raised, and after this one was. Then a later reminder of the same rung speaks for both.
 */
function speaksForIt(
  mails: Told['mails'],
  events: readonly CaseEvent[],
  { time, number, data }: CaseEvent & { type: 'case.escalated' },
): boolean {
  if (data.reminder === 0) return false;
  const numberOf = (mail: Record<string, unknown>): number => Number(String(mail['eventId']).split('#')[1]);
  const same = mails.filter((mail) => mail['timer'] === data.timer);
  const isLate = (mail: Record<string, unknown>): boolean => {
    const writtenAt = String(mail['createdAt']);
    const raisedAt = events.find((event) => event.number === numberOf(mail))?.time ?? writtenAt;
    return writtenAt > time && Date.parse(writtenAt) - Date.parse(raisedAt) > writtenWithinMs;
  };
  const isLater = (mail: Record<string, unknown>): boolean =>
    mail['occasion'] === 'reminder' && mail['rung'] === data.rung && numberOf(mail) > number;
  return same.some(isLate) && same.some(isLater);
}

/**
 * Each rung that was raised of a deadline that still runs has somebody to tell: there is a mail about it, or who was on that
 * rung had been told of the same, or staff are shown that nobody is on it, or the alarm rang that nobody is left to tell.
 */
export function checkRaisesTold(
  { of, events, timers, mails }: Told,
  now: number,
  { rungsWithNobody, rang }: Pick<Attention, 'rungsWithNobody'> & { rang: ReadonlySet<string> },
  find: Find,
): void {
  const running = new Set<string>(timers.map(timerId));
  for (const event of events) {
    if (event.type !== 'case.escalated' || Date.parse(event.time) + toldWithinMs > now) continue;
    const { timer, rung, reminder } = event.data;
    // Of a deadline that was met meanwhile nobody needed to be told any more.
    if (!running.has(timer) || wasRead(event, events)) continue;
    const isWritten = mails.some((mail) => String(mail['eventId']).endsWith(`#${event.number}`));
    const hasJoined = mails.some((mail) => saysTheSameLater(mail, event)) || speaksForIt(mails, events, event);
    // A reopened case and a message that tells of danger have a ladder of their own: they call anew.
    const isStart = timer === '1.must_be_acknowledged.report';
    const wasTold = mails.some((mail) => mail['timer'] === timer || (isStart && mail['occasion'] === 'new_case'));
    const isFirst = reminder === 0 && events.find(isRaiseOf(timer))?.number === event.number;
    const isSeen = rungsWithNobody.includes(rung) || rang.has(eventId(event));
    if (!isWritten && !hasJoined && !(isFirst && wasTold) && !isSeen)
      find('P6', `${of.caseNumber}: ${timer} was raised to ${rung} (#${event.number}), and nobody is told`);
  }
}

/** What nobody has decided or seen is shown to whoever looks for it, and nothing that was seen. */
export function checkAttention({ of, events, timers }: Told, { concerns }: Attention, find: Find): void {
  const shown = concerns.get(of.caseNumber) ?? [];
  const say = (what: string): void => find('P6', `${of.caseNumber}: ${what}`);
  const undecided = (of.referrals ?? []).filter(({ status }) => status === 'proposed');
  for (const { id } of of.status === 'closed' ? [] : undecided)
    if (!shown.some(({ what, referral }) => what === 'proposal_undecided' && referral === id))
      say(`nobody has decided on ${id}, and nobody is shown that`);

  const saidLast = events.findLastIndex(({ type }) => type === 'case.helped');
  const isAnswered = events.slice(saidLast + 1).some(({ type }) => type === 'case.message_posted');
  const isShownUnhelped = shown.some(({ what }) => what === 'not_helped');
  if (of.helped === 'no' && !isAnswered && !isShownUnhelped)
    say('it did not help, nobody has written since, and nobody is shown that');
  if (isShownUnhelped && (saidLast < 0 || isAnswered || (of.helped !== undefined && of.helped !== 'no')))
    say('it is shown as not helped, and somebody has written since, or it did help');

  const raises = shown.filter(({ what }) => what === 'raise_not_acknowledged');
  for (const timer of timers) {
    const id = timerId(timer);
    // Words that come after a reading have the same clock, armed anew.
    const isOfReading = timer.kind === 'must_be_read' || timer.kind === 'must_be_acknowledged';
    const last = events.findLast(
      (event) =>
        isRaiseOf(id)(event) ||
        (event.type === 'escalation.acknowledged' && event.data.timer === id) ||
        (event.type === 'case.read' && isOfReading),
    );
    const isShown = raises.some((raise) => raise.timer === id);
    if (last?.type === 'case.escalated' && !isShown)
      say(`${id} was raised, nobody has seen it, and nobody is shown that`);
    if (last?.type === 'escalation.acknowledged' && isShown)
      say(`somebody has seen that ${id} was raised, and it is shown`);
  }
  for (const { timer = '' } of raises)
    if (!timers.some((one) => timerId(one) === timer)) say(`${timer} is shown as raised, and does not run`);
}

/** Whether what was raised is over though a deadline of its name runs: words were read, and the next ones have come. */
export function wasRead({ number, data }: CaseEvent, events: readonly CaseEvent[]): boolean {
  const { timer = '' } = data as { timer?: string };
  return (
    timer.includes('.must_be_read.') && events.some((event) => event.type === 'case.read' && event.number > number)
  );
}

const isRaiseOf =
  (timer: string) =>
  (event: Told['events'][number]): boolean =>
    event.type === 'case.escalated' && event.data.timer === timer;
