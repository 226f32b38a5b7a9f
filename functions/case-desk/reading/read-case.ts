import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import { noReason } from '#shared/domain/access/access-log.ts';
import type { ReadReason } from '#shared/domain/access/access-log.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideReading } from '#shared/domain/commands/handling/handle.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { findCase } from '../find-case.ts';
import { openCase } from './open-case.ts';
import type { OpenCaseDeps } from './open-case.ts';
import { admitOpening, recordAccess } from './record-access.ts';
import type { RecordAccessDeps } from './record-access.ts';
import { seesAddresses } from './sees-addresses.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface ReadCaseDeps extends TakeCommandDeps, OpenCaseDeps, RecordAccessDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'categories'>;
}

/**
 * `POST /v1/cases/{number}/read`: opens the sealed text. The AccessLog row comes first; without it the text stays
 * closed. The text is opened before the reading is recorded. So a case whose text did not open never counts as read.
 * Each round opens it again. So a message that arrives meanwhile is either shown or still waits to be read. A retry
 * opens the text again, with another row in the AccessLog.
 */
export function readCase(deps: ReadCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'read_case');
    const content = parseCommandBody('read', request.body);
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    const reason = reasonFor(of, content.reason);
    await recordAccess(deps, of, by, { action: 'read', reason });

    const open = (as: Case) => openCase(deps, as.caseId, { withAddresses: seesAddresses(by, as, deps.country) });
    let opened: HttpAnswer['body'] | undefined;
    const answer = await take({
      name: 'read',
      by,
      request,
      content,
      decide: async (state, now) => {
        opened = await open(state.case);
        return decideReading(state.case, state.timers, by.id, now);
      },
    });
    return { ...answer, body: { ...answer.body, ...(opened ?? (await open(of))) } };
  };
}

/** The reader of a critical or high case must give a reason. Source: docs/practice.md, People. */
function reasonFor(of: Case, reason: ReadReason | undefined): string {
  if (reason === undefined && (of.severity === 'critical' || of.severity === 'high')) {
    throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/reason', code: 'required' }] });
  }
  return reason ?? noReason;
}
