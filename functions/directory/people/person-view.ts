import type { Person } from '#shared/domain/people/person.ts';
import type { WaitingChange } from '#shared/domain/people/staff-record.ts';

/**
 * A person as an administrator sees them: all that the directory holds. What waits is shown with who asked and until
 * when.
 */
export function personView(
  of: Person & { waiting?: WaitingChange },
  revision: number,
): Readonly<Record<string, unknown>> {
  const { waiting, ...person } = of;
  return {
    ...person,
    revision,
    ...(waiting === undefined
      ? {}
      : {
          waiting: {
            set: waiting.set,
            because: waiting.because,
            askedBy: waiting.approval.askedBy,
            askedAt: waiting.approval.askedAt,
            effectiveAt: waiting.approval.effectiveAt,
            lapsesAt: waiting.approval.lapsesAt,
          },
        }),
  };
}
