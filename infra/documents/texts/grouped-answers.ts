import { reportAnswer } from '#shared/contracts/http/public/report-answer.ts';
import type { ReportAnswer } from '#shared/contracts/http/public/report-answer.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { chooseGuidance } from '#shared/domain/help/guidance.ts';
import type { GuidanceEntry } from '#shared/domain/help/guidance.ts';
import { chooseHelpLines } from '#shared/domain/help/help-lines.ts';
import type { HelpFacts } from '#shared/domain/help/situations.ts';
import { reportedFacts } from '#shared/domain/report/reported-facts.ts';
import { assessSeverity } from '#shared/domain/report/severity.ts';
import { promiseAt } from '#shared/domain/sla/clocks.ts';
import { everyCombination, reportOf, wordsOf } from './combinations.ts';
import type { Combination } from './combinations.ts';

type Told = Pick<ReportAnswer, 'nextStep' | 'help' | 'guidance'>;

/** One answer that a reporter can get, with every combination that gets it. */
export interface AnswerGroup {
  audience: Combination['audience'];
  /** What is answered, by language. */
  told: Readonly<Record<string, Told>>;
  /** Why each phone and each block stands there, in the order of the answer. */
  phones: { phone: string; reasons: Set<string> }[];
  blocks: { code: string; reasons: Set<string> }[];
  combinations: Combination[];
}

/** A Monday morning: every time of day in an answer is seen from it. */
const now = '2026-11-30T09:00:00.000Z';

/**
 * What each combination is answered, by the code that answers reporters. Those who read the same answer stand in one
 * group. The most common answer of each audience comes first.
 */
export async function groupedAnswers(pack: CountryPack): Promise<AnswerGroup[]> {
  const guidance = await pack.loadGuidance();
  const groups = new Map<string, AnswerGroup>();
  for (const combination of everyCombination(pack)) {
    const facts = factsOf(combination, pack);
    const told = tell(pack, guidance, combination, facts, pack.defaultLanguage);
    const key = JSON.stringify([combination.audience, told]);
    const group = groups.get(key) ?? groupOf(pack, guidance, combination, facts);
    groups.set(key, group);
    group.combinations.push(combination);
    addReasons(group, pack, guidance, facts);
  }
  const order = [...groups.values()];
  const audiences = [...new Set(order.map(({ audience }) => audience))];
  return audiences.flatMap((audience) =>
    order
      .filter((group) => group.audience === audience)
      .toSorted((a, b) => b.combinations.length - a.combinations.length),
  );
}

function factsOf(of: Combination, pack: CountryPack): HelpFacts {
  return { reported: reportedFacts(reportOf(of, pack, pack.defaultLanguage)), words: wordsOf(of) };
}

function tell(
  pack: CountryPack,
  guidance: readonly GuidanceEntry[],
  of: Combination,
  facts: HelpFacts,
  language: string,
): Told {
  const { severity } = assessSeverity({ ...facts, linkedReports: 0 }, pack.severity);
  const stored = {
    caseNumber: '',
    receipt: '',
    receivedAt: now,
    promise: promiseAt(now, severity, facts.reported, pack.clocks),
    severity,
    words: facts.words,
  };
  const answering = { now, isRepeat: false, isFiled: false };
  const {
    nextStep,
    help,
    guidance: blocks,
  } = reportAnswer(pack, guidance, stored, { report: reportOf(of, pack, language), adjusted: [] }, answering);
  return { nextStep, help, guidance: blocks };
}

function groupOf(
  pack: CountryPack,
  guidance: readonly GuidanceEntry[],
  of: Combination,
  facts: HelpFacts,
): AnswerGroup {
  const told = pack.languages.map((language) => [language, tell(pack, guidance, of, facts, language)] as const);
  return {
    audience: of.audience,
    told: Object.fromEntries(told),
    phones: chooseHelpLines(pack, facts).map(({ line }) => ({ phone: line.phone, reasons: new Set() })),
    blocks: chooseGuidance(guidance, facts).map(({ code }) => ({ code, reasons: new Set() })),
    combinations: [],
  };
}

function addReasons(group: AnswerGroup, pack: CountryPack, guidance: readonly GuidanceEntry[], facts: HelpFacts): void {
  chooseHelpLines(pack, facts).forEach(({ reasons }, index) => {
    for (const reason of reasons) group.phones[index]?.reasons.add(reason);
  });
  chooseGuidance(guidance, facts).forEach(({ reasons }, index) => {
    for (const reason of reasons) group.blocks[index]?.reasons.add(reason);
  });
}
