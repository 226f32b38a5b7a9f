import { say } from '#shared/domain/console/say-codes.ts';
import type { AuditLine } from '../../api/answers.ts';
import type { Cell } from '#shared/contracts/http/csv.ts';
import { withCode } from '../tables/with-code.ts';
import { minutesWaited, sayAbout, sayBy, sayChanges, type AuditSpeech } from './say-change.ts';

/** The heads of the file of changes. */
export function auditHeads({ audit, tables }: AuditSpeech): string[] {
  const both = (head: string): string[] => withCode(head, tables.code);
  const named = [audit.who, audit.what, audit.about, audit.field].flatMap(both);
  return [tables.at, ...named, audit.before, audit.after, audit.decidedByHead, audit.waitedMinutes];
}

/** A change as rows of the file: one for each field, and one where no field is said. */
export function auditRows(entry: AuditLine, speech: AuditSpeech): Cell[][] {
  const { at, by, action, about, decidedBy, changes } = entry;
  const begin = [at, sayBy(by, speech), by, say(speech.audit.actions, action), action, sayAbout(entry, speech), about];
  const end = [decidedBy === undefined ? undefined : speech.nameOf(decidedBy), minutesWaited(entry)];
  const said = changes.flatMap((change) =>
    sayChanges([change], speech).map(({ field, before, after }) => [field, change.field, before, after]),
  );
  return (said.length === 0 ? [[undefined, undefined, undefined, undefined]] : said).map((change) => [
    ...begin,
    ...change,
    ...end,
  ]);
}
