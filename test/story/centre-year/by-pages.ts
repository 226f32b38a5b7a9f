import type { BesaOverHttp } from '#test/support/besa-over-http.ts';
import { besaOnPages } from '#test/support/pages/besa-on-pages.ts';
import { entryOf, filled, formWith } from '#test/support/pages/page-forms.ts';
import { saidBy, type AtTheForm } from '../page-visitors.ts';
import { caseWork, partsOfYear, type Part } from './case-work.ts';

/** Whoever reports has a browser and no program. */
const kinds = {
  child: 'children who reported on a telephone at night',
  parent: 'parents who reported on the page',
  teacher: 'teachers who reported from a school’s computer',
  reloaded: 'receipts reloaded, one report each',
  nextPupil: 'pupils who sent the form of the one before with words of their own',
  written: 'messages written on a page, sent twice and there once',
  answered: 'answers of the centre read on a page',
  everything: 'pages of all that somebody wrote with a code',
  goesOn: 'cases reopened by a press of “it is still happening”',
  locked: 'codes locked on a page, and dead from then on',
} as const;

/** What they type. Everybody in it is invented. */
const visitors = {
  child: {
    audience: 'child',
    typed: {
      category: 'cyberbullying',
      narrative: 'Më shkruajnë fyerje çdo natë dhe nuk fle dot. Nuk dua t’ia them mamit.',
      platform: 'instagram',
      about: 'me',
      ageYears: '12',
      when: 'now',
    },
  },
  parent: {
    audience: 'parent',
    typed: {
      category: 'cyberbullying',
      narrative: 'Djalit tim i shkruajnë fyerje çdo ditë dhe nuk do të shkojë më në shkollë.',
      about: 'my_child',
      ageYears: '11',
      gender: 'male',
    },
  },
  teacher: {
    audience: 'school',
    typed: {
      category: 'cyberbullying',
      narrative: 'Dy nxënës të klasës sime fyejnë një të tretë në grupin e klasës.',
      about: 'pupil_or_client',
      ageYears: '13',
      organisation: 'Një shkollë e shpikur',
    },
  },
} as const satisfies Record<string, AtTheForm>;

const message = 'Sot ndodhi përsëri.';

/** What a year has of pages: each part at its instant (ms since 1970), by day. */
export async function byPages(besa: BesaOverHttp, instants: readonly number[]) {
  const officer = await besa.signIn('staff-blerim');
  const { reads, ends } = caseWork(besa);
  const pages = besaOnPages(besa.url);
  const doorOf = { child: 'c', parent: 'p', teacher: 's' } as const;

  /** Somebody fills in the form and sends it; answers with the code on the page, and the case that it leads to. */
  const reports = async (who: keyof typeof visitors) => {
    const form = await pages.fills(doorOf[who], visitors[who].typed);
    const { status, receipt } = await pages.sendsForm(form);
    if (receipt === undefined) throw new Error(`The form was answered ${status}, and there is no receipt.`);
    const { body } = await besa.report(saidBy(form, visitors[who].audience), form.key);
    if (body.receipt !== receipt.receipt) throw new Error('The page shows another code than the API answers.');
    await reads(officer, body.caseNumber);
    return { form, code: receipt.receipt, caseNumber: body.caseNumber };
  };

  return partsOfYear(
    kinds,
    instants,
    (count) =>
      [
        async () => {
          const { form, code, caseNumber } = await reports('child');
          count('child');
          const reloaded = await pages.sendsForm(form);
          if (reloaded.receipt?.receipt !== code) throw new Error('The reloaded receipt shows another code.');
          count('reloaded');
          const thread = await pages.presses(reloaded, 'open');
          const written = await Promise.all([1, 2].map(() => pages.presses(thread, 'message', { text: message })));
          const last = pages.thread(await pages.presses(written[1] ?? thread, 'open'));
          if (last.messages.filter(({ text }) => text === message).length !== 1)
            throw new Error('A message is there twice.');
          count('written');
          await ends(officer, caseNumber);
          return async () => {
            const seen = await pages.withCode(code);
            const { messages, buttons } = pages.thread(seen);
            if (!messages.some(({ from }) => from === 'centre')) throw new Error('The answer is not on the page.');
            count('answered');
            const all = await pages.presses(seen, 'all');
            const isOwn =
              all.status === 200 && all.html.includes(message) && !all.html.includes(visitors.child.typed.narrative);
            if (!isOwn) throw new Error('The page of all that was written is not that.');
            count('everything');
            if (!buttons.includes('still')) throw new Error('Nobody is asked whether it goes on.');
            pages.thread(await pages.presses(seen, 'still'));
            const { status } = (await officer.show(caseNumber)).body;
            if (status === 'resolved') throw new Error('It goes on, and the case is still resolved.');
            count('goesOn');
            return async () => {
              await reads(officer, caseNumber);
              await ends(officer, caseNumber);
            };
          };
        },
        async () => {
          const { form, code, caseNumber } = await reports('teacher');
          count('teacher');
          const words = 'Edhe mua më fyejnë në atë grup.';
          const swapped = { ...form, form: filled(form.form, { narrative: words }) };
          const other = await pages.sendsForm(swapped);
          if (other.status !== 422 || other.html.includes(code))
            throw new Error('The next pupil sees the first report.');
          const own = await pages.presses(other, 'send');
          if (own.status !== 201 || own.html.includes(code))
            throw new Error('The words of the next pupil were not taken.');
          const key = entryOf(formWith(other.html, 'send'), 'key');
          const next = (await besa.report(saidBy(swapped, 'school'), key)).body;
          count('nextPupil');
          await reads(officer, next.caseNumber);
          return async () => {
            await ends(officer, caseNumber);
            await ends(officer, next.caseNumber);
          };
        },
        async () => {
          const { code, caseNumber } = await reports('parent');
          count('parent');
          const thread = await pages.withCode(code);
          const sure = await pages.presses(thread, 'lock');
          const locked = await pages.presses(sure, 'lock-now');
          if (locked.status !== 200) throw new Error(`Locking was answered ${locked.status}.`);
          if ((await pages.withCode(code)).status !== 404) throw new Error('A locked code opens something.');
          count('locked');
          return () => ends(officer, caseNumber);
        },
      ] satisfies Part[],
  );
}
