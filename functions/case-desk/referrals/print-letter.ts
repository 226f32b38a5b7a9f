import { letterQuery } from '#shared/contracts/http/staff/letter-query.ts';
import type { HttpRequest, PageAnswer } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { parseBody } from '#shared/contracts/http/parse-body.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { givesAddresses } from '#shared/domain/case/referral.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { DisclosedCopy } from '#shared/domain/referrals/disclosed-copy.ts';
import { letterContentPolicy, officialLetter } from '#shared/pages/letter/official-letter.ts';
import type { OfficialLetter } from '#shared/pages/letter/official-letter.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { openParts } from '#shared/use-cases/referrals/opened-parts.ts';
import { shownWithin } from '#shared/use-cases/referrals/shown-text.ts';
import { findCase } from '../find-case.ts';
import type { FindCaseDeps } from '../find-case.ts';
import { admitOpening, recordAccess } from '../reading/record-access.ts';
import type { RecordAccessDeps } from '../reading/record-access.ts';
import { caseSummary } from '#shared/contracts/http/staff/queue-line.ts';
import { seesAddresses } from '../reading/sees-addresses.ts';
import { openReferralKey } from './record-answer.ts';
import type { RecordAnswerDeps } from './record-answer.ts';

export interface PrintLetterDeps extends FindCaseDeps, Pick<RecordAnswerDeps, 'referrals' | 'keys'>, RecordAccessDeps {
  admit: AdmitStaff;
  directory: Pick<Directory, 'member' | 'isOnShift'>;
  country: Pick<
    CountryPack,
    | 'categories'
    | 'centre'
    | 'languages'
    | 'defaultLanguage'
    | 'timeZone'
    | 'regions'
    | 'loadReferrals'
    | 'loadTaxonomyTexts'
    | 'loadOfficialLetterTexts'
  >;
}

/**
 * `GET …/referrals/{referral}/letter`: the referral as a letter to print, in the centre's language or in `lang`. It says
 * what the sealed copy says, with addresses as typed. Those who may send may print, and the AccessLog row comes first.
 * It changes nothing and is kept nowhere. Whoever may not see the addresses gets no letter, rather than one in which they
 * are missing. Throws a `Problem`: 403 `clearance`, 404, or 409 when nobody decided to send or it was taken back.
 */
export function printLetter(deps: PrintLetterDeps): (request: HttpRequest) => Promise<PageAnswer> {
  const { country } = deps;
  return async (request) => {
    const by = await deps.admit(request, 'refer_case');
    const language = languageOf(request, country);
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    const referral = printable(of, request.path['referral']);
    const isCleared = seesAddresses(by, of, country);
    if (!isCleared && givesAddresses(referral.fields ?? [])) throw notCleared();
    await recordAccess(deps, of, by, { action: 'export', reason: `letter ${referral.id}` });
    const key = await openReferralKey(deps, of.caseId, referral.id);
    const { copy = {} } = await openParts(deps.referrals, key, of, referral);
    if (!isCleared && holdsAddresses(copy)) throw notCleared();
    const [letter, texts, { platforms }] = await Promise.all([
      letterOf(deps, of, referral, copy),
      country.loadOfficialLetterTexts(),
      country.loadTaxonomyTexts(),
    ]);
    return {
      status: 200,
      page: officialLetter(letter, language, { ...country, texts, platforms }),
      headers: { 'Content-Language': language, 'Content-Security-Policy': letterContentPolicy },
    };
  };
}

const notCleared = (): Problem => new Problem('forbidden', 403, { extra: { because: 'clearance' } });

/** The letter is in the centre's own language, unless another one is asked for: its reader is an institution. */
function languageOf({ query }: HttpRequest, { languages, defaultLanguage }: PrintLetterDeps['country']): string {
  const { lang = defaultLanguage } = parseBody(letterQuery, query);
  if (languages.includes(lang)) return lang;
  throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/lang', code: 'unknown_code' }] });
}

function printable(of: Case, id: string | undefined): Referral & { approvedAt: string } {
  const referral = of.referrals?.find((one) => one.id === id);
  if (referral === undefined) throw new Problem('not_found', 404);
  const { approvedAt } = referral;
  if (approvedAt === undefined || referral.status === 'withdrawn') {
    throw new Problem('conflict', 409, { extra: { because: 'wrong_referral_status', case: caseSummary(of) } });
  }
  return { ...referral, approvedAt };
}

/** Whether an address stands anywhere in a copy. Account names are none. */
function holdsAddresses(copy: DisclosedCopy): boolean {
  const words = { ...copy, accounts: [] };
  return JSON.stringify(shownWithin(words, false)) !== JSON.stringify(words);
}

async function letterOf(
  { directory, country }: PrintLetterDeps,
  of: Case,
  referral: Referral & { approvedAt: string },
  copy: DisclosedCopy,
): Promise<OfficialLetter> {
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : directory.member(id));
  const [{ institutions, legalBases }, contact, sender] = await Promise.all([
    country.loadReferrals(),
    nameOf(referral.contact),
    nameOf(referral.approvedBy),
  ]);
  const institution = (code: string | undefined) => institutions.find((one) => one.code === code)?.name;
  return {
    caseNumber: of.caseNumber,
    referral: referral.id,
    at: referral.approvedAt,
    institution: institution(referral.institution) ?? {},
    contact: contact?.name,
    basis: legalBases.find(({ code }) => code === referral.basis),
    fields: referral.fields ?? [],
    copy,
    isAddressesOnly: referral.addressesOnly === true,
    lead: institution(copy.doNotQuestionTheChildSpeakTo),
    sender,
  };
}
