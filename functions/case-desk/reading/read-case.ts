import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import { noReason } from '#shared/domain/access/access-log.ts';
import type { ReadReason } from '#shared/domain/access/access-log.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideReading } from '#shared/domain/commands/handling/handle.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { firstUnread, readUpTo } from '#shared/domain/sla/unread-page.ts';
import type { CaseWithTimers } from '#shared/ports/case-store.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { findCase } from '../find-case.ts';
import type { OpenCaseDeps } from './open-case.ts';
import { openPage } from './open-page.ts';
import type { OpenedPage, PageAsked } from './open-page.ts';
import { admitOpening, recordAccess } from './record-access.ts';
import type { RecordAccessDeps } from './record-access.ts';
import { seesAddresses } from './sees-addresses.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface ReadCaseDeps extends TakeCommandDeps, OpenCaseDeps, RecordAccessDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'categories'> & TimerPolicy;
  /** Whether the directory lists a campaign with this code. */
  isCampaign: (code: string) => Promise<boolean>;
}

/**
 * `POST /v1/cases/{number}/read`: opens the sealed text. The AccessLog row comes first; without it the text stays
 * closed. The text is opened before the reading is recorded. So a case whose text did not open never counts as read.
 * Each round opens it again. So a message that arrives meanwhile is either shown or still waits to be read. Of a long
 * thread it opens a page, and what the page does not show stays unread. A retry opens the same page again, with another
 * row in the AccessLog.
 */
export function readCase(deps: ReadCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const read = reading(deps);
  return (request) => read(request);
}

/** How many bytes the texts of a case may take in an answer. `whole`: with the report; beyond it nothing is read. */
export interface RoomForTexts extends Pick<PageAsked, 'bytes' | 'noteBytes'> {
  whole: number;
}

/**
 * The same for an answer that has only so much room. A case whose texts take more is not read: `Problem` `too_large`,
 * with status 413.
 */
export function reading(deps: ReadCaseDeps) {
  const take = takeCommand(deps);

  /** The campaign that the report names, where the case does not say it yet. What is no campaign stays sealed. */
  const campaignOf = async ({ campaign }: Case, details: unknown): Promise<string | undefined> => {
    const named = (details as { campaign?: unknown }).campaign;
    if (campaign !== undefined || typeof named !== 'string') return undefined;
    return (await deps.isCampaign(named)) ? named : undefined;
  };

  return async (request: HttpRequest, room?: RoomForTexts): Promise<HttpAnswer> => {
    const by = await deps.admit(request, 'read_case');
    const content = parseCommandBody('read', request.body);
    const found = await findCase(deps, request.path['number']);
    const { case: of } = found;
    await admitOpening(deps, of, by);
    const reason = reasonFor(of, content.reason);
    await recordAccess(deps, of, by, { action: 'read', reason });

    const { fromMessage, fromNote } = content;
    const open = async (
      { case: as, timers }: CaseWithTimers,
      from: number | undefined = fromMessage,
    ): Promise<OpenedPage> => {
      const page = await openPage(deps, as, {
        withAddresses: seesAddresses(by, as, deps.country),
        fromMessage: from,
        firstUnread: firstUnread(as, timers),
        fromNote,
        ...room,
      });
      if (room !== undefined && bytesOf(page.body) > room.whole) throw new Problem('too_large', 413);
      return page;
    };
    let opened: OpenedPage | undefined;
    const answer = await take({
      name: 'read',
      by,
      request,
      content,
      decide: async (state, now) => {
        opened = await open(state);
        const { case: standing, timers } = state;
        const reading = decideReading(standing, timers, by.id, deps.country, now, readUpTo(standing, timers, opened));
        return withCampaign(reading, await campaignOf(standing, opened.body['details']));
      },
      // A retry must show the page that was read by the first try, and not the one after it.
      alsoAnswers: () => ({ fromMessage: opened?.from }),
    });
    const { fromMessage: from, ...stood } = answer.body;
    const page = opened?.from === from ? opened : undefined;
    return {
      ...answer,
      body: { ...stood, ...(page ?? (await open(found, from === undefined ? undefined : Number(from)))).body },
    };
  };
}

/**
 * Reading also tells a registered campaign in clear, for the figures. Nobody else could: who opens the report is the
 * first who may know its code. See docs/decisions/143.
 */
function withCampaign(reading: Decision, campaign: string | undefined): Decision {
  if (reading.outcome !== 'change' || campaign === undefined) return reading;
  return { ...reading, parts: { ...reading.parts, set: { ...reading.parts.set, campaign } } };
}

/** How long texts are in an answer. */
export function bytesOf(texts: object): number {
  return Buffer.byteLength(JSON.stringify(texts));
}

/** The reader of a critical or high case must give a reason. Source: docs/practice.md, People. */
function reasonFor(of: Case, reason: ReadReason | undefined): string {
  if (reason === undefined && (of.severity === 'critical' || of.severity === 'high')) {
    throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/reason', code: 'required' }] });
  }
  return reason ?? noReason;
}
