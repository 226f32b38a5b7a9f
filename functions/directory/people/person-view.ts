import { triedAgainAt } from '#shared/domain/people/mark.ts';
import type { Mark } from '#shared/domain/people/mark.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Kept } from '#shared/domain/people/staff-record.ts';

/** What an administrator sees as it stands. What else stands on a record, a newer release wrote: nobody is shown it. */
const shownFields: Readonly<Record<Exclude<keyof (Person & Kept), 'waiting' | 'unreachable'>, true>> = {
  id: true,
  name: true,
  mail: true,
  contact: true,
  phone: true,
  language: true,
  role: true,
  team: true,
  unit: true,
  codeBy: true,
  duties: true,
  active: true,
  cleared: true,
  barred: true,
  chosen: true,
  testedAt: true,
  distrusted: true,
  held: true,
};

/**
 * A person as an administrator sees them: all that the directory holds. What waits is shown with who asked and until
 * when; `deciders` are those who may approve it.
 */
export function personView(
  of: Person & Kept,
  revision: number,
  deciders?: readonly string[],
): Readonly<Record<string, unknown>> {
  const { waiting, unreachable } = of;
  return {
    ...Object.fromEntries(Object.entries(of).filter(([name]) => Object.hasOwn(shownFields, name))),
    ...(unreachable === undefined ? {} : { unreachable: markView(unreachable) }),
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
            // Who can decide by a call. The code is the partner's alone.
            partner: waiting.approval.partner?.id,
            ...(deciders === undefined ? {} : { deciders }),
          },
        }),
  };
}

/** A mark as an administrator sees it, also one that release 0.1.0 wrote. */
export function markView(mark: Mark): Mark {
  return { ...mark, againAt: triedAgainAt(mark) };
}
