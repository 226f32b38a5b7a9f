import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { administrativeOutcomes, outcomes, type MainOutcome } from '#shared/domain/case/lifecycle.ts';
import { canStandOn } from '#shared/domain/case/outcomes/fact-of-outcome.ts';
import { givenFacts, type GivenFact } from '#shared/domain/case/outcomes/outcome-fact.ts';

/** What somebody gives as the fact of one outcome. An empty kind: the case itself shows it. */
export interface FactFields {
  kind: string;
  name: string;
  why: string;
}

/** How a case ends, as a form has it. */
export interface EndFields {
  outcome: string;
  alsoOutcomes: readonly string[];
  /** By outcome. */
  facts: Readonly<Record<string, FactFields>>;
  otherDoor: string;
}

type End = Pick<CommandBodies['outcomeCorrection'], 'outcome' | 'alsoOutcomes' | 'facts' | 'otherDoor'>;

/** A field that is still missing, by the name of its label. */
export interface Missing {
  missing: string;
}

export const allOutcomes: readonly MainOutcome[] = [...outcomes, ...administrativeOutcomes];
export const noFact: FactFields = { kind: '', name: '', why: '' };
export const noEnd: EndFields = { outcome: '', alsoOutcomes: [], facts: {}, otherDoor: '' };
export const mostAlso = 5;

/** The further outcomes that can stand beside the main one. An administrative one stands alone. */
export function furtherOutcomes(main: string): MainOutcome[] {
  if (main === '' || isAdministrative(main)) return [];
  return outcomes.filter((one) => one !== main);
}

/** All outcomes of the form, the main one first. What cannot stand beside the main one is left out. */
export function outcomesOf({ outcome, alsoOutcomes }: Pick<EndFields, 'outcome' | 'alsoOutcomes'>): MainOutcome[] {
  const main = allOutcomes.find((one) => one === outcome);
  if (main === undefined) return [];
  return [main, ...furtherOutcomes(main).filter((one) => alsoOutcomes.includes(one))];
}

/** The facts that a person can give for an outcome. */
export function givenFor(outcome: MainOutcome): GivenFact[] {
  return givenFacts.filter((fact) => canStandOn(outcome, fact));
}

/** What is sent of it, or which field is still missing. */
export function endOf(fields: EndFields): End | Missing {
  const [outcome, ...also] = outcomesOf(fields);
  if (outcome === undefined) return { missing: 'outcome' };
  const isElsewhere = outcome === 'outside_our_work';
  if (isElsewhere && fields.otherDoor === '') return { missing: 'otherDoor' };
  const facts: NonNullable<End['facts']> = [];
  for (const one of [outcome, ...also]) {
    const { kind, name, why } = fields.facts[one] ?? noFact;
    const fact = givenFor(one).find((given) => given === kind);
    if (fact === 'spoken_to' && name.trim() === '') return { missing: 'spokenTo' };
    if (fact === 'spoken_to' && why.trim() === '') return { missing: 'why' };
    if (fact !== undefined) facts.push({ outcome: one, ...said(fact, { name, why }) });
  }
  return {
    outcome,
    ...(also.length === 0 ? {} : { alsoOutcomes: also }),
    ...(facts.length === 0 ? {} : { facts }),
    ...(isElsewhere ? { otherDoor: fields.otherDoor } : {}),
  };
}

function said(fact: GivenFact, spokenTo: { name: string; why: string }) {
  const facts = {
    own_look: { ownLook: true },
    spoken_to: { spokenTo },
    asked_in_talk: { askedInTalk: true },
  } as const;
  return facts[fact];
}

function isAdministrative(outcome: string): boolean {
  return administrativeOutcomes.some((one) => one === outcome);
}
