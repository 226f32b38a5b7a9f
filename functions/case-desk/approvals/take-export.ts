import { smallerPage } from '#shared/contracts/http/page-of-thread.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { withoutSpecialRisk } from '#shared/domain/case/concluded.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideExportTaking, isWithinTaking } from '#shared/domain/commands/records/export.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { AdmitStaff, Admitted } from '#shared/use-cases/admit-staff.ts';
import { caseSummary } from '#shared/contracts/http/staff/queue-line.ts';
import { clearFields } from '../reading/case-view.ts';
import { findCase } from '../find-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { openPage } from '../reading/open-page.ts';
import { admitOpening, recordAccess } from '../reading/record-access.ts';
import type { RecordAccessDeps } from '../reading/record-access.ts';
import { seesAddresses } from '../reading/sees-addresses.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';
import { revisionAnswer } from '#shared/use-cases/answer-once.ts';
import { exportText } from './export-text.ts';

type Part = CommandBodies['exportTaking'];

export interface TakeExportDeps extends TakeCommandDeps, OpenCaseDeps, RecordAccessDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'approvals' | 'categories' | 'defaultLanguage' | 'loadExportTexts'>;
}

/**
 * `POST /v1/cases/{number}/export/{approval}/copy`: gives an approved export, once, to the person who asked for it. It
 * comes as JSON and as text. A mark on each part of the text says who has it, of which case, and when. The AccessLog
 * row comes first; nothing is stored. A retry of the same command gets the copy again within the pack's minutes, after
 * another row. So do the further parts of a long thread, each with a row of its own.
 */
export function takeExport(deps: TakeExportDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  const { approvals } = deps.country;

  return async (request) => {
    const by = await deps.admit(request, 'export_case');
    const content = parseCommandBody('exportTaking', request.body);
    const { approval: id = '' } = request.path;
    const { case: found } = await findCase(deps, request.path['number']);
    await admitOpening(deps, found, by);
    if (isFurtherPart(found, id, by, content)) {
      return revisionAnswer({ ...caseSummary(found), ...(await againFor(request, id, by, content)) }, found.revision);
    }
    let given: HttpAnswer['body'] | undefined;
    const answer = await take({
      name: 'exportTaking',
      by,
      request,
      content,
      decide: async ({ case: of }, now) => {
        const decision = decideExportTaking(of, id, by, approvals, now);
        if (decision.outcome === 'change') given = await copyOf(deps, of, id, by, request.language, content);
        return decision;
      },
    });
    return { ...answer, body: { ...answer.body, ...(given ?? (await againFor(request, id, by, content))) } };
  };

  async function againFor(request: HttpRequest, id: string, by: Admitted, part: Part): Promise<HttpAnswer['body']> {
    const { case: of } = await findCase(deps, request.path['number']);
    if (!isWithinTaking(of, id, approvals, deps.clock.now())) {
      throw new Problem('conflict', 409, { extra: { because: 'taken_already', case: caseSummary(of) } });
    }
    return copyOf(deps, of, id, by, request.language, part);
  }
}

/** A part after the first: the copy was taken, by this person. The first part has its own place in the history. */
function isFurtherPart(of: Case, id: string, by: Admitted, { fromMessage, fromNote }: Part): boolean {
  const approval = of.approvals?.find((one) => one.id === id);
  const isTaken = approval?.takenAt !== undefined && approval.askedBy === by.id;
  return isTaken && (fromMessage !== undefined || fromNote !== undefined);
}

async function copyOf(
  deps: TakeExportDeps,
  of: Case,
  id: string,
  by: Admitted,
  language: string,
  { fromMessage = 1, fromNote = 1 }: Part,
): Promise<HttpAnswer['body']> {
  const { caseNumber } = of;
  const approval = of.approvals?.find((one) => one.id === id && one.kind === 'export');
  if (approval?.kind !== 'export') throw new Problem('not_found', 404);
  const at = deps.clock.now();
  await recordAccess(deps, of, by, { action: 'export', reason: `${id} ${approval.reason}` });
  const [texts, opened] = await Promise.all([
    deps.country.loadExportTexts(),
    openPage(deps, of, {
      withAddresses: seesAddresses(by, of, deps.country),
      asTyped: true,
      fromMessage,
      fromNote,
      bytes: smallerPage,
    }),
  ]);
  const mark = {
    caseNumber,
    export: id,
    reason: approval.reason,
    givenTo: by.id,
    name: by.name,
    approvedBy: approval.decidedBy,
    at,
  };
  // Other cases belong to other reporters. A file that leaves the centre names none of them, and no special risk.
  const { approvals: _, ...clear } = clearFields(withoutSpecialRisk(of), {
    leadCase: undefined,
    linkedCases: [],
    maybeSameAs: [],
  });
  const parts = { case: clear, ...opened.body };
  const said = texts.watermark[language] ?? texts.watermark[deps.country.defaultLanguage] ?? '';
  return { export: { mark, ...parts }, text: exportText(said, mark, parts) };
}
