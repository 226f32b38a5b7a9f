import type { Sourced, Text } from '../text.ts';
import { reasonsFor } from './help-condition.ts';
import type { HelpCondition } from './help-condition.ts';
import { situationsOf } from './situations.ts';
import type { HelpFacts } from './situations.ts';

/** A number that a person answers. */
export interface HelpLine extends Sourced {
  kind: 'emergency' | 'police' | 'listen' | 'missing' | 'women';
  name: Text;
  phone: string;
  when: Text;
  free: boolean;
  /** Shown with every answer. */
  always: boolean;
  /** Where it answers, if that is not the whole country. */
  regions?: readonly string[];
}

/** Why phones stand in their order. A closed list. Source: docs/practice.md, Reporter's side. */
export const helpReasons = [
  'taken_or_hurt',
  'violence',
  'self_harm',
  'missing',
  'extortion',
  'partner',
  'other',
] as const;

export type HelpReason = (typeof helpReasons)[number];

/** Which phones stand first for one reason. */
export interface HelpOrder {
  reason: HelpReason;
  /** Any of them. */
  when: readonly HelpCondition[];
  /** In this order. */
  phones: readonly string[];
}

/** The help lines of a country pack, and their orders. The most urgent order comes first. */
export interface HelpPolicy {
  helpLines: readonly HelpLine[];
  helpOrders: readonly HelpOrder[];
}

export interface ChosenLine {
  line: HelpLine;
  /** Never empty. A line that stands there for everybody has `other`. */
  reasons: HelpReason[];
}

/**
 * The phones for a report, each once. Those of the most urgent reason come first, then those of the next one. At the end
 * come those that are always shown. Source: docs/practice.md, Reporter's side.
 */
export function chooseHelpLines({ helpLines, helpOrders }: HelpPolicy, facts: HelpFacts): ChosenLine[] {
  const { region } = facts.reported;
  const orders = ordersFor(helpOrders, facts);
  const here = helpLines.filter(({ regions }) => regions === undefined || isAmong(region, regions));
  const wanted = [...orders.flatMap(({ phones }) => phones), ...alwaysAmong(here).map(({ phone }) => phone)];
  return [...new Set(wanted)].flatMap((phone) => {
    const line = here.find((one) => one.phone === phone);
    if (line === undefined) return [];
    const reasons = orders.filter(({ phones }) => phones.includes(phone)).map(({ reason }) => reason);
    return [{ line, reasons: reasons.length === 0 ? ['other'] : [...new Set(reasons)] }];
  });
}

/** The most urgent reason of a report: what a sentence beside the phones speaks of. */
export function reasonOf({ helpOrders }: Pick<HelpPolicy, 'helpOrders'>, facts: HelpFacts): HelpReason {
  return ordersFor(helpOrders, facts)[0]?.reason ?? 'other';
}

/** The lines that go with every answer, in the pack's order. */
export function alwaysAmong(lines: readonly HelpLine[]): HelpLine[] {
  return lines.filter(({ always }) => always);
}

function ordersFor(orders: readonly HelpOrder[], facts: HelpFacts): HelpOrder[] {
  const found = situationsOf(facts);
  return orders.filter(({ when }) => reasonsFor(when, facts.reported, found).length > 0);
}

function isAmong(region: string | undefined, regions: readonly string[]): boolean {
  return region !== undefined && regions.includes(region);
}
