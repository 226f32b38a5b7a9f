import type { Referral } from '#shared/domain/case/referral.ts';
import type { Answer, BesaOverHttp, StaffOverHttp } from '#test/support/besa-over-http.ts';
import { deskOverHttp } from '#test/support/desk-over-http.ts';
import type { Row } from '../table.ts';

/** What an institution says, as the desk takes it; at the desk it says who it is with the first answer. */
export interface Said {
  answer: string;
  because?: string;
  outcome?: string;
}

/** How each of ten letters is answered: most at the desk, some by phone. One came to whom it is not for; one is never. */
const tenLetters = ['desk', 'phone', 'desk', 'desk', 'not_for_me', 'desk', 'desk', 'phone', 'desk', 'never'] as const;

/** Everything that is done with letters, with the words for it. */
const kinds = {
  desk: 'answers at the desk',
  phone: 'answers by phone',
  notForMe: 'letters that were not for whom they came to',
  never: 'referrals that nobody ever answered, taken back',
  spokenCodes: 'one-time codes that staff read out',
  lists: 'lists of addresses read at the desk',
} as const;
type Kind = keyof typeof kinds;

/** Reads lists of addresses at any hour. */
const listReader = 'cyber_authority';
/** Gets lists too, and its codes by telephone. */
const calledAboutLists = 'child_rights_agency_sites';

/**
 * Institutions that answer what they were sent: most of them at the desk, by the public API, with the code out of their
 * mailbox and one that staff read out, for what the year sends them is too grave for a code by mail; some by phone; to
 * some the mail was not for them. `officer` reads codes out and writes down what was said by phone.
 */
export async function institutions(besa: BesaOverHttp, officer: StaffOverHttp) {
  const desk = deskOverHttp(besa);
  const counts: Record<Kind, number> = {
    desk: 0,
    phone: 0,
    notForMe: 0,
    never: 0,
    spokenCodes: 0,
    lists: 0,
  };
  let letters = 0;
  await trust(besa, contactOf(listReader), { cleared: true });
  await trust(besa, contactOf(calledAboutLists), { cleared: true });

  /** Both codes. Undefined where no letter with an access code has come, or it opens nothing. */
  const comesIn = async (caseNumber: string, { id, institution }: Referral): Promise<string | undefined> => {
    const access = await desk.accessOf(caseNumber, addressOf(institution));
    if (access === undefined) return undefined;
    const { status } = await desk.ask('code', { access });
    if (status !== 202) throw new Error(`Asking for a code was answered ${status}.`);
    const code = await spokenCode(caseNumber, id, institution);
    if (code === undefined) return undefined;
    const begun = await desk.ask('session', { access, code });
    return begun.status === 200 ? String(begun.body['session']) : undefined;
  };
  /** Somebody of the centre calls the number on record. */
  const spokenCode = async (caseNumber: string, id: string, institution: string): Promise<string | undefined> => {
    const contact = contactOf(institution);
    const spoken = await officer.command(caseNumber, `referrals/${id}/access`, { contact });
    if (spoken.status !== 200) return undefined;
    counts.spokenCodes += 1;
    return String(spoken.body['code']);
  };

  /** Looks, and says it at the desk. Says whether it could. */
  const saysAtDesk = async (caseNumber: string, referral: Referral, said: Said): Promise<boolean> => {
    const session = await comesIn(caseNumber, referral);
    if (session === undefined) return false;
    const shown = await desk.ask('referral', { session });
    if (shown.status !== 200) throw new Error(`The copy was answered ${shown.status}: ${shown.text}`);
    if (referral.addressesOnly === true) {
      if (!shown.text.includes('addresses') || shown.body['addressesWithheld'] !== undefined)
        throw new Error(`A list of addresses shows none: ${referral.id}`);
      counts.lists += 1;
    }
    const who = { name: 'Një person i shpikur', post: 'Një zyrë e shpikur' };
    const answered = await desk.ask('answer', { session, ...said, ...who });
    if (answered.status !== 200)
      throw new Error(`An answer at the desk was answered ${answered.status}: ${answered.text}`);
    counts.desk += 1;
    return true;
  };
  /** Calls, and the officer writes it down. */
  const saysByPhone = async (caseNumber: string, { id }: Referral, said: Said): Promise<Answer> => {
    const name = said.answer === 'acknowledged' ? { name: 'Një person i shpikur', how: 'phone' } : {};
    const written = await officer.decide(caseNumber, `referrals/${id}/answer`, { ...said, ...name });
    if (written.status === 200) counts.phone += 1;
    return written;
  };

  return {
    counts: () => ({ ...counts }),
    rows: (): Row[] => (Object.keys(kinds) as Kind[]).map((kind) => ({ what: kinds[kind], count: counts[kind] })),
    saysAtDesk,
    /** Answers a letter in its own way. A list is always read at the desk. */
    answer: async (caseNumber: string, referral: Referral, said: Said): Promise<void> => {
      const way = referral.addressesOnly === true ? 'desk' : (tenLetters[letters % tenLetters.length] ?? 'desk');
      letters += 1;
      if (way === 'desk' && (await saysAtDesk(caseNumber, referral, said))) return;
      if (way === 'never' && said.answer !== 'acknowledged') {
        // Whoever waited long enough takes it back.
        const because = 'other_institution';
        const { status } = await officer.decide(caseNumber, `referrals/${referral.id}/withdrawal`, { because });
        if (status !== 200) throw new Error(`Taking back was answered ${status}.`);
        counts.never += 1;
        return;
      }
      if (way === 'not_for_me' && said.answer === 'acknowledged') {
        const access = await desk.accessOf(caseNumber, addressOf(referral.institution));
        if (access !== undefined) {
          await desk.ask('not-for-me', { access });
          counts.notForMe += 1;
        }
      }
      const { status, body } = await saysByPhone(caseNumber, referral, said);
      if (status !== 200) throw new Error(`An answer by phone was answered ${status}: ${JSON.stringify(body)}`);
    },
  };
}

const contactOf = (institution: string): string => `contact-${institution.replaceAll('_', '-')}`;
const addressOf = (institution: string): string => `${institution.replaceAll('_', '-')}@institution.example`;

/** Two administrators are sure of a contact: that they may see what is sealed. */
async function trust(besa: BesaOverHttp, contact: string, fields: { cleared: true }): Promise<void> {
  const [first, second] = [await besa.signIn('staff-kujtim'), await besa.signIn('staff-lule')];
  const decide = async (by: StaffOverHttp, step: string, body: object): Promise<void> => {
    const path = `people/${contact}`;
    const { headers } = await by.look(`directory/${path}`);
    const { status } = await by.changeDirectory(`${path}/${step}`, body, { 'if-match': headers.get('etag') ?? '' });
    if (status !== 200) throw new Error(`A ${step} of ${contact} was answered ${status}.`);
  };
  await decide(first, 'change', fields);
  await decide(second, 'approval', { verdict: 'approve' });
}
