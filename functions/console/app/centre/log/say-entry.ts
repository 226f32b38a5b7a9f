import { setAlone, noReason } from '#shared/domain/access/access-log.ts';
import { say, type SaidLabels } from '#shared/domain/console/say-codes.ts';
import { fill } from '#shared/domain/text.ts';
import type { TextsOfCentre } from '../../../centre-texts.ts';
import type { TextsOfConsole } from '../../../texts.ts';
import type { AccessLine } from '../../api/answers.ts';
import type { Cell } from '#shared/contracts/http/csv.ts';
import { withCode } from '../tables/with-code.ts';

/** What the words of an entry are taken from. */
export interface LogSpeech {
  log: TextsOfCentre['words']['log'];
  tables: TextsOfCentre['words']['tables'];
  findReasons: TextsOfConsole['words']['queue']['reasons'];
  labels: SaidLabels;
  /** A colleague's name by directory id, or the id. */
  nameOf: (id: string) => string;
}

/** What somebody did, in words. */
export function sayAction({ action, by, found }: AccessLine, { log }: LogSpeech): string {
  const kind = by === undefined ? '' : log.kinds[by];
  if (action === 'refused' && by !== undefined) return fill(log.refusedByLook, { kind });
  return fill(say(log.actions, action), { kind, n: String(found ?? 0) });
}

/** Why they did it, in words. Where a reason is no code of a list, it names a referral, an export or an exclusion. */
export function sayReason(reason: string, { log: { reasons }, findReasons, labels }: LogSpeech): string {
  const institution = (id: string): string => say(labels.institutions, id.replace(/-\d+$/u, ''));
  const [first = '', rest = ''] = reason.split(' ');
  if (reason === noReason) return reasons.not_asked;
  if (reason === setAlone) return reasons.set_alone;
  if (reason === 'excluded') return reasons.excluded;
  if (isOfReferral(first)) return fill(reasons[first], { what: institution(rest) });
  if (first === 'notice')
    return rest === '' ? reasons.noticeOfNone : fill(reasons.notice, { what: say(labels.platforms, rest) });
  if (/^export-\d+$/u.test(first)) return fill(reasons.export, { what: say(labels.exportReasons, rest) });
  if (first === 'subject_access') return fill(reasons.subject, { what: say(labels.receiptAssurances, rest) });
  if (/^exclusion-\d+$/u.test(reason)) return reasons.second_person;
  return say({ ...labels.readReasons, ...findReasons, ...labels.receiptAssurances }, reason);
}

const ofReferral = ['letter', 'referral', 'preview', 'desk', 'addresses'] as const;
const isOfReferral = (first: string): first is (typeof ofReferral)[number] => ofReferral.some((one) => one === first);

/** The heads of the file. Beside what is said in words stands the code, so that a spreadsheet can count. */
export function logHeads({ log, tables }: LogSpeech): string[] {
  const both = (head: string): string[] => withCode(head, tables.code);
  return [
    tables.at,
    ...both(log.who),
    ...both(log.what),
    log.caseNumber,
    ...both(log.severity),
    ...both(log.why),
    log.found,
    log.excludes,
    ...both(log.holder),
    log.onShift,
    ...both(log.marks),
  ];
}

/** One entry as a row of the file. */
export function logRow(entry: AccessLine, speech: LogSpeech): Cell[] {
  const { at, actor, action, caseNumber, severity, reason, found, excludes, holder, onShift, unusual } = entry;
  const { log, tables, labels, nameOf } = speech;
  return [
    at,
    nameOf(actor),
    actor,
    sayAction(entry, speech),
    action,
    caseNumber,
    severity && labels.severities[severity],
    severity,
    sayReason(reason, speech),
    reason,
    found,
    excludes,
    holder && log.holders[holder],
    holder,
    onShift === undefined ? undefined : onShift ? tables.yes : tables.no,
    unusual.map((sign) => say(log.signs, sign)).join('; '),
    unusual.join(' '),
  ];
}
