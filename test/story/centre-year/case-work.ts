import type { Answer, BesaOverHttp, StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import type { Mishap } from '../live-through.ts';

/** What staff write where it does not matter what. */
export const message = 'Bëre shumë mirë që na tregove. Mos u përgjigj dhe ruaji mesazhet.';
const waitsMs = 90 * 60_000;

/** How a part of a year begins and goes on, an hour and a half between two steps. Each has reports of its own. */
export type Part = () => Promise<() => Promise<void | (() => Promise<void>)>>;

/** Each part at its instant (ms since 1970), by day; and how often each kind happened, with the words for it. */
export function partsOfYear<Kind extends string>(
  kinds: Readonly<Record<Kind, string>>,
  instants: readonly number[],
  partsBy: (count: (kind: Kind) => void) => readonly Part[],
) {
  const names = Object.keys(kinds) as Kind[];
  const counts = Object.fromEntries(names.map((kind) => [kind, 0])) as Record<Kind, number>;
  const parts = partsBy((kind) => void (counts[kind] += 1));
  const mishaps = parts.flatMap((part, place): Mishap[] => {
    const from = instants[place % instants.length] ?? 0;
    let goesOn: Awaited<ReturnType<Part>> = () => Promise.resolve();
    let last: void | (() => Promise<void>);
    const begin = async (): Promise<void> => void (goesOn = await part());
    const ends = async (): Promise<void> => void (last = await goesOn());
    const to = from + waitsMs;
    return [
      { from, to, begin, end: ends },
      { from: to + waitsMs, to: to + 2 * waitsMs, begin: async () => last?.(), end: () => Promise.resolve() },
    ];
  });
  return {
    mishaps,
    counts: () => ({ ...counts }),
    rows: () => names.map((kind) => ({ what: kinds[kind], count: counts[kind] })),
  };
}

/** The steps of a case that every part takes. Each throws where it is answered otherwise. */
export function caseWork(besa: BesaOverHttp) {
  const reads = async (by: StaffOverHttp, caseNumber: string): Promise<void> => {
    expecting(200, 'Reading', await by.command(caseNumber, 'read', { reason: 'on_duty' }));
  };
  const handles = async (by: StaffOverHttp, caseNumber: string, nextStep = 'advise_reporter'): Promise<void> => {
    const { severity } = (await by.show(caseNumber)).body;
    const handling = { severity, safetyDecision: 'safe_for_now', nextStep, message };
    expecting(200, 'Handling', await by.decide(caseNumber, 'handling', handling));
  };
  const resolves = async (by: StaffOverHttp, caseNumber: string, outcome = 'advice_given'): Promise<void> => {
    expecting(200, 'Resolving', await by.decide(caseNumber, 'resolution', { outcome, message, dropProposals: true }));
  };
  return {
    reads,
    handles,
    resolves,
    /** A report comes, and this person reads it. */
    arrives: async (by: StaffOverHttp): Promise<{ caseNumber: string; receipt: string }> => {
      const { body } = expecting(201, 'A report', await besa.report(reportOf.normal));
      await reads(by, body.caseNumber);
      return body;
    },
    ends: async (by: StaffOverHttp, caseNumber: string): Promise<void> => {
      await handles(by, caseNumber);
      await resolves(by, caseNumber);
    },
  };
}

export function expecting<B>(status: number, what: string, answer: Answer<B>): Answer<B> {
  if (answer.status === status) return answer;
  throw new Error(`${what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}
