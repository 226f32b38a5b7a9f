import type { Case, CasePromise } from '../domain/case/case.ts';
import { deadlinesOf } from '../domain/case/deadlines.ts';
import type { Instant } from '../domain/time/instant.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { promiseAt, wantedTimers } from '../domain/sla/clocks.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import type { Actor } from '../domain/case/events.ts';
import type { AccessEntry } from '../domain/access/access-log.ts';
import { caseNumberFrom } from '../domain/identifiers.ts';
import { firstStatus } from '../domain/case/lifecycle.ts';
import type { Channel, Report, ReportedFacts } from '../domain/report/report.ts';
import { reportedFacts } from '../domain/report/reported-facts.ts';
import type { WordLists } from '../domain/report/words/phrase-lists.ts';
import { assessSeverity } from '../domain/report/severity.ts';
import type { Severity, WordCode } from '../domain/report/severity.ts';
import { findWordsIn, writtenAsAddress } from '../domain/report/words/word-lists.ts';
import type { Clock } from '../ports/clock.ts';
import type { CommandRecord, NewCase, ReportStore, RequestRecord } from '../ports/case-store.ts';
import type { KeyMaker, Macs } from '../ports/sealing.ts';
import { deriveRequest } from '../sealing/derived.ts';
import { fingerprint } from '../sealing/keyed-hashes.ts';
import { again, decideAgain } from './decide-again.ts';
import { sealReport } from './seal-report.ts';

export interface AcceptReportDeps {
  store: ReportStore;
  keys: KeyMaker;
  macs: Macs;
  clock: Clock;
  country: Pick<CountryPack, 'severity' | 'loadWords' | 'clocks' | 'ladder' | 'timeZone' | 'workingDays'>;
  /** Bytes for case numbers. */
  randomBytes: (count: number) => Uint8Array;
  /** Waits between tries. The default waits with jitter. */
  pause?: (attempt: number) => Promise<unknown>;
}

/** What is different about a report that somebody of staff files for somebody else. */
export interface FiledByStaff {
  /** What the case begins with. */
  born: (
    reported: ReportedFacts,
    now: Instant,
  ) => Pick<Case, 'status' | 'readAt' | 'lastReadAt' | 'readUpTo' | 'readers' | 'receiptKnownTo' | 'danger'>;
  /** What the access log says of it. */
  entry: (of: Pick<AccessEntry, 'caseId' | 'caseNumber' | 'at'>) => AccessEntry;
}

export interface IncomingReport {
  /** The reporter's secret. It is never stored and never logged. */
  idempotencyKey: string;
  report: Report;
  channel: Channel;
  actor: Actor;
  /** Present where staff file it for somebody else. Of every other report nobody has read anything yet. */
  filedBy?: FiledByStaff;
  /** A code of the directory's campaigns. Only who files a report says it: the public API cannot look there. */
  campaign?: string;
  /** When staff were told, for a report that was entered later. The promise counts from then. */
  receivedAt?: Instant;
  traceparent?: string;
  /** The staff command that filed it. Its record goes into the same transaction. */
  command?: Omit<CommandRecord, 'caseId'>;
}

/** A report that is stored, by this call or an earlier one with the same key. */
export interface AcceptedReport {
  caseId: string;
  caseNumber: string;
  receipt: string;
  receivedAt: Instant;
  enteredAt?: Instant;
  promise: CasePromise;
  severity: Severity;
  /** What the word lists found. A repeat has the same words, so the same is found again. */
  words: readonly WordCode[];
}

export type AcceptOutcome =
  | ({ outcome: 'accepted'; isRepeat: boolean } & AcceptedReport)
  /**
   * The key was used for another report, which stays unchanged. Its number and receipt are given only to whom they can
   * belong: the category and the reporter's part are the same.
   */
  | { outcome: 'other_content'; first?: { caseNumber: string; receipt: string } }
  | { outcome: 'erased' }
  | { outcome: 'command_known'; command: CommandRecord }
  /**
   * Others wrote the same all the time, or the database broke off in the middle. A later call with the same key tells.
   */
  | { outcome: 'in_progress' };

/**
 * Takes a report: judges it, seals it, arms its clocks and stores everything as one transaction. So what is answered is
 * stored and watched, whatever fails afterwards (P1). The same key and content is one case, however often and however
 * many at once (P2). Throws only faults, and `KeysUnavailable` before anything is written.
 * Source: docs/design.md, Promises.
 */
export function acceptReport(deps: AcceptReportDeps): (incoming: IncomingReport) => Promise<AcceptOutcome> {
  return async (incoming) => {
    const { requestId, caseId, receipt, fingerprintKey } = deriveRequest(
      await deps.macs.requestRoot(incoming.idempotencyKey),
    );
    const content = fingerprint(fingerprintKey, canonicalJson(contentOf(incoming)));
    const { category, reporter } = incoming.report;
    const likeness = fingerprint(fingerprintKey, canonicalJson({ category, reporter }));
    const judged = judge(incoming, caseId, await deps.country.loadWords(), deps);
    const sealed = await sealReport(deps, { caseId, receipt, report: incoming.report });

    const attempt = async (): Promise<AcceptOutcome | typeof again> => {
      const numbered = { ...judged, caseNumber: caseNumberFrom(deps.randomBytes(5)) };
      const timers = wantedTimers(numbered, deps.country);
      const received = { ...numbered, deadlines: deadlinesOf(timers, numbered.clockNumber) };
      const newCase: NewCase = {
        ...whatHappened(incoming, received),
        ...sealed,
        timers,
        request: requestRecord(received, { requestId, fingerprint: content, likeness }),
      };
      const stored = await deps.store.store(newCase);
      if (stored.stored) return accepted({ caseId, receipt, words: judged.words }, newCase.request, false);
      switch (stored.because) {
        case 'request_known':
          return answerFrom(stored.request, { caseId, receipt, words: judged.words, content, likeness });
        case 'command_known':
          return { outcome: 'command_known', command: stored.command };
        default:
          return again;
      }
    };
    const outcome = await decideAgain(attempt, deps.pause);
    return outcome === again ? { outcome: 'in_progress' } : outcome;
  };
}

type InHand = Pick<AcceptedReport, 'caseId' | 'receipt' | 'words'>;

function accepted({ caseId, receipt, words }: InHand, request: RequestRecord, isRepeat: boolean): AcceptOutcome {
  const { caseNumber, receivedAt, enteredAt, promise, severity } = request;
  const entered = enteredAt === undefined ? {} : { enteredAt };
  const known = { caseId, caseNumber, receipt, receivedAt, ...entered, promise, severity, words };
  return { outcome: 'accepted', isRepeat, ...known };
}

function answerFrom(
  request: RequestRecord,
  { content, likeness, ...inHand }: InHand & { content: string; likeness: string },
): AcceptOutcome {
  if (request.erased === true) return { outcome: 'erased' };
  if (request.fingerprint !== content) {
    const isAlike = request.likeness === likeness;
    return {
      outcome: 'other_content',
      ...(isAlike ? { first: { caseNumber: request.caseNumber, receipt: inHand.receipt } } : {}),
    };
  }
  return accepted(inHand, request, true);
}

/**
 * The content that a retry must repeat. The language is left out: without one in the body it comes from a header. So a
 * retry from another browser is the same report. A report filed by staff also has its channel, and its time when it was
 * entered late.
 */
function contentOf({ report, channel, receivedAt }: IncomingReport): Record<string, unknown> {
  const { language: _, ...content } = report;
  return channel === 'web' ? content : { ...content, channel, receivedAt };
}

/** A case at the moment it is received, without its number. */
type JudgedCase = Omit<Case, 'caseNumber'>;

function judge(
  { report, channel, filedBy, campaign, receivedAt: told }: IncomingReport,
  caseId: string,
  lists: WordLists,
  deps: AcceptReportDeps,
): JudgedCase {
  const now = deps.clock.now();
  const receivedAt = told ?? now;
  const reported = reportedFacts(report);
  const words = wordsIn(report, lists);
  const { severity, reasons } = assessSeverity({ reported, words, linkedReports: 0 }, deps.country.severity);
  return {
    caseId,
    ...(filedBy?.born(reported, now) ?? { status: firstStatus }),
    clockNumber: 1,
    receivedAt,
    ...(told === undefined ? {} : { enteredAt: now }),
    channel,
    language: report.language,
    ...(campaign === undefined ? {} : { campaign }),
    reported,
    words,
    severity,
    severityReasons: reasons,
    promise: promiseAt(receivedAt, severity, reported, deps.country.clocks),
    outcomes: [],
    maybeSameAs: [],
    messageCount: 0,
    revision: 1,
    lastEvent: 1,
  };
}

/**
 * The word lists run while the text is in hand, over everything that reporters may say in their own words.
 * Source: docs/practice.md, Word lists.
 */
function wordsIn(report: Report, lists: WordLists): WordCode[] {
  const { narrative, urls, accounts, reporter, place } = report;
  const { name, organisation, contact } = reporter;
  const addresses = [...urls, ...accounts.map(({ handle }) => handle), contact?.email, contact?.phone];
  const texts = [narrative, name, organisation, contact?.whenSafe, place.school, ...writtenAsAddress(addresses)];
  return findWordsIn(texts, lists);
}

function whatHappened(
  { actor, filedBy, traceparent, command }: IncomingReport,
  received: Case,
): Pick<NewCase, 'case' | 'events' | 'command' | 'filed'> {
  const { caseId, caseNumber, receivedAt, enteredAt, lastEvent } = received;
  const data = enteredAt === undefined ? {} : { receivedAt };
  const time = enteredAt ?? receivedAt;
  const trace = traceparent === undefined ? {} : { traceparent };
  return {
    case: received,
    events: [{ type: 'case.received', actor, data, caseId, number: lastEvent, time, ...trace }],
    ...(command === undefined ? {} : { command: { ...command, caseId } }),
    ...(filedBy === undefined ? {} : { filed: filedBy.entry({ caseId, caseNumber, at: time }) }),
  };
}

function requestRecord(
  { caseNumber, receivedAt, enteredAt, promise, severity }: Case,
  key: Pick<RequestRecord, 'requestId' | 'fingerprint' | 'likeness'>,
): RequestRecord {
  return { ...key, caseNumber, receivedAt, ...(enteredAt === undefined ? {} : { enteredAt }), promise, severity };
}
