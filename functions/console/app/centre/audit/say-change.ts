import { institutionOf } from '#shared/domain/case/referral.ts';
import { say, type SaidLabels } from '#shared/domain/console/say-codes.ts';
import type { Shift } from '#shared/domain/people/roster/roster.ts';
import type { HeldRole, WaitingChange } from '#shared/domain/people/staff-record.ts';
import type { Mark } from '#shared/domain/people/mark.ts';
import type { Chosen } from '#shared/domain/access/chosen.ts';
import type { ChangedField } from '#shared/domain/console/centre/audit-words.ts';
import { fill } from '#shared/domain/text.ts';
import type { TextsOfCentre } from '../../../centre-texts.ts';
import type { AuditLine } from '../../api/answers.ts';

/** What the words of a change are taken from. */
export interface AuditSpeech {
  audit: TextsOfCentre['words']['audit'];
  tables: TextsOfCentre['words']['tables'];
  labels: SaidLabels;
  languageNames: Readonly<Record<string, string>>;
  nameOf: (id: string) => string;
  /** An instant, as the console says it. */
  sayAt: (at: string) => string;
}

type Change = AuditLine['changes'][number];

/** One field of a change in words: what it is called, and what it was and is. */
export interface SaidChange {
  field: string;
  before?: string;
  after?: string;
}

/** The name of an entry stands beside the change, and the number of its revision says nothing. */
const saysNothing: readonly string[] = ['id', 'code', 'revision'];

/** What changed, field by field. Of a list only what came or went is said. */
export function sayChanges(changes: readonly Change[], speech: AuditSpeech): SaidChange[] {
  return changes
    .filter(({ field }) => !saysNothing.includes(field))
    .map(({ field, before, after }) => {
      const [was, is] = Array.isArray(before) && Array.isArray(after) ? differing(before, after) : [before, after];
      const told = { before: sayValue(field, was, speech), after: sayValue(field, is, speech) };
      return {
        field: say(speech.audit.fields, field),
        ...(told.before === '' ? {} : { before: told.before }),
        ...(told.after === '' ? {} : { after: told.after }),
      };
    });
}

/** A change as one sentence. */
export function sentenceOf({ field, before, after }: SaidChange, { audit }: AuditSpeech): string {
  if (before === undefined) return fill(audit.added, { field, after: after ?? '' });
  if (after === undefined) return fill(audit.removed, { field, before });
  return fill(audit.changed, { field, before, after });
}

/** What the change is about: a person by name, or an entry of a list. */
export function sayAbout({ action, about }: Pick<AuditLine, 'action' | 'about'>, speech: AuditSpeech): string {
  if (about === undefined) return '';
  if (action === 'institution_set') return say(speech.labels.institutions, about);
  if (action === 'platform_set') return say(speech.labels.platforms, about);
  return speech.nameOf(about);
}

/** Who made the change. A file is loaded by whoever may write to the table. */
export function sayBy(by: string, { audit, nameOf }: AuditSpeech): string {
  return by === 'command-line' ? audit.commandLine : nameOf(by);
}

/** For how many minutes the request waited that was decided here. */
export function minutesWaited({ at, action, changes }: AuditLine): number | undefined {
  if (action !== 'change_approved' && action !== 'change_refused') return undefined;
  const waited = changes.find(({ field }) => field === 'waiting')?.before as WaitingChange | undefined;
  if (waited === undefined) return undefined;
  return Math.max(0, Math.floor((Date.parse(at) - Date.parse(waited.approval.askedAt)) / 60_000));
}

function differing(before: readonly unknown[], after: readonly unknown[]): [unknown[], unknown[]] {
  const missing = (from: readonly unknown[], others: readonly unknown[]): unknown[] => {
    const known = new Set(others.map((one) => JSON.stringify(one)));
    return from.filter((one) => !known.has(JSON.stringify(one)));
  };
  return [missing(before, after), missing(after, before)];
}

type Saying = (value: never, speech: AuditSpeech) => string;

/** Fields whose values are codes, or more than a text. Every other value is said as it is. */
const sayings: Readonly<Partial<Record<ChangedField, Saying>>> = {
  role: (role: string, { labels }) => say(labels.roles, role),
  team: (team: string, { labels }) => say(labels.teams, team),
  language: (code: string, { languageNames }) => say(languageNames, code),
  contact: (kind: string, { audit }) => say(audit.contacts, kind),
  way: (way: string, { labels }) => say(labels.noticeWays, way),
  duties: (duties: readonly string[], speech) => duties.map((duty) => sayDuty(duty, speech)).join(', '),
  distrusted: (at: string, { sayAt }) => sayAt(at),
  unreachable: ({ since, because }: Mark, { labels, sayAt }) => `${say(labels.undelivered, because)}, ${sayAt(since)}`,
  chosen: ({ by, alone }: Chosen, { audit, nameOf }) =>
    alone === true ? fill(audit.alone, { name: nameOf(by) }) : nameOf(by),
  held: (held: readonly HeldRole[], { labels }) => held.map(({ role }) => say(labels.roles, role)).join(', '),
  waiting: ({ set, approval }: WaitingChange, speech) =>
    fill(speech.audit.askedBy, {
      set: Object.entries(set)
        .map(([field, value]) => `${say(speech.audit.fields, field)}: ${sayValue(field, value, speech)}`)
        .join('; '),
      name: speech.nameOf(approval.askedBy),
    }),
  shifts: (shifts: readonly Shift[], speech) =>
    shifts
      .map(({ duty, days, from, to, holders }) =>
        fill(speech.audit.shift, {
          duty: sayDuty(duty, speech),
          days: days.map((day) => say(speech.audit.days, day)).join(', '),
          from,
          to,
          names: holders.map(speech.nameOf).join(', '),
        }),
      )
      .join('; '),
};

function sayDuty(duty: string, { labels }: AuditSpeech): string {
  const institution = institutionOf(duty);
  return institution === undefined ? say(labels.duties, duty) : say(labels.institutions, institution);
}

/** A value in words. It is empty where there is none. */
function sayValue(field: string, value: unknown, speech: AuditSpeech): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? speech.tables.yes : speech.tables.no;
  const saying = Object.hasOwn(sayings, field) ? sayings[field as ChangedField] : undefined;
  if (saying !== undefined) return saying(value as never, speech);
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
