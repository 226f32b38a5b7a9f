import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import type { Row } from '../../database/expressions.ts';
import { aCase } from '#test/support/builders.ts';
import { anEvent } from '#test/support/new-case.ts';
import { judgePower } from './check-power.ts';
import type { CaseCourse, PowerEvidence } from './evidence-of-power.ts';

/*
 * Histories written by hand, to see what the oracle finds in them. Hours count from a Tuesday morning.
 */

export const begun = Date.UTC(2026, 10, 17, 8);
const hour = 60 * 60_000;
export const at = (hours: number): number => begun + hours * hour;
export const iso = (hours: number): string => new Date(at(hours)).toISOString();

const roles = {
  mallory: 'officer',
  blerim: 'officer',
  elira: 'supervisor',
  flamur: 'director',
  ilir: 'auditor',
  kujtim: 'administrator',
  lule: 'administrator',
} as const;

/** A record of the directory, as it is stored. */
export const member = (id: string, more: object = {}): Row =>
  toRow({
    pk: `STAFF#${id}`,
    sk: 'MEMBER',
    id,
    name: `Name of ${id}`,
    active: true,
    cleared: false,
    duties: [],
    mail: `${id}@centre.example`,
    ...more,
  });

/** Seven people and a partner; with some of them otherwise, or gone (`null`). */
export function centre(instead: Readonly<Record<string, object | null>> = {}): Row[] {
  const people = { ...roles, grace: undefined };
  const all = Object.entries(people).map(([id, role]) => ({
    id,
    of: role === undefined ? { duties: ['outside_partner'] } : { role },
  }));
  const added = Object.keys(instead).filter((id) => !Object.hasOwn(people, id));
  return [...all, ...added.map((id) => ({ id, of: {} }))].flatMap(({ id, of }) =>
    instead[id] === null ? [] : [member(id, { ...of, ...instead[id] })],
  );
}

/** A row of the audit. */
export const audit = (hours: number, by: string, action: string, about: string): Row =>
  toRow({ pk: 'AUDIT#2026-11', sk: `${iso(hours)}#${by}#${action}#${about}`, by, action, about });

/** A letter to somebody, about something, after so many hours. */
export const letter = (
  hours: number,
  to: string,
  text: string,
  tag = 'notice',
): PowerEvidence['post']['mails'][number] => ({
  at: at(hours),
  to: `${to}@centre.example`,
  subject: text,
  text: '',
  tags: { mail: tag },
});

export const of = aCase({ severity: 'critical', status: 'in_progress' });
export const number = of.caseNumber;

type Timed = [hours: number, event: NewEvent];
const staff = (id: string): `staff:${string}` => `staff:${id}`;
export const asked = (hours: number, by: string, approval: string): Timed => [
  hours,
  { type: 'approval.asked', actor: staff(by), data: { approval } },
];
export const given = (hours: number, by: string, approval: string): Timed => [
  hours,
  { type: 'approval.given', actor: staff(by), data: { approval } },
];
export const did = (hours: number, by: string, type: NewEvent['type'], data: object = {}): Timed => [
  hours,
  { type, actor: staff(by), data } as NewEvent,
];

/** A case with these events, each of which leads to a state. */
export function course(
  unsorted: readonly Timed[],
  states: readonly [hours: number, state: object][] = [],
  more: Partial<CaseCourse> = {},
): CaseCourse {
  const events = unsorted.toSorted(([one], [other]) => one - other);
  return {
    caseId: of.caseId,
    caseNumber: number,
    events: events.map(([hours, event], place) => anEvent(of, { ...event, number: place + 1, time: iso(hours) })),
    states: states.map(([hours, state]) => ({
      at: at(hours),
      of: { ...of, lastEvent: events.filter(([when]) => when <= hours).length, ...state },
    })),
    ...more,
  };
}

/** What is found of these insiders. Nothing went wrong, and twenty days have gone by. */
export function judged(
  evidence: Partial<PowerEvidence> & { mails?: PowerEvidence['post']['mails'] },
  who = ['mallory'],
) {
  const { mails = [], ...more } = evidence;
  return judgePower(who, {
    now: at(20 * 24),
    cases: [],
    directories: [{ at: at(0), rows: centre() }],
    access: [],
    agreed: new Set(),
    wasDisturbed: () => false,
    post: { mails, letters: new Map(), cameBack: new Set() },
    ...more,
  });
}

/** The kinds of what is found, each once. */
export const kinds = (...args: Parameters<typeof judged>): string[] => [
  ...new Set(judged(...args).broken.map(({ kind }) => kind)),
];
