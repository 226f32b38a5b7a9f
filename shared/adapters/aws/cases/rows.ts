import type { Case } from '../../../domain/case/case.ts';
import type { DeadCode } from '../../../domain/case/receipts/receipt.ts';
import { eventNumberOf } from '../../../domain/case/events.ts';
import { isOver } from '../../../domain/case/status.ts';
import { toldStatus } from '../../../domain/case/told/told-status.ts';
import type { Timer, TimerId } from '../../../domain/case/timer-id.ts';
import { lastAskedAt } from '../../../domain/keeping/kept-lists.ts';
import { isToBeSeen, isUnseen, unreadSince } from '../../../domain/case/unseen/unread.ts';
import { placeOf } from '../../../domain/queue/place.ts';
import type {
  CommandRecord,
  NewCase,
  RequestRecord,
  SealedMessage,
  SealedNote,
  SealedReferral,
  SealedUnit,
} from '../../../ports/case-store.ts';
import type { SealedText } from '../../../ports/sealing.ts';
import { fromRowWithout, toRow, type Row } from '../dynamo/attribute-values.ts';
import { shardOf } from '../dynamo/shard.ts';

/**
 * The rows of the Cases and Keys tables: their keys and their content. docs/data.md shows them on one screen. Reading
 * does not check a row's form, because only Besa's own code writes these tables.
 */
export interface RowKey {
  pk: string;
  sk: string;
}

const rowKey = (pk: string, sk: string): RowKey => ({ pk, sk });

export const casePartition = (caseId: string): string => `CASE#${caseId}`;
export const caseIdOf = (partition: string): string => partition.slice('CASE#'.length);

export const metaKey = (caseId: string): RowKey => rowKey(casePartition(caseId), 'META');
export const isMeta = ({ sk }: Row): boolean => sk?.S === 'META';
export const reportKey = (caseId: string): RowKey => rowKey(casePartition(caseId), 'REPORT');
export const lookupIndexKey = (caseId: string): RowKey => rowKey(casePartition(caseId), 'FOUND_BY');
/** What a message with match keys added. The padded number keeps the rows in order. */
export const addedLookupKey = (caseId: string, message: number): RowKey =>
  rowKey(casePartition(caseId), `${addedLookupPrefix}${String(message).padStart(12, '0')}`);
export const addedLookupPrefix = 'FOUND_BY#';
export const messageKey = (caseId: string, number: number): RowKey =>
  rowKey(casePartition(caseId), `MESSAGE#${number}`);
/** Leads from the id of a reporter's message, which its Idempotency-Key makes, to its number. */
export const postedKey = (caseId: string, id: string): RowKey => rowKey(casePartition(caseId), `POSTED#${id}`);
export const noteKey = (caseId: string, number: number): RowKey => rowKey(casePartition(caseId), `NOTE#${number}`);
export const timerKey = (caseId: string, timer: TimerId): RowKey =>
  rowKey(casePartition(caseId), `TIMER#${timer.replaceAll('.', '#')}`);
export const doneKey = (caseId: string, reactor: string, eventNumber: number): RowKey =>
  rowKey(casePartition(caseId), `DONE#${reactor}#${eventNumber}`);
export const requestKey = (requestId: string): RowKey => rowKey(`REQUEST#${requestId}`, 'REQUEST');
export const numberKey = (caseNumber: string): RowKey => rowKey(`NUMBER#${caseNumber}`, 'NUMBER');
export const receiptKey = (lookup: string): RowKey => rowKey(`RECEIPT#${lookup}`, 'RECEIPT');
/** Leads from a person of staff to the cases whose present receipt they were shown. */
export const knownCasesPartition = (person: string): string => `KNOWS#${person}`;
export const knowsKey = (person: string, caseId: string): RowKey => rowKey(knownCasesPartition(person), caseId);
export const commandKey = (actor: string, keyHash: string): RowKey => rowKey(`COMMAND#${actor}#${keyHash}`, 'COMMAND');
/** In the Keys table. */
export const caseKeysKey = (caseId: string): RowKey => rowKey(casePartition(caseId), 'KEYS');
export const sealedReferralKey = (caseId: string, id: string, part: string): RowKey =>
  rowKey(casePartition(caseId), `REFERRAL#${id}#${part.toUpperCase()}`);
/**
 * In the Keys table. It is apart from the case's own keys, so that somebody can be given the key of one referral alone.
 */
export const referralKeysKey = (caseId: string, id: string): RowKey => rowKey(`REFERRAL#${caseId}#${id}`, 'KEYS');
/** In the Keys table. */
export const receiptKeysKey = (lookup: string): RowKey => rowKey(`RECEIPT#${lookup}`, 'KEYS');

const structural = new Set([
  'pk',
  'sk',
  'queuePk',
  'queueSk',
  'assigneePk',
  'assigneeSk',
  'keptPk',
  'keptSk',
  'askedPk',
  'askedSk',
  'duePk',
  'dueSk',
]);

/** What a row holds besides its keys. */
export function contentOf(row: Row): Record<string, unknown> {
  return fromRowWithout(row, structural);
}

/**
 * Partitions of the work queue. The first two are by shard: open cases, and ended ones until they are closed and all is
 * seen. The third is by person, without shards: the cases assigned to them that are open or hold unread words.
 */
export const openPartition = (shard: number): string => `QUEUE#${shard}`;
export const resolvedPartition = (shard: number): string => `RESOLVED#${shard}`;
export const assigneePartition = (assignee: string): string => `ASSIGNEE#${assignee}`;

/**
 * The case in clear. It stands in the work queue until it is closed and all of it is seen. While it is open or holds
 * unread words, it also stands under the person who has it. Its place says what must be looked at first.
 */
export function metaRow(of: Case): Row {
  return toRow({
    ...metaKey(of.caseId),
    ...of,
    ...keptAttributes(of),
    ...askedAttributes(of),
    ...queueAttributes(of),
  });
}

function queueAttributes(of: Case): Record<string, string> {
  const { caseId, status, assignee } = of;
  if (status === 'closed' && !isToBeSeen(of)) return {};
  const shard = shardOf(caseId);
  const position = `${placeOf(of)}#${caseId}`;
  const isWork = !isOver(of) || unreadSince(of) !== undefined;
  return {
    queuePk: isOver(of) ? resolvedPartition(shard) : openPartition(shard),
    queueSk: position,
    ...(assignee !== undefined && isWork ? { assigneePk: assigneePartition(assignee), assigneeSk: position } : {}),
  };
}

/**
 * Partitions of the index `kept`, by shard: ended cases that are not held, at the next thing to do about keeping them;
 * held ones; and ended ones that are not erased before somebody has seen all of them. Retention reads the first alone.
 */
export const keptPartition = (shard: number): string => `KEPT#${shard}`;
export const heldPartition = (shard: number): string => `HELD#${shard}`;
export const unseenPartition = (shard: number): string => `UNSEEN#${shard}`;
/** The partition of the index `asked`, by shard: cases about which somebody asked something of keeping. */
export const askedPartition = (shard: number): string => `ASKED#${shard}`;

/**
 * The place of a case in the index `kept`. If an ended case has changed since its next step was decided, the place is
 * the time it ended. So the next run decides anew (docs/decisions/111).
 */
function keptAttributes(of: Case): { keptPk?: string; keptSk?: string } {
  const shard = shardOf(of.caseId);
  const at = (partition: string, instant: string) => ({ keptPk: partition, keptSk: `${instant}#${of.caseId}` });
  if (of.hold !== undefined) return at(heldPartition(shard), of.hold.since);
  if (!isOver(of)) return {};
  const endedAt = of.closedAt ?? of.resolvedAt ?? of.receivedAt;
  if (isUnseen(of)) return at(unseenPartition(shard), endedAt);
  const isCurrent = of.keeping?.revision === of.revision;
  return at(keptPartition(shard), (isCurrent ? of.keeping?.lookAt : undefined) ?? endedAt);
}

function askedAttributes(of: Case): { askedPk?: string; askedSk?: string } {
  const at = lastAskedAt(of);
  return at === undefined ? {} : { askedPk: askedPartition(shardOf(of.caseId)), askedSk: `${at}#${of.caseId}` };
}

/** A row of an earlier release may hold a status that its own facts do not bear out. It is read as it may be told. */
export function caseFrom(row: Row): Case {
  const of = contentOf(row) as unknown as Case;
  return { ...of, status: toldStatus(of) };
}

/** The place of a timer or an unsent mail in the `due` index. */
export function dueAttributes(key: RowKey, at: string): { duePk: string; dueSk: string } {
  const caseId = caseIdOf(key.pk);
  return { duePk: `DUE#${shardOf(caseId)}`, dueSk: `${at}#${caseId}#${key.sk}` };
}

export function timerRow(caseId: string, timer: Timer): Row {
  const key = timerKey(caseId, `${timer.clock}.${timer.kind}.${timer.subject}`);
  return toRow({ ...key, ...timer, ...dueAttributes(key, timer.dueAt) });
}
export const timerFrom = (row: Row): Timer => contentOf(row) as unknown as Timer;

export function timerIdOf(sortKey: string): TimerId {
  return sortKey.slice('TIMER#'.length).replaceAll('#', '.') as TimerId;
}

export function doneRow(caseId: string, done: { reactor: string; eventId: string }): Row {
  return toRow({ ...doneKey(caseId, done.reactor, eventNumberOf(done.eventId)), eventId: done.eventId });
}

export const messageRow = (message: SealedMessage): Row =>
  toRow({ ...messageKey(message.caseId, message.number), ...message });
export const messageFrom = (row: Row): SealedMessage => contentOf(row) as unknown as SealedMessage;

export const postedRow = ({ caseId, number }: SealedMessage, id: string): Row =>
  toRow({ ...postedKey(caseId, id), number });

export const noteRow = (note: SealedNote): Row => toRow({ ...noteKey(note.caseId, note.number), ...note });
export const noteFrom = (row: Row): SealedNote => contentOf(row) as unknown as SealedNote;

export const sealedReferralRow = ({ caseId, id, part, sealed }: SealedReferral): Row =>
  toRow({ ...sealedReferralKey(caseId, id, part), caseId, id, part, sealed });
export const sealedReferralFrom = (row: Row): Omit<SealedReferral, 'wrappedKey' | 'unitForReporter'> =>
  contentOf(row) as unknown as Omit<SealedReferral, 'wrappedKey' | 'unitForReporter'>;

/** Apart from the referral's parts, because it is sealed under another key. */
export const sealedUnitRow = ({ caseId, id, sealed }: SealedUnit): Row =>
  toRow({ ...rowKey(casePartition(caseId), `${unitPrefix}${id}`), caseId, id, sealed });
export const sealedUnitFrom = (row: Row): SealedUnit => contentOf(row) as unknown as SealedUnit;
export const unitPrefix = 'UNIT#';

export const commandRow = (command: CommandRecord): Row =>
  toRow({ ...commandKey(command.actor, command.keyHash), ...command });
/** In the case's partition: which command was taken about it. Erasing finds the command's own row by it. */
export const commandedRow = ({ caseId, actor, keyHash }: CommandRecord): Row =>
  toRow({ ...rowKey(casePartition(caseId), `COMMANDED#${actor}#${keyHash}`), actor, keyHash });
export const commandFrom = (row: Row): CommandRecord => contentOf(row) as unknown as CommandRecord;

export const requestRow = (request: RequestRecord): Row => toRow({ ...requestKey(request.requestId), ...request });
export const requestFrom = (row: Row): RequestRecord => contentOf(row) as unknown as RequestRecord;

export const reportRow = (caseId: string, report: NewCase['report']): Row => toRow({ ...reportKey(caseId), ...report });
export const reportFrom = (row: Row): NewCase['report'] => contentOf(row) as unknown as NewCase['report'];

/** Lists what elsewhere leads to the case: for finding possible duplicates, and for erasing all of it. */
export function lookupIndexRow(of: NewCase): Row {
  const knowers = knowersOf(of.case);
  return toRow({
    ...lookupIndexKey(of.case.caseId),
    requestId: of.request.requestId,
    receiptLookup: of.receiptLookup,
    ...(knowers.length === 0 ? {} : { knownTo: knowers }),
    likenesses: [...new Set(of.likenesses)],
  });
}

/** The match keys that one message added. They have a row for each message, because one row would grow without end. */
export function addedLookupRow(caseId: string, message: number, blinds: readonly string[]): Row {
  return toRow({ ...addedLookupKey(caseId, message), likenesses: [...new Set(blinds)] });
}

/** The blind indexes that a row of the lookup index names. */
export function matchKeysIn(row: Row | undefined): string[] {
  return (row?.['likenesses']?.L ?? []).flatMap(({ S: blind }) => (blind === undefined ? [] : [blind]));
}

/** One row for each address, account or phone of the case, under its blind index. */
export function matchKeyRows({ caseId, receivedAt }: Case, blinds: readonly string[]): Row[] {
  return [...new Set(blinds)].map((blind) => toRow({ pk: blind, sk: casePartition(caseId), receivedAt }));
}

export const numberRow = (of: Case): Row => toRow({ ...numberKey(of.caseNumber), caseId: of.caseId });

export const receiptRow = (lookup: string, caseId: string): Row => toRow({ ...receiptKey(lookup), caseId });

/** What stays of a code that opens nothing any more: it leads to the case, and to no key. */
export const deadReceiptRow = (lookup: string, caseId: string, dead: DeadCode): Row =>
  toRow({ ...receiptKey(lookup), caseId, dead });

/** Who of staff was shown the present receipt: directory ids. */
export const knowersOf = ({ receiptKnownTo = [] }: Case): string[] => receiptKnownTo.map(({ by }) => by);

export const knowsRow = (person: string, caseId: string): Row => toRow({ ...knowsKey(person, caseId), caseId });

/** The two rows of the Keys table: one opens the case for staff, one opens its thread for the reporter. */
export function keyRows(of: NewCase): Row[] {
  const { threadForReporter, ...forStaff } = of.wrappedKeys;
  return [toRow({ ...caseKeysKey(of.case.caseId), ...forStaff }), receiptKeysRow(of.receiptLookup, threadForReporter)];
}
export const receiptKeysRow = (lookup: string, threadForReporter: SealedText): Row =>
  toRow({ ...receiptKeysKey(lookup), threadForReporter });
export const staffKeysFrom = (row: Row): Omit<NewCase['wrappedKeys'], 'threadForReporter'> =>
  contentOf(row) as unknown as Omit<NewCase['wrappedKeys'], 'threadForReporter'>;
