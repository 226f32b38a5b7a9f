import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { Reader } from '#shared/contracts/http/wording.ts';
import { largestLinkedReading, mostOnPage, thoseThatFit } from '#shared/contracts/http/page-of-thread.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { isCsamCase } from '#shared/domain/case/csam-flagged.ts';
import { hasRead } from '#shared/domain/case/receipts/known-receipt.ts';
import { isOver } from '#shared/domain/case/status.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { addressOf, audienceOf } from '#shared/domain/help/audience.ts';
import { readingRoles } from '#shared/domain/pages/privacy-texts.ts';
import type { CopiedMessage, DisclosedCopy } from '#shared/domain/referrals/disclosed-copy.ts';
import type { ReportAddresses, ReportDetails } from '#shared/domain/report/report-parts.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { subjectSheet } from '#shared/pages/letter/subject-sheet.ts';
import type { SubjectAccess } from '#shared/pages/letter/subject-sheet.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { shownText, shownWithin } from '#shared/use-cases/referrals/shown-text.ts';
import { tellSharing, wasShared } from '#shared/use-cases/referrals/tell-sharing.ts';
import type { Sharing } from '#shared/use-cases/referrals/tell-sharing.ts';
import { findCase } from '../find-case.ts';
import type { FindCaseDeps } from '../find-case.ts';
import { openCase } from '../reading/open-case.ts';
import type { OpenCaseDeps, OpenedCase } from '../reading/open-case.ts';
import { admitOpening, recordAccess } from '../reading/record-access.ts';
import type { RecordAccessDeps } from '../reading/record-access.ts';
import { problemOfRefusal } from '../refusal.ts';

export interface SubjectAccessDeps extends FindCaseDeps, OpenCaseDeps, RecordAccessDeps {
  admit: AdmitStaff;
  directory: Pick<Directory, 'member' | 'isOnShift'>;
  country: CountryPack;
}

/**
 * `POST /v1/cases/{number}/subject-access`: all that the person told, on a sheet to print for them, whom we told, who
 * opened it by what they do, and until when it is kept. No note of staff, no message of the centre and nothing of another
 * case is in it. Only who has read the case gives it: nobody else can tell whether it is the reporter who asks. The AccessLog row
 * comes first. Nothing is stored and nothing changes, so it needs no Idempotency-Key. Of a CSAM-flagged case it has no
 * addresses of pages, whoever asks. Source: docs/decisions/192.
 */
export function giveSubjectAccess(deps: SubjectAccessDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const { country } = deps;
  return async (request) => {
    const by = await deps.admit(request, 'give_subject_access');
    const asked = parseCommandBody('subjectAccess', request.body);
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    const language = languageOf(asked, of, country);
    if (!hasRead(of, by.id)) throw problemOfRefusal({ outcome: 'refused', because: 'not_read_by_you', gaps: [] }, of);
    await recordAccess(deps, of, by, { action: 'export', reason: `subject_access ${asked.assuredBy}` });
    const [pages, texts, taxonomy, own] = await Promise.all([
      country.loadPages(),
      country.loadOfficialLetterTexts(),
      country.loadTaxonomyTexts(),
      subjectAccessOf(deps, of, language, asked.fromMessage),
    ]);
    const { texts: privacy } = await pages.loadPrivacy();
    const wording = { ...country, texts, platforms: taxonomy.platforms, taxonomy, pages: pages.texts, privacy };
    const sheet = subjectSheet(own, language, wording);
    return { status: 200, body: { sheet, language, ...(own.next === undefined ? {} : { next: own.next }) } };
  };
}

/** The sheet is read by who reported: it is in the language of the report, unless another one is asked for. */
function languageOf({ language }: CommandBodies['subjectAccess'], of: Case, { languages }: CountryPack): string {
  if (language === undefined) return of.language;
  if (languages.includes(language)) return language;
  throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/language', code: 'unknown_code' }] });
}

async function subjectAccessOf(
  deps: SubjectAccessDeps,
  of: Case,
  language: string,
  from: number | undefined,
): Promise<SubjectAccess> {
  const { country, clock } = deps;
  const withAddresses = !isCsamCase(of, country.categories);
  const opened = await openCase(deps, of.caseId, { withAddresses });
  const details = opened.details as ReportDetails;
  const { victims, moreVictims, suspect, reporter, place, language: _, ...chosen } = details;
  const { written, next } = await writtenBy(deps, of, opened, { from, withAddresses });
  const addresses = [opened.addresses, ...written.map((one) => one.addresses)];
  const said = {
    narrative: opened.narrative,
    thread: written.map(({ message }) => message),
    reporter,
    suspect,
    place,
    victims,
    moreVictims,
  };
  const audience = audienceOf(of.reported);
  const at = clock.now();
  return {
    caseNumber: of.caseNumber,
    at,
    audience,
    said: {
      ...(shownWithin(said, withAddresses) as DisclosedCopy),
      addresses: addresses.flatMap((one) => one?.urls ?? []),
      // An account name is no address, however it is written.
      accounts: addresses.flatMap((one) => one?.accounts ?? []),
    },
    chosen,
    isWithheld: !withAddresses,
    sharedWith: await sharedWith(deps, of, opened, at, { language, address: addressOf(audience) }),
    seenBy: await seenBy(deps, of),
    eraseAt: isOver(of) && of.hold === undefined ? of.keeping?.eraseAt : undefined,
    isHeld: of.hold !== undefined,
    next,
  };
}

/** What came with the code, from a message on: as much as one sheet takes. What the centre wrote is not among it. */
async function writtenBy(
  { sealed }: OpenCaseDeps,
  { caseId, messageCount }: Case,
  opened: OpenedCase,
  { from = 1, withAddresses }: { from: number | undefined; withAddresses: boolean },
): Promise<{ written: { message: CopiedMessage; addresses: ReportAddresses | undefined }[]; next?: number }> {
  if (from > messageCount) return { written: [] };
  const found = await sealed.messages(caseId, { from, to: Math.min(messageCount, from + mostOnPage - 1) });
  const all = found.map((message) => ({
    message: {
      number: message.number,
      from: message.from,
      at: message.at,
      text: shownText(opened.message(message).text, withAddresses).text,
    },
    addresses: opened.addressesOf(message),
  }));
  const shown = thoseThatFit(all, largestLinkedReading);
  const last = shown.at(-1)?.message.number ?? messageCount;
  return {
    written: shown.filter(({ message }) => message.from === 'reporter'),
    ...(last < messageCount ? { next: last + 1 } : {}),
  };
}

/** Whom we told, as the holder of the code reads it. */
async function sharedWith(
  { sealed, country }: SubjectAccessDeps,
  of: Case,
  opened: OpenedCase,
  now: Instant,
  reader: Reader,
): Promise<Sharing[]> {
  if (!wasShared(of)) return [];
  const [units, followUpTexts] = await Promise.all([sealed.units(of.caseId), country.loadFollowUpTexts()]);
  const names = new Map(units.map((unit) => [unit.id, opened.unit(unit)]));
  return tellSharing(of, names, now, reader, { ...country, followUpTexts });
}

/** Who opened the text, by what they do at the centre now: no name is given out, and nobody is counted. */
async function seenBy({ directory }: SubjectAccessDeps, { readers = [] }: Case): Promise<SubjectAccess['seenBy']> {
  const members = await inParallel(atOnce, readers, (id) => directory.member(id));
  const roles = members.map((member) => readingRoles.find((role) => role === member?.role) ?? ('other' as const));
  return [...readingRoles, 'other' as const].filter((role) => roles.includes(role));
}

/** How many readers are looked up at the same time. */
const atOnce = 8;
