import { timingSafeEqual } from 'node:crypto';
import type { Case } from '#shared/domain/case/case.ts';
import { bareCallCode } from '#shared/domain/identifiers.ts';

/**
 * Whether somebody said the code of the outside partner's letter about this request. The comparison takes the same time
 * for each wrong code of the right length.
 */
export function isRightCode({ approvals = [] }: Case, id: string, said: string): boolean {
  const code = approvals.find((one) => one.id === id)?.partner?.code;
  if (code === undefined) return false;
  const [kept, given] = [code, said].map((text) => Buffer.from(bareCallCode(text)));
  return kept !== undefined && given !== undefined && kept.length === given.length && timingSafeEqual(kept, given);
}
