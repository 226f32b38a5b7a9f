import type { Case } from '../../case/case.ts';
import type { Assessed } from '../../case/concluded.ts';
import { dangerKnown } from '../../case/danger/danger.ts';
import { refused } from '../../case/decision.ts';
import type { Decision, Gap } from '../../case/decision.ts';
import { placeWords } from '../../report/report.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { dangerTimer } from '../../sla/clocks.ts';
import type { Instant } from '../../time/instant.ts';

/** The codes that the country pack knows. */
interface KnownCodes {
  categories: readonly { code: string }[];
  platforms: readonly string[];
  regions: readonly { code: string }[];
  communities: readonly string[];
}

/**
 * Records what staff concluded. It replaces any earlier conclusion as a whole. Somebody must have read the report. A
 * further danger to a person begins the clock of its call.
 */
export function decideAssessment(
  of: Case,
  input: Assessed,
  pack: KnownCodes & TimerPolicy,
  by: string,
  now: Instant,
): Decision {
  if (of.status === 'closed') return refused('wrong_status');
  if (of.readAt === undefined) return refused('not_read');
  const gaps = codeGaps(input, pack);
  if (gaps.length > 0) return refused('fields_missing', gaps);
  const danger = dangerKnown({ ...of, assessed: input }, now);
  const begun = danger === of.danger ? undefined : dangerTimer({ ...of, danger } as Case, pack);
  return {
    outcome: 'change',
    parts: {
      set: { assessed: input, ...(danger === undefined ? {} : { danger }) },
      events: [{ type: 'case.assessed', actor: `staff:${by}`, data: {} }],
      ...(begun === undefined ? {} : { timersArmed: [begun] }),
    },
  };
}

/** Staff may choose any category of the pack, also one that no public form shows. */
function codeGaps(input: Assessed, pack: KnownCodes): Gap[] {
  const categories = pack.categories.map(({ code }) => code);
  const regions = [...pack.regions.map(({ code }) => code), ...placeWords];
  const also = input.alsoCategories ?? [];
  const isTwice = also.includes(input.category) || new Set(also).size < also.length;
  return [
    ...unknown('/category', input.category, categories),
    ...also.flatMap((code, index) => unknown(`/alsoCategories/${index}`, code, categories)),
    ...(isTwice ? [{ pointer: '/alsoCategories', code: 'wrong_form', expected: 'each_once' } as const] : []),
    ...unknown('/platform', input.platform, pack.platforms),
    ...unknown('/region', input.region, regions),
    ...unknown('/community', input.community, pack.communities),
  ];
}

function unknown(pointer: string, code: string | undefined, known: readonly string[]): Gap[] {
  return code === undefined || known.includes(code) ? [] : [{ pointer, code: 'unknown_code' }];
}
