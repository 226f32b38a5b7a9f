import { addressesIn, withoutAddresses } from '../../domain/report/addresses-in-text.ts';
import type { TextLink } from '../../domain/report/addresses-in-text.ts';

/** A text as a screen shows it. */
export interface ShownText {
  text: string;
  /** Where addresses stand in it, so that a screen makes no link of them; absent where there are none. */
  links?: readonly TextLink[];
}

/**
 * A text as typed, with the positions of its addresses. For somebody who may not see addresses they are taken out of
 * the text, and the positions say where. Source: docs/practice.md, Clearance and Referral.
 */
export function shownText(typed: string, withAddresses: boolean): ShownText {
  const { text, links } = withAddresses ? { text: typed, links: addressesIn(typed) } : withoutAddresses(typed);
  return { text, ...(links.length === 0 ? {} : { links }) };
}

/** Whether an address was taken out of this text. */
export function isWithheldIn({ links = [] }: { links?: readonly TextLink[] }): boolean {
  return links.some(({ withheld }) => withheld === true);
}

/** All texts within a value, without addresses for somebody who may not see them. Keys and other values stay. */
export function shownWithin(value: unknown, withAddresses: boolean): unknown {
  if (withAddresses) return value;
  if (typeof value === 'string') return withoutAddresses(value).text;
  if (Array.isArray(value)) return value.map((inner) => shownWithin(inner, withAddresses));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shownWithin(inner, withAddresses)]));
}
