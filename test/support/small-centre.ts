import { expect } from 'vitest';
import type { StaffMember } from '#shared/ports/directory.ts';
import type { Answer, StaffOverHttp } from './besa-over-http.ts';
import { centreOf } from './centre-of.ts';
import { codeIn, directoryOverHttp, type DirectoryOverHttp } from './directory-over-http.ts';
import { reportOf } from './http-reports.ts';
import { startTestBesa, type BesaUnderTest } from './running-besa.ts';

const message = 'You did the right thing. Block the account and keep the messages.';

/** A report that is critical by its category. */
export const selfHarm = {
  ...reportOf.normal,
  category: 'suicide_self_harm',
  narrative: 'I cannot go on like this.',
};
export const wish = { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' };
export const keepingOut = (...people: string[]) => ({ institutions: [], people });
export const whyNot = ({ status, body }: Answer) => [status, body['because']];

/** A centre of these people, and what they do all the time. It is a Besa of its own, unless one is given. */
export async function openSmallCentre(people: readonly StaffMember[], given?: BesaUnderTest) {
  const besa = given ?? (await startTestBesa());
  await centreOf(besa.inside, people);
  const directory: DirectoryOverHttp = directoryOverHttp(besa);
  const arrives = async (report: object): Promise<{ caseNumber: string; receipt: string }> => {
    const { status, body } = await besa.report(report);
    expect(status).toBe(201);
    await besa.inside.quiet();
    return body;
  };
  const read = (by: StaffOverHttp, caseNumber: string) => by.command(caseNumber, 'read', { reason: 'on_duty' });
  return {
    besa,
    directory,
    arrives,
    read,
    /** Reads, handles and resolves a case as one does with what needs only advice. */
    ends: async (by: StaffOverHttp, caseNumber: string, outcome = 'advice_given'): Promise<void> => {
      await read(by, caseNumber);
      const { severity } = (await by.show(caseNumber)).body;
      const handling = { severity, safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', message };
      // What reacts changes the case as well. A decision is about the case as it was shown.
      await besa.inside.quiet();
      const handled = await by.decide(caseNumber, 'handling', handling);
      await besa.inside.quiet();
      const resolved = await by.decide(caseNumber, 'resolution', { outcome, message });
      expect([handled.status, resolved.status, resolved.body['errors']]).toEqual([200, 200, undefined]);
    },
    decides: (by: StaffOverHttp, caseNumber: string, approval: string, verdict = 'approve') =>
      by.command(caseNumber, `approvals/${approval}`, { verdict }),
    /** The partner rings back and says the code, and somebody records it. */
    calls: async (by: StaffOverHttp, caseNumber: string, approval: string, partner: string): Promise<number> => {
      await besa.advance('PT10M');
      const code = codeIn(await besa.inbox(), partner, caseNumber);
      return (await by.command(caseNumber, `approvals/${approval}`, { verdict: 'approve', call: { code } })).status;
    },
    /** The same about a change of the directory. */
    callsAbout: async (by: string, person: string, partner: string): Promise<number> => {
      await besa.advance('PT10M');
      const call = { code: codeIn(await besa.inbox(), partner) };
      return (await directory.decide(by, person, 'approval', { verdict: 'approve', call })).status;
    },
    /** What nobody has seen of each case. What the machine suggests and nobody needs is left out. */
    attention: async (by: StaffOverHttp): Promise<unknown[]> => {
      const all: { concerns: { what: string }[] }[] = [];
      let cursor: unknown;
      do {
        const page: string = typeof cursor === 'string' ? `?cursor=${encodeURIComponent(cursor)}` : '';
        const { body } = (await by.look(`attention${page}`)) as Answer;
        all.push(...(body['cases'] as typeof all));
        ({ cursor } = body);
      } while (cursor !== undefined);
      return all.flatMap(({ concerns }) => concerns.filter(({ what }) => what !== 'proposal_undecided'));
    },
    mailsTo: async (mail: string, text: string) =>
      (await besa.inbox()).filter(({ to, text: told }) => to === mail && told.includes(text)),
    /** To the next time that it is so late in Tirana, which is an hour ahead in November and December. */
    until: async (hour: number): Promise<void> => {
      const now = new Date(await besa.now());
      const minutes = (((hour - 1) * 60 - now.getUTCHours() * 60 - now.getUTCMinutes() + 2 * 1440 - 1) % 1440) + 1;
      await besa.advance(`PT${minutes}M`);
    },
  };
}
export type SmallCentre = Awaited<ReturnType<typeof openSmallCentre>>;
