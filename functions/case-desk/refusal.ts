import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { forbidden, Problem } from '#shared/contracts/http/http.ts';
import { caseSummary } from '#shared/contracts/http/staff/queue-line.ts';

/**
 * The answer to a refused command. It says which fields are missing, that it is not allowed, or that there is no such
 * thing. In every other case the state of the case is against it. Then the answer has a code for why, and how the case
 * stands.
 */
export function problemOfRefusal({ because, gaps, facts = {} }: Decision & { outcome: 'refused' }, of: Case): Problem {
  switch (because) {
    case 'fields_missing':
      return new Problem('invalid_fields', 422, { errors: gaps });
    case 'role':
    case 'asked_by_another':
    case 'own_call':
      return forbidden(because);
    case 'unknown_referral':
    case 'unknown_notice':
    case 'unknown_approval':
      return new Problem('not_found', 404);
    default:
      return new Problem('conflict', 409, { extra: { ...facts, because, case: caseSummary(of) } });
  }
}
