import { concluded } from './assessing.ts';
import type { Case } from './case.ts';
import type { Institution, Referrals } from './country-pack.ts';
import { leadOf, ledBy } from './leading.ts';
import { isOpen, referralId, referralStatusAfter, type Referral, type ReferralProposal } from './referral.ts';
import type { About, Flag, ReportedFacts, SuspectRelation, WishAnswer, WishSubject } from './report.ts';
import { countsAsYes, involvesChild } from './reported-facts.ts';

/**
 * When a rule of the matrix speaks: everything given here must hold, of what was reported or of what staff concluded.
 * "unsure" counts as yes.
 */
export interface ReferralCondition {
  categories?: readonly string[];
  /** Any of them. */
  flags?: readonly Flag[];
  abouts?: readonly About[];
  /** Whether it is about content alone: said so, or nobody was named. */
  contentOnly?: boolean;
  child?: boolean;
  suspectRelations?: readonly SuspectRelation[];
  suspectAdult?: boolean;
  suspectLivesWithChild?: boolean;
}

/** One row of the matrix. Rows stand in order of importance: the first that speaks names the lead. */
export interface ReferralRule {
  /** The reason code of what it proposes. */
  code: string;
  /** Any of them. */
  when: readonly ReferralCondition[];
  /** Codes of institutions, the first of which leads if no row above named one. */
  to: readonly string[];
  basis: string;
  isNecessary: boolean;
  /** Says nothing where the reporter wishes that this institution is not told; without it, sending needs an override. */
  yieldsToWish: boolean;
}

/** The matrix of a country pack. */
export interface ReferralMatrix {
  rules: readonly ReferralRule[];
  /** Institutions that are never told under a condition, such as the school when its staff is accused. */
  never: readonly { kind: Institution['kind']; when: ReferralCondition }[];
  /** Which wish is about which kind of institution. */
  wishes: Readonly<Partial<Record<Institution['kind'], WishSubject>>>;
  /** Kinds that can act where one that must know does not answer: the other way of PRACTICE, "Resolved". */
  secondRoutes: readonly Institution['kind'][];
  /** Kinds that are given addresses a person ticked, and nothing else. */
  addressesOnly: readonly Institution['kind'][];
}

/** What the matrix says of an institution; `necessaryBecause` are the codes of those of its rows that make it necessary. */
export interface MatrixProposal extends ReferralProposal {
  necessaryBecause: readonly string[];
}

/** Regions that are no place where anybody could be found. */
const nowhere: readonly (string | undefined)[] = [undefined, 'unknown', 'outside'];

/**
 * To whom a case should go, by the pack's matrix and the case as it stands: the lead first, each institution once.
 * Institutions that the case excludes, or that the centre has put out of use, are left out. Source: PRACTICE, wishes, duty, referral.
 */
export function proposeReferrals(of: Case, { matrix, institutions }: Referrals): MatrixProposal[] {
  const found = new Map<string, { institution: Institution; rules: ReferralRule[] }>();
  for (const rule of matrix.rules.filter(({ when }) => when.some((one) => holds(one, of)))) {
    for (const code of rule.to) {
      const institution = institutions.find((known) => known.code === code);
      if (institution === undefined || !isPossible(institution, rule, of, matrix)) continue;
      const so = found.get(code) ?? { institution, rules: [] };
      found.set(code, { institution, rules: [...so.rules, rule] });
    }
  }
  return [...found.values()].map(({ institution, rules }, index) => {
    const wish = wishAbout(institution, of.reported, matrix);
    const [first] = rules;
    const necessaryBecause = rules.filter(({ isNecessary }) => isNecessary).map(({ code }) => code);
    return {
      institution: institution.code,
      isLead: index === 0,
      reasons: [...rules.map(({ code }) => code), ...cautions(institution, of, wish)],
      basis: first?.basis ?? '',
      isNecessary: necessaryBecause.length > 0,
      necessaryBecause,
      ...(of.severity === 'critical' && institution.phones.length > 0 ? { phones: [...institution.phones] } : {}),
      ...(wish === undefined ? {} : { wish }),
      ...(matrix.addressesOnly.includes(institution.kind) ? { addressesOnly: true } : {}),
    };
  });
}

/**
 * The referrals of a case once the matrix has spoken: what it had not proposed before is added, a proposal nobody has
 * decided on is made right, everything else stands. Where every referral to an institution is over, a row that makes it
 * necessary and had not spoken before proposes it anew: what a person decided was about what was known then.
 * Where nobody leads, the first of what is undecided does; a person's choice of another lead is not undone. `changed` are
 * the ids of what is new or different.
 */
export function withProposals(
  of: Case,
  proposals: readonly MatrixProposal[],
  now: string,
): { referrals: readonly Referral[]; changed: string[] } {
  const before = of.referrals ?? [];
  const open = proposals.flatMap(({ necessaryBecause, ...proposal }): Referral[] => {
    const known = before.filter(({ institution }) => institution === proposal.institution);
    const own = known.find(isUndecided);
    if (own !== undefined) {
      const { id, isLead, status, proposedAt, proposedBy } = own;
      return [{ ...proposal, isLead, id, status, proposedAt, proposedBy }];
    }
    if (known.length > 0 && !mustKnowAnew(known, necessaryBecause)) return [];
    const id = referralId(proposal.institution, known.length + 1);
    return [{ ...proposal, isLead: false, id, status: 'proposed', proposedAt: now, proposedBy: 'besa:referral' }];
  });
  const newLead = leadOf(of) === undefined ? open[0]?.id : undefined;
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

/** A proposal of the machine that no person has changed, sent or dropped. */
function isUndecided({ status, proposedBy }: Referral): boolean {
  return proposedBy === 'besa:referral' && referralStatusAfter('propose', status) !== undefined;
}

/** Source: PRACTICE, "Resolved": each necessary institution is told, or a person decides on what makes it necessary. */
function mustKnowAnew(known: readonly Referral[], necessaryBecause: readonly string[]): boolean {
  const spoke = new Set(known.flatMap(({ reasons }) => reasons));
  return known.every((referral) => !isOpen(referral)) && necessaryBecause.some((code) => !spoke.has(code));
}

function isSame(a: Referral, b: Referral | undefined): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b ?? {})])] as (keyof Referral)[];
  return b !== undefined && keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

function isPossible(institution: Institution, rule: ReferralRule, of: Case, matrix: ReferralMatrix): boolean {
  if (institution.isOutOfUse === true || of.exclusions?.institutions.includes(institution.code) === true) return false;
  if (isNeverTold(of, institution, matrix)) return false;
  return !(rule.yieldsToWish && wishAbout(institution, of.reported, matrix) === 'no');
}

/** Whether an institution must not know of this case, whoever names it: the school when its staff is accused. */
export function isNeverTold(of: Case, { kind }: Institution, { never }: Pick<ReferralMatrix, 'never'>): boolean {
  return never.some((one) => one.kind === kind && holds(one.when, of));
}

function wishAbout({ kind }: Institution, { wishes }: ReportedFacts, matrix: ReferralMatrix): WishAnswer | undefined {
  const subject = matrix.wishes[kind];
  // An absent wish means that the reporter wants to be asked.
  return subject === undefined ? undefined : (wishes[subject] ?? 'ask_me');
}

/** What a person must look at before sending. */
function cautions(institution: Institution, of: Case, wish: WishAnswer | undefined): string[] {
  return [
    ...(wish === 'no' ? ['against_wish'] : []),
    ...(wish === 'ask_me' ? ['ask_reporter_first'] : []),
    ...(institution.isLocal === true ? ['pick_unit'] : []),
    ...(institution.isLocal === true && nowhere.includes(concluded(of).region) ? ['place_unknown'] : []),
  ];
}

/** For what must be safe both count: either may bring somebody in or keep somebody out, and neither takes that away. */
function holds(when: ReferralCondition, of: Pick<Case, 'reported' | 'assessed'>): boolean {
  return [of.reported, concluded(of)].some((facts) => meets(when, facts));
}

function meets(when: ReferralCondition, reported: ReportedFacts): boolean {
  const categories = [reported.category, ...reported.alsoCategories];
  const { suspect, about } = reported;
  const checks: readonly [unknown, () => boolean][] = [
    [when.categories, () => categories.some((category) => when.categories?.includes(category))],
    [when.flags, () => (when.flags ?? []).some((flag) => countsAsYes(reported.flags[flag]))],
    [when.abouts, () => about !== undefined && when.abouts?.includes(about) === true],
    [when.contentOnly, () => isContentOnly(reported) === when.contentOnly],
    [when.child, () => involvesChild(reported) === when.child],
    [
      when.suspectRelations,
      () => suspect?.relation !== undefined && when.suspectRelations?.includes(suspect.relation) === true,
    ],
    [when.suspectAdult, () => countsAsYes(suspect?.adult) === when.suspectAdult],
    [when.suspectLivesWithChild, () => countsAsYes(suspect?.livesWithChild) === when.suspectLivesWithChild],
  ];
  return checks.every(([condition, check]) => condition === undefined || check());
}

function isContentOnly({ about, victims }: ReportedFacts): boolean {
  return about === 'content_only' || (about === undefined && victims.length === 0);
}
