import type { BesaOverHttp } from '#test/support/besa-over-http.ts';
import { directoryOverHttp } from '#test/support/directory-over-http.ts';
import { caseWork, expecting, partsOfYear, type Part } from './case-work.ts';

/** What a shift leaves is found by the next one. */
const kinds = {
  onSheet: 'open cases that stood on the sheet of a shift, with whoever held them',
  takenOver: 'shifts taken over, which moved no telephone',
  given: 'cases given by whoever left to whoever came',
} as const;

interface Sheet {
  cases: { caseNumber: string; assignee?: string }[];
}

/** What a year has of changing shifts: one at each instant (ms since 1970). */
export async function shiftChanges(besa: BesaOverHttp, instants: readonly number[]) {
  const leaves = await besa.signIn('staff-blerim');
  const comes = await besa.signIn('staff-arta');
  const directory = directoryOverHttp(besa);
  const { arrives, ends } = caseWork(besa);
  const rungsNow = async (): Promise<string> =>
    JSON.stringify(expecting(200, 'Who rings', await directory.get('staff-arta', 'duty')).body['rungs']);

  return partsOfYear(kinds, instants, (count) =>
    instants.map((): Part => async () => {
      const { caseNumber } = await arrives(leaves);
      expecting(200, 'Claiming', await leaves.command(caseNumber, 'claim', {}));
      return async () => {
        const { cases } = expecting(200, 'The sheet', await comes.look('shift')).body as Sheet;
        if (cases.find((one) => one.caseNumber === caseNumber)?.assignee !== 'staff-blerim') {
          throw new Error(`The sheet does not say who holds ${caseNumber}.`);
        }
        count('onSheet');
        const before = await rungsNow();
        expecting(200, 'Taking over', await directory.takeOver('staff-arta', 'staff-blerim'));
        if ((await rungsNow()) !== before) throw new Error('Taking over moved a telephone.');
        count('takenOver');
        expecting(200, 'Giving', await leaves.decide(caseNumber, 'assignment', { assignee: 'staff-arta' }));
        count('given');
        return () => ends(comes, caseNumber);
      };
    }),
  );
}
