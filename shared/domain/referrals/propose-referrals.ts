import type { Case } from '../case/case.ts';
import { concluded } from '../case/concluded.ts';
import { isOpen, referralId, referralStatusAfter } from '../case/referral.ts';
import type { Referral, ReferralProposal } from '../case/referral.ts';
import { leadAgencyOf, ledBy, namedLeadOf } from './lead-agency.ts';
import { holds, isOnlyByHand, whyNotToKnow } from './referral-matrix.ts';
import type { Institution, ReferralMatrix, ReferralRule, Referrals } from './referral-policy.ts';
import type { ReportedFacts, WishAnswer } from '../report/report.ts';

/** What the matrix says of an institution. */
export interface MatrixProposal extends ReferralProposal {
  /** The codes of the rows that make it necessary. */
  necessaryBecause: readonly string[];
  /** The place of the first row that speaks for it and may name the lead agency. The lowest one leads. */
  leadsAt?: number;
}

/** Regions in which nobody could be found. */
const nowhere: readonly (string | undefined)[] = [undefined, 'unknown', 'outside'];

/**
 * The institutions a case should go to, by the pack's matrix and the case as it stands. The lead agency comes first
 * if the matrix names one, and each institution once. Institutions that must not know of the case, or that the centre has put out of use, are
 * left out. Source: docs/practice.md, Referral.
 */
export function proposeReferrals(of: Case, policy: Referrals): MatrixProposal[] {
  const { matrix, institutions } = policy;
  const found = new Map<string, { institution: Institution; rules: ReferralRule[]; leadsAt?: number }>();
  let place = 0;
  for (const rule of matrix.rules.filter(({ when }) => when.some((one) => holds(one, of)))) {
    for (const code of rule.to) {
      const institution = institutions.find((known) => known.code === code);
      if (institution === undefined || !isPossible(institution, rule, of, policy)) continue;
      const so = found.get(code) ?? { institution, rules: [] };
      const leadsAt = so.leadsAt ?? (mayNameLead(rule, of) ? place : undefined);
      found.set(code, { institution, rules: [...so.rules, rule], ...(leadsAt === undefined ? {} : { leadsAt }) });
      place += 1;
    }
  }
  const all = [...found.values()];
  const lead = firstToLead(all);
  const leadFirst = lead === undefined ? all : [lead, ...all.filter((one) => one !== lead)];
  return leadFirst.map(({ institution, rules, leadsAt }) => {
    const wish = wishAbout(institution, of.reported, matrix);
    const [first] = rules;
    const necessaryBecause = rules.filter(({ isNecessary }) => isNecessary).map(({ code }) => code);
    return {
      institution: institution.code,
      isLead: institution === lead?.institution,
      reasons: [...rules.map(({ code }) => code), ...cautions(institution, of, wish)],
      basis: first?.basis ?? '',
      isNecessary: necessaryBecause.length > 0,
      necessaryBecause,
      ...(leadsAt === undefined ? {} : { leadsAt }),
      ...(of.severity === 'critical' && institution.phones.length > 0 ? { phones: [...institution.phones] } : {}),
      ...(wish === undefined ? {} : { wish }),
      ...(matrix.addressesOnly.includes(institution.kind) ? { addressesOnly: true } : {}),
    };
  });
}

/**
 * The referrals of a case after the matrix has spoken. `changed` holds the ids of new or different ones.
 * - An institution that was never proposed before is added.
 * - A proposal on which no person has decided is brought up to date.
 * - When every referral to an institution is over, a necessary row that is new proposes it anew. What a person decided
 *   before was about what was known then.
 * - When no institution leads, the first undecided proposal that may lead does. A person's choice of another stands.
 * - A platform that was asked by a takedown notice is not proposed any more: the notice is the proposal, done.
 * - Everything else stays as it is.
 */
export function withProposals(
  of: Case,
  policy: Referrals,
  now: string,
): { referrals: readonly Referral[]; changed: string[] } {
  const before = of.referrals ?? [];
  const proposals = proposeReferrals(of, policy);
  const open = proposals.flatMap(({ necessaryBecause, ...said }): Referral[] => {
    const { leadsAt: _, ...proposal } = said;
    const known = before.filter(({ institution }) => institution === proposal.institution);
    const own = known.find(isUndecided);
    if (own !== undefined) {
      const { id, isLead, status, proposedAt, proposedBy } = own;
      return [{ ...proposal, isLead, id, status, proposedAt, proposedBy }];
    }
    if (known.length > 0 && !mustKnowAnew(known, necessaryBecause)) return [];
    if (isAskedByNotice(proposal.institution, of, policy)) return [];
    const id = referralId(proposal.institution, known.length + 1);
    return [{ ...proposal, isLead: false, id, status: 'proposed', proposedAt: now, proposedBy: 'besa:referral' }];
  });
  const hasLead = (namedLeadOf(of, policy) ?? leadAgencyOf(of, policy)) !== undefined;
  const isOpenNow = ({ institution }: MatrixProposal) => open.some((one) => one.institution === institution);
  const next = hasLead ? undefined : firstToLead(proposals.filter(isOpenNow))?.institution;
  const newLead = open.find(({ institution }) => institution === next)?.id;
  const proposed = newLead === undefined ? open : ledBy(open, newLead);
  const changed = proposed.filter(
    (next) =>
      !isSame(
        next,
        before.find(({ id }) => id === next.id),
      ),
  );
  const byId = new Map(changed.map((next) => [next.id, next]));
  const kept = before.map((referral) => byId.get(referral.id) ?? referral);
  const added = changed.filter(({ id }) => !before.some((referral) => referral.id === id));
  const all = [...kept, ...added];
  return {
    referrals: newLead === undefined ? all : ledBy(all, newLead),
    changed: changed.map(({ id }) => id),
  };
}

function isAskedByNotice(code: string, { notices = [] }: Case, { institutions }: Referrals): boolean {
  return notices.length > 0 && institutions.some((known) => known.code === code && known.kind === 'platform');
}

function firstToLead<T extends { leadsAt?: number }>(among: readonly T[]): T | undefined {
  const [first] = among
    .filter(({ leadsAt }) => leadsAt !== undefined)
    .toSorted((a, b) => (a.leadsAt ?? 0) - (b.leadsAt ?? 0));
  return first;
}

function mayNameLead({ leadsWhen }: ReferralRule, of: Case): boolean {
  return leadsWhen === undefined || leadsWhen.some((one) => holds(one, of));
}

/** A proposal of the machine that no person has changed, sent or dropped. */
function isUndecided({ status, proposedBy }: Referral): boolean {
  return proposedBy === 'besa:referral' && referralStatusAfter('propose', status) !== undefined;
}

/**
 * Each necessary institution must be told, or a person decides on what makes it necessary.
 * Source: docs/practice.md, Resolved.
 */
function mustKnowAnew(known: readonly Referral[], necessaryBecause: readonly string[]): boolean {
  const spoke = new Set(known.flatMap(({ reasons }) => reasons));
  return known.every((referral) => !isOpen(referral)) && necessaryBecause.some((code) => !spoke.has(code));
}

function isSame(a: Referral, b: Referral | undefined): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b ?? {})])] as (keyof Referral)[];
  return b !== undefined && keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

function isPossible(institution: Institution, rule: ReferralRule, of: Case, policy: Referrals): boolean {
  if (institution.isOutOfUse === true || whyNotToKnow(of, institution.code, policy) !== undefined) return false;
  if (isOnlyByHand(of, institution, policy)) return false;
  return !(rule.yieldsToWish && wishAbout(institution, of.reported, policy.matrix) === 'no');
}

function wishAbout({ kind }: Institution, { wishes }: ReportedFacts, matrix: ReferralMatrix): WishAnswer | undefined {
  const subject = matrix.wishes[kind];
  // An absent wish means that the reporter wants to be asked.
  return subject === undefined ? undefined : (wishes[subject] ?? 'ask_me');
}

/** Codes of what a person must look at before sending. */
function cautions(institution: Institution, of: Case, wish: WishAnswer | undefined): string[] {
  return [
    ...(wish === 'no' ? ['against_wish'] : []),
    ...(wish === 'ask_me' ? ['ask_reporter_first'] : []),
    ...(institution.isLocal === true ? ['pick_unit'] : []),
    ...(institution.isLocal === true && nowhere.includes(concluded(of).region) ? ['place_unknown'] : []),
  ];
}
