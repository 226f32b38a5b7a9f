import type { BesaOverHttp, StaffOverHttp } from '#test/support/besa-over-http.ts';
import { codeIn, directoryOverHttp } from '#test/support/directory-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { caseWork, expecting, partsOfYear } from './case-work.ts';

/** What needs another person, or is told to somebody who could object. */
const kinds = {
  narrow: 'exclusions that hold at once',
  wideByDirector: 'wide exclusions, approved by the director',
  wideByPartner: 'wide exclusions, by the call of the outside partner',
  reissued: 'codes given out after a talk',
  deadUsed: 'dead codes used',
  spoken: 'talks that ended a doubt about a code',
  told: 'sheets with all that a reporter told, given after a talk',
  distrusted: 'suspensions for distrust',
  voided: 'codes voided by that',
  placesConfirmed: 'last places that waited and were confirmed',
  oldAddressTold: 'changed addresses of which the old one was told',
  exported: 'exports that a second person approved',
  erased: 'erasures that a second person approved',
} as const;

const [first, second] = ['staff-kujtim', 'staff-lule'] as const;

/** What needs more than one person in a year: each part at its instant (ms since 1970), by day. */
export async function nobodyAlone(besa: BesaOverHttp, instants: readonly number[]) {
  const directory = directoryOverHttp(besa);
  const [counsellor, officer, supervisor, director] = await Promise.all(
    ['staff-arta', 'staff-blerim', 'staff-elira', 'staff-flamur'].map((user) => besa.signIn(user)),
  );
  if (!counsellor || !officer || !supervisor || !director) throw new Error('Somebody cannot sign in.');
  const { arrives, reads, ends } = caseWork(besa);
  const excludes = (caseNumber: string, ...people: string[]) =>
    officer.decide(caseNumber, 'exclusions', { institutions: [], people });
  const approves = async (by: StaffOverHttp, caseNumber: string, approval: string, call?: { code: string }) => {
    const body = { verdict: 'approve', ...(call === undefined ? {} : { call }) };
    expecting(200, 'Approving', await by.command(caseNumber, `approvals/${approval}`, body));
  };
  const confirms = async (by: string, id: string, step: string, body: object = {}): Promise<void> => {
    expecting(200, step, await directory.decide(by, id, step, body));
  };
  const comesBack = async (id: string): Promise<void> => {
    await confirms(first, id, 'return');
    await confirms(second, id, 'approval', { verdict: 'approve' });
  };

  return partsOfYear(kinds, instants, (count) => [
    async () => {
      const { caseNumber } = await arrives(officer);
      expecting(200, 'A narrow exclusion', await excludes(caseNumber, 'staff-drita'));
      count('narrow');
      return () => ends(officer, caseNumber);
    },
    async () => {
      const { caseNumber } = await arrives(officer);
      const asked = await excludes(caseNumber, 'staff-drita', 'staff-ilir');
      expecting(202, 'A wide exclusion', asked);
      return async () => {
        await approves(director, caseNumber, 'exclusion-1');
        count('wideByDirector');
        await ends(officer, caseNumber);
      };
    },
    async () => {
      const { caseNumber } = await arrives(officer);
      const asked = await excludes(caseNumber, 'staff-drita', 'staff-elira', 'staff-flamur');
      expecting(202, 'A wide exclusion', asked);
      return async () => {
        const code = codeIn(await besa.inbox(), 'grace@besa.example', caseNumber);
        await approves(officer, caseNumber, 'exclusion-1', { code });
        count('wideByPartner');
        await ends(officer, caseNumber);
      };
    },
    async () => {
      const { caseNumber, receipt } = await arrives(counsellor);
      const assured = { assuredBy: 'told_what_was_reported' };
      expecting(200, 'Another code', await counsellor.command(caseNumber, 'receipt', assured));
      count('reissued');
      expecting(404, 'The old code', await besa.followUp(receipt));
      count('deadUsed');
      return async () => {
        await reads(supervisor, caseNumber);
        expecting(200, 'A talk', await supervisor.command(caseNumber, 'spoken', { how: 'called_safe_contact' }));
        count('spoken');
        const known = { assuredBy: 'called_safe_contact' };
        const given = await supervisor.command(caseNumber, 'subject-access', known);
        expecting(200, 'What a reporter told', given);
        count('told');
        await ends(supervisor, caseNumber);
      };
    },
    async () => {
      const id = 'staff-mira';
      const mira = { id, name: 'Mira Dine', mail: 'mira@besa.example', language: 'sq', cleared: false };
      expecting(200, 'Adding somebody', await directory.add(first, { ...mira, role: 'counsellor', duties: [] }));
      await confirms(second, id, 'approval', { verdict: 'approve' });
      const filed = await (await besa.signIn(id)).file({ ...reportOf.normal, channel: 'helpline' });
      const { caseNumber, receipt } = expecting(201, 'Filing', filed).body;
      await confirms(first, id, 'suspension', { distrusted: true });
      count('distrusted');
      return async () => {
        expecting(404, 'The code of a distrusted colleague', await besa.followUp(receipt));
        count('voided');
        count('deadUsed');
        await reads(supervisor, caseNumber);
        const assured = { assuredBy: 'called_safe_contact' };
        expecting(200, 'Another code', await supervisor.command(caseNumber, 'receipt', assured));
        count('reissued');
        await ends(supervisor, caseNumber);
        await comesBack(id);
      };
    },
    async () => {
      await confirms(first, 'staff-ilir', 'suspension');
      return async () => {
        await confirms('staff-elira', 'staff-ilir', 'approval', { verdict: 'approve' });
        count('placesConfirmed');
        await comesBack('staff-ilir');
      };
    },
    async () => {
      await confirms(first, 'staff-hana', 'change', { mail: 'hana.leka@besa.example' });
      return async () => {
        // Whoever finds no people in the console is led to their own record.
        const isOfIt = ({ to, text }: { to: string; text: string }): boolean =>
          to === 'hana@besa.example' && text.includes('/staff/me');
        if (!(await besa.inbox()).some(isOfIt)) throw new Error('The old address was not told.');
        count('oldAddressTold');
      };
    },
    async () => {
      const { caseNumber } = await arrives(officer);
      await ends(officer, caseNumber);
      expecting(200, 'An export', await officer.command(caseNumber, 'export', { reason: 'reporter_request' }));
      await approves(supervisor, caseNumber, 'export-1');
      expecting(200, 'Taking it', await officer.command(caseNumber, 'export/export-1/copy', {}));
      count('exported');
      const wish = { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' };
      expecting(200, 'An erasure', await officer.command(caseNumber, 'erasure', wish));
      await approves(supervisor, caseNumber, 'erasure-1');
      return async () => {
        expecting(404, 'An erased case', await officer.show(caseNumber));
        count('erased');
      };
    },
  ]);
}
