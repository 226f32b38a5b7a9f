import { lettersByPerson } from './audit.ts';
import type { BesaOverHttp, ReportAnswer, StaffOverHttp } from '#test/support/besa-over-http.ts';

/** Events worth a line of their own; the rest is told by the people who caused it. */
const told = new Set(['case.triaged', 'sla.warned', 'sla.missed', 'case.escalated', 'case.resolved']);

interface Line {
  at: string;
  text: string;
}

/**
 * Tells what happens: steps the clock, and prints in order of time every mail and raise since the last step. What happens
 * to many cases of one group in the same minute is one line with a count.
 */
export function narrator(besa: BesaOverHttp, reader: StaffOverHttp) {
  const groups = new Map<string, string>();
  const toldEvents = new Map<string, number>();
  let mailsTold = 0;
  let now = '';

  const say = (text: string): void => console.log(`${local(now)}  ${text}`);

  async function tellWhatHappened(): Promise<void> {
    const lines = [...(await newEvents()), ...(await newMails())].sort((a, b) => (a.at < b.at ? -1 : 1));
    const counted = new Map<string, Line & { count: number }>();
    for (const line of lines) {
      const key = `${line.at.slice(0, 16)} ${withoutNumber(line.text)}`;
      const known = counted.get(key);
      if (known === undefined) counted.set(key, { ...line, count: 1 });
      else known.count += 1;
    }
    for (const { at, text, count } of counted.values()) {
      console.log(`${local(at)}    · ${count > 1 ? `${withoutNumber(text)}  (${count} times)` : text}`);
    }
  }

  async function newEvents(): Promise<Line[]> {
    const lines: Line[] = [];
    for (const [caseNumber, group] of groups) {
      const shown = (await reader.show(caseNumber)).body;
      const since = toldEvents.get(caseNumber) ?? 0;
      toldEvents.set(caseNumber, shown.history.at(-1)?.number ?? since);
      for (const { number, type, time, data } of shown.history) {
        if (number <= since || !told.has(type)) continue;
        const severity = type === 'case.triaged' ? ` as ${shown.severity}` : '';
        lines.push({ at: time, text: `${group}: ${type}${severity}${detail(data)}` });
      }
    }
    return lines;
  }

  async function newMails(): Promise<Line[]> {
    const mails = (await besa.inbox()).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const fresh = mails.slice(mailsTold);
    mailsTold = mails.length;
    return fresh.map(({ at, to, subject }) => ({ at, text: `${groupIn(subject)}: mail to ${to}: ${subject}` }));
  }

  /** A mail's subject names one case by number; told of a class, the number is left out so that they count as one. */
  function groupIn(subject: string): string {
    return [...groups].find(([caseNumber]) => subject.includes(caseNumber))?.[1] ?? 'Besa';
  }

  return {
    say,
    /** From now on, what happens to this case is told under the group's name. */
    follow: (caseNumber: string, group: string) => void groups.set(caseNumber, group),
    /** Steps the clock to an instant and tells what happened on the way. */
    until: async (at: Date): Promise<void> => {
      const seconds = Math.ceil((at.getTime() - Date.parse(await besa.now())) / 1000);
      if (seconds > 0) await besa.advance(`PT${seconds}S`);
      now = await besa.now();
      await tellWhatHappened();
    },
  };
}

function withoutNumber(text: string): string {
  return text.replaceAll(/B-[0-9A-Z]{4}-[0-9A-Z]{4}/gu, 'B-…');
}

function detail(data: Record<string, unknown>): string {
  const { timer, rung, reminder } = data as { timer?: string; rung?: string; reminder?: number };
  const clock = timer === undefined ? '' : ` ${timer.split('.')[1]}`;
  const step = rung === undefined ? '' : ` -> ${rung}`;
  return `${clock}${step}${reminder === undefined || reminder === 0 ? '' : ` (reminder ${reminder})`}`;
}

function local(at: string): string {
  return new Date(at).toLocaleString('en-GB', {
    timeZone: 'Europe/Tirane',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** Looks for every report that was answered 201, from both sides, and for anything left behind. */
export async function closing(
  besa: BesaOverHttp,
  reader: StaffOverHttp,
  reports: readonly ReportAnswer[],
): Promise<boolean> {
  let lost = 0;
  let unresolved = 0;
  for (const { receipt, caseNumber } of reports) {
    const byReceipt = await besa.followUp(receipt);
    const byNumber = await reader.show(caseNumber);
    if (byReceipt.status !== 200 || byNumber.status !== 200) lost += 1;
    if (byNumber.body.status !== 'resolved') unresolved += 1;
  }
  const queues = await besa.queues();
  const deadLetters = queues.reduce((sum, queue) => sum + queue.deadLetters, 0);
  const waiting = queues.reduce((sum, queue) => sum + queue.visible + queue.inFlight, 0);
  const mails = await besa.inbox();
  const most = Math.max(0, ...lettersByPerson(mails).map(({ inAnHour }) => inAnHour));
  console.log(
    `\n${reports.length} reports, ${reports.length - unresolved} resolved, ${mails.length} mails, ${most} at most to one person within an hour; ` +
      `waiting in queues ${waiting}, lost ${lost}, dead letters ${deadLetters}`,
  );
  return lost === 0 && unresolved === 0 && deadLetters === 0 && waiting === 0;
}
