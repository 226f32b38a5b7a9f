import type { Audience } from '#shared/domain/help/audience.ts';
import type { GuidanceWording } from '#shared/domain/help/guidance.ts';
import type { HelpCondition } from '#shared/domain/help/help-condition.ts';

/** One wording for every adult reader. */
export function toAdults(wording: GuidanceWording): Record<Exclude<Audience, 'child'>, GuidanceWording> {
  return { parent: wording, school: wording, adult: wording };
}

/** The conditions, each narrowed by one more. */
export function narrowed(
  conditions: readonly HelpCondition[],
  { only = [], unless = [], unlessCategories = [] }: Pick<HelpCondition, 'only' | 'unless' | 'unlessCategories'>,
): HelpCondition[] {
  return conditions.map((condition) => ({
    ...condition,
    only: [...(condition.only ?? []), ...only],
    unless: [...(condition.unless ?? []), ...unless],
    unlessCategories: [...(condition.unlessCategories ?? []), ...unlessCategories],
  }));
}
