import type { ShiftCase } from '../api/answers.ts';
import { sayAt, sayBy, sayDeadline, saySince } from '../frame/moments.ts';
import { nameOf } from '../frame/people.ts';
import { centreWords, labelOf, say, words } from '../frame/texts.ts';

/** A fact of a case in words. What is late is said first, and stands out. */
export interface Fact {
  said: string;
  isLate?: true;
}

/** All that one shift tells the next of a case, in words. */
export function factsOf(of: ShiftCase): Fact[] {
  const w = centreWords().shift;
  const { missed = [], due, promised, waitsFor, nextStep, calls = [], waiting = [], unreadSince } = of;
  const facts: (Fact | undefined)[] = [
    ...missed.map(({ clock, at }): Fact => ({
      said: say(w.late, { clock: labelOf('clocks', clock), moment: sayAt(at) }),
      isLate: true,
    })),
    due && { said: say(w.due, { clock: labelOf('clocks', due.clock), moment: sayDeadline(due.at) }) },
    promised && {
      said: say(w.promised, {
        step: promised.step === 'handle' ? words().queue.toHandle : words().queue.toResolve,
        moment: sayDeadline(promised.by),
      }),
    },
    unreadSince === undefined ? undefined : { said: say(w.unread, { moment: saySince(unreadSince) }) },
    waitsFor && { said: sayWaiting(waitsFor) },
    nextStep && {
      said: say(w.nextStep, {
        step: labelOf('nextSteps', nextStep.step),
        by: sayBy(nextStep.by),
        moment: sayAt(nextStep.since),
      }),
    },
    ...calls.map(({ institution, at, by }): Fact => {
      const called = { institution: labelOf('institutions', institution), moment: sayAt(at) };
      return { said: by === undefined ? say(w.called, called) : say(w.calledBy, { ...called, name: nameOf(by) }) };
    }),
    ...waiting.map(({ kind, askedBy, askedAt }): Fact => ({
      said: say(w.approval, { kind: labelOf('approvalKinds', kind), name: nameOf(askedBy), moment: sayAt(askedAt) }),
    })),
  ];
  return facts.filter((fact) => fact !== undefined);
}

function sayWaiting({ who, institutions = [] }: NonNullable<ShiftCase['waitsFor']>): string {
  const w = centreWords().shift;
  if (who === 'reporter') return w.waitsReporter;
  return say(w.waitsInstitution, {
    institutions: institutions.map((code) => labelOf('institutions', code)).join(', '),
  });
}

/** Who has a case. Whoever cannot work on cases any more has none. */
export function sayHolder({ assignee, holderGone }: Pick<ShiftCase, 'assignee' | 'holderGone'>): string {
  const { held } = centreWords().shift;
  const w = words().queue;
  if (assignee === undefined) return say(held, { name: w.nobody });
  const name = nameOf(assignee);
  return say(held, { name: holderGone === true ? say(w.holderGone, { name }) : name });
}
