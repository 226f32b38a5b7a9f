import type { Sourced, Text } from '../text.ts';
import { audienceOf } from './audience.ts';
import type { Audience } from './audience.ts';
import { reasonsFor } from './help-condition.ts';
import type { HelpCondition, HelpReasonCode } from './help-condition.ts';
import { mayBeWatched, situationsOf } from './situations.ts';
import type { HelpFacts } from './situations.ts';

export interface GuidanceWording {
  title: Text;
  /** Begins with one short sentence: what to do now. */
  text: Text;
}

/** A block of guidance. The pack's blocks stand in order of importance. */
export interface GuidanceEntry extends Sourced {
  /**
   * Names the block in tests and on the page of all texts. It is never shown to a reporter. Where two entries have one
   * code, the block has two places in the order, and is shown at the first that fits.
   */
  code: string;
  /** Any of them. */
  when: readonly HelpCondition[];
  /** What each reader reads. A reader without words is not shown the block. */
  words: Readonly<Partial<Record<Audience, GuidanceWording>>>;
  link?: string;
  /**
   * Stands alone: where nothing else fits, and where somebody may look over the reporter's shoulder. It says nothing of
   * the report.
   */
  isGeneral?: true;
}

/** A block for one reader, and why it was chosen. */
export interface ChosenBlock extends GuidanceWording {
  code: string;
  audience: Audience;
  link?: string;
  /** Never empty. */
  reasons: HelpReasonCode[];
}

/** A person in distress reads no more. Source: docs/practice.md, Reporter's side. */
export const mostBlocks = 4;

/**
 * What to do now: the first blocks of the pack that fit the report and are worded for its reader. Where none does, the
 * general block. Source: docs/practice.md, Reporter's side.
 */
export function chooseGuidance(entries: readonly GuidanceEntry[], facts: HelpFacts): ChosenBlock[] {
  const fitting = blocksFor(
    entries.filter(({ isGeneral }) => isGeneral !== true),
    facts,
  );
  return fitting.length === 0 ? generalGuidance(entries, facts) : fitting.slice(0, mostBlocks);
}

/**
 * Guidance that is read again, later. Where the suspect may look at the screen, it is the general block alone.
 * Source: docs/contract.md, Follow-up.
 */
export function guidanceAgain(entries: readonly GuidanceEntry[], facts: HelpFacts): ChosenBlock[] {
  return mayBeWatched(facts) ? generalGuidance(entries, facts) : chooseGuidance(entries, facts);
}

function generalGuidance(entries: readonly GuidanceEntry[], facts: HelpFacts): ChosenBlock[] {
  const general = entries.filter(({ isGeneral }) => isGeneral === true);
  return blocksFor(general, facts).slice(0, 1);
}

function blocksFor(entries: readonly GuidanceEntry[], facts: HelpFacts): ChosenBlock[] {
  const audience = audienceOf(facts.reported);
  const found = situationsOf(facts);
  const blocks = entries.flatMap(({ code, when, words, link }) => {
    const wording = words[audience];
    if (wording === undefined) return [];
    const reasons = reasonsFor(when, facts.reported, found);
    if (reasons.length === 0) return [];
    return [{ code, audience, ...wording, ...(link === undefined ? {} : { link }), reasons }];
  });
  return blocks.filter(({ code }, index) => blocks.findIndex((other) => other.code === code) === index);
}
