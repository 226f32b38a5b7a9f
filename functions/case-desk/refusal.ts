import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { caseSummary } from './reading/case-view.ts';

/**
 * A refused command as an answer: what is missing by field, not allowed, or against the state of the case; then with a
 * code for why, and how the case stands.
 */
export function problemOfRefusal({ because, gaps, facts = {} }: Decision & { outcome: 'refused' }, of: Case): Problem {
  switch (because) {
    case 'fields_missing':
      return new Problem('invalid_fields', 422, { errors: gaps });
    case 'not_allowed':
      return new Problem('forbidden', 403);
    case 'unknown_referral':
    case 'unknown_notice':
    case 'unknown_approval':
      return new Problem('not_found', 404);
    default:
      return new Problem('conflict', 409, { extra: { ...facts, because, case: caseSummary(of) } });
  }
}
