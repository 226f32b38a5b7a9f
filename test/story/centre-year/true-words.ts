import type { AddressedText } from '#shared/domain/text.ts';
import type { BesaOverHttp } from '#test/support/besa-over-http.ts';
import { caseWork, expecting, message, partsOfYear } from './case-work.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

/** What is told follows what happened, and what turned out otherwise is corrected. */
const kinds = {
  withoutFact: 'outcomes refused for want of their fact',
  contradicted: 'outcomes that a platform made untrue',
  corrected: 'outcomes corrected',
  notAsked: 'waiting for an institution refused, because none was asked',
  waited: 'institutions waited for, and told so',
  takenBack: 'referrals taken back, and told so',
  together: 'cases that were read, handled and resolved together',
  reopened: 'cases reopened with their parent',
  special: 'children at special risk, noted on the case alone',
} as const;

/** What a year has of true words: each part at its instant (ms since 1970), by day. */
export async function trueWords(besa: BesaOverHttp, instants: readonly number[]) {
  const officer = await besa.signIn('staff-blerim');
  const { arrives, handles, resolves, ends } = caseWork(besa);
  const { outcomes, status } = reporterTexts;

  const reads = async (receipt: string): Promise<string> =>
    expecting(200, 'Following', await besa.followUp(receipt)).body.status.text;
  const isTold = async (receipt: string, { child: { en = '' } }: AddressedText, isTrue: boolean): Promise<void> => {
    const text = await reads(receipt);
    if (text.includes(en) !== isTrue) throw new Error(`${isTrue ? 'Not told' : 'Told'}: ${en} In: ${text}`);
  };
  /** Acts on all of them; looks again at those that a reaction of Besa itself changed meanwhile. */
  const together = async (parent: string, step: string, numbers: readonly string[], body: object): Promise<void> => {
    let left = numbers;
    for (let rounds = 5; left.length > 0; rounds -= 1) {
      const shown = await Promise.all(left.map((number) => officer.show(number)));
      const cases = shown.map(({ body: { caseNumber: number, revision } }) =>
        step === 'read' ? { number } : { number, revision },
      );
      const answer = await officer.command(parent, `linked/${step}`, { ...body, cases });
      const each = expecting(200, `Together: ${step}`, answer).body['cases'] as { number: string; status: number }[];
      const missed = each.filter((one) => one.status !== 200);
      if (rounds === 0 || missed.some((one) => one.status !== 412)) {
        throw new Error(`Together: ${step}: ${JSON.stringify(missed)}`);
      }
      left = missed.map(({ number }) => number);
    }
  };

  return partsOfYear(kinds, instants, (count) => [
    async () => {
      const { caseNumber, receipt } = await arrives(officer);
      await handles(officer, caseNumber, 'notify_platform');
      const asked = { platform: 'instagram', way: 'reporting_form' };
      expecting(200, 'Asking the platform', await officer.command(caseNumber, 'notices', asked));
      const gone = { outcome: 'content_removed', message };
      expecting(422, 'An outcome without its fact', await officer.decide(caseNumber, 'resolution', gone));
      count('withoutFact');
      const answers = (answer: string) => officer.command(caseNumber, 'notices/instagram-1/answer', { answer });
      expecting(200, 'The answer', await answers('removed'));
      await resolves(officer, caseNumber, 'content_removed');
      await isTold(receipt, outcomes.content_removed, true);
      return async () => {
        expecting(200, 'Another answer', await answers('kept_up'));
        await isTold(receipt, outcomes.content_removed, false);
        count('contradicted');
        const correction = { because: 'put_back_online', outcome: 'content_still_up', message };
        expecting(200, 'Correcting', await officer.decide(caseNumber, 'outcome-correction', correction));
        await isTold(receipt, outcomes.content_still_up, true);
        count('corrected');
      };
    },
    async () => {
      const { caseNumber, receipt } = await arrives(officer);
      await handles(officer, caseNumber, 'refer_institution');
      expecting(409, 'Waiting for nobody', await officer.decide(caseNumber, 'waiting', { for: 'institution' }));
      count('notAsked');
      await isTold(receipt, status.in_progress, true);
      const police = { institution: 'police_cybercrime', basis: 'al_law_18_2017' };
      expecting(200, 'Adding a referral', await officer.decide(caseNumber, 'referrals', police));
      const { referrals = [] } = (await officer.show(caseNumber)).body;
      const id = referrals.findLast(({ institution }) => institution === police.institution)?.id ?? '';
      const sending = { ground: 'consent', fields: ['narrative'], call: { name: 'Një person i shpikur' } };
      expecting(200, 'Calling', await officer.command(caseNumber, `referrals/${id}/sending`, sending));
      await isTold(receipt, status.waiting_institution, true);
      count('waited');
      return async () => {
        const back = { because: 'reporter_asked' };
        expecting(200, 'Taking back', await officer.command(caseNumber, `referrals/${id}/withdrawal`, back));
        await isTold(receipt, status.waiting_institution, false);
        const { sharedWith } = (await besa.followUp(receipt)).body as unknown as {
          sharedWith: { takenBack?: string }[];
        };
        if (sharedWith[0]?.takenBack === undefined) throw new Error('That it was taken back is not told.');
        count('takenBack');
        await resolves(officer, caseNumber);
      };
    },
    async () => {
      const parent = await arrives(officer);
      const followers = [await arrives(officer), await arrives(officer)].map(({ caseNumber }) => caseNumber);
      const family = [parent.caseNumber, ...followers];
      for (const number of followers) {
        const link = { leadCase: parent.caseNumber };
        expecting(200, 'Linking', await officer.decide(number, 'link', link));
      }
      const lives = async (): Promise<void> => {
        await together(parent.caseNumber, 'read', family, { reason: 'on_duty' });
        const { severity } = (await officer.show(parent.caseNumber)).body;
        for (const number of followers) {
          const own = (await officer.show(number)).body.severity;
          if (own !== severity) {
            const same = { severity, reason: 'new_information' };
            expecting(200, 'The same severity', await officer.decide(number, 'severity', same));
          }
        }
        const handling = { severity, safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', message };
        await together(parent.caseNumber, 'handling', family, handling);
        await resolves(officer, parent.caseNumber);
        await together(parent.caseNumber, 'resolution', followers, { outcome: 'same_event', message });
        for (const _ of family) count('together');
      };
      await lives();
      expecting(200, 'Reopening', await officer.decide(parent.caseNumber, 'reopening', {}));
      return async () => {
        for (const number of followers) {
          const { status: now } = (await officer.show(number)).body;
          if (now !== 'in_progress') throw new Error(`A linked case is ${now} after its parent was reopened.`);
          count('reopened');
        }
        await lives();
      };
    },
    async () => {
      const { caseNumber } = await arrives(officer);
      const noted = { category: 'cyberbullying', disability: true, community: 'roma' };
      expecting(200, 'Assessing', await officer.decide(caseNumber, 'assessment', noted));
      return async () => {
        const { cases } = (await officer.list()).body;
        if (/disability|roma/u.test(JSON.stringify(cases))) throw new Error('The list tells of special risk.');
        count('special');
        await ends(officer, caseNumber);
      };
    },
  ]);
}
