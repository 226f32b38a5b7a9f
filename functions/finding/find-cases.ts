import { findParser } from '#shared/contracts/http/staff/find.ts';
import { queueLine } from '#shared/contracts/http/staff/queue-line.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { AccessEntry } from '#shared/domain/access/access-log.ts';
import { authorize } from '#shared/domain/access/authorize.ts';
import { isHolderGone } from '#shared/domain/access/holder.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { seenBy } from '#shared/domain/queue/role-view.ts';
import type { CaseReader, CasesByMatchKey, LookLog } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { Macs } from '#shared/ports/sealing.ts';
import { blindIndex } from '#shared/sealing/keyed-hashes.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import { idsOfHolders } from '#shared/use-cases/holders.ts';

export interface FindCasesDeps {
  admit: AdmitStaff;
  directory: Pick<Directory, 'inRoles' | 'isOnShift'>;
  cases: Pick<CaseReader, 'loadEachWithoutTimers'>;
  index: CasesByMatchKey;
  blindIndexKey: Macs['blindIndexKey'];
  looks: LookLog;
  clock: Clock;
  country: Pick<CountryPack, 'platforms'>;
}

/** How many cases an answer shows. */
const mostShown = 50;
/** How many cases a look reads. With the look itself they are the entries of one transaction. */
const mostRead = 90;

/**
 * `POST /v1/find`: the cases that name an account, a phone number or an address, newest first, as lines of the queue. It
 * shows no case that this person could not open by its number. The look stands in the access log before it is answered,
 * also when nothing is found: who, when, by what kind, why, and which cases. What was looked for is kept nowhere.
 */
export function findCases(deps: FindCasesDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const parse = findParser(deps.country);
  return async (request) => {
    const by = await deps.admit(request, 'find_case');
    const { by: kind, reason, keys } = parse(request.body);
    const indexKey = await deps.blindIndexKey();
    const ids = await deps.index.newestUnder(keys.map((key) => blindIndex(indexKey, key.kind, key.value)));
    const read = await deps.cases.loadEachWithoutTimers(ids.slice(0, mostRead));
    const found = read.filter((of) => of !== undefined);
    const open = found.filter((of) => authorize(by, 'show_case', resourceOf(of, by.id)).allowed);
    const shown = open.slice(0, mostShown);

    const at = deps.clock.now();
    const onShift = await deps.directory.isOnShift(by, at);
    const entry = { at, actor: by.id, reason, by: kind, ...(onShift === undefined ? {} : { onShift }) };
    const about = (of: Case, action: 'found' | 'refused'): AccessEntry => {
      const { caseId, caseNumber } = of;
      return { ...entry, action, caseId, caseNumber, holder: resourceOf(of, by.id).holder };
    };
    const entries: AccessEntry[] = [
      { ...entry, action: 'looked', found: shown.length },
      ...shown.map((of) => about(of, 'found')),
      // Auditors see that somebody looked who is kept out. That person does not.
      ...found.filter((of) => isKeptOut(of, by.id)).map((of) => about(of, 'refused')),
    ];
    if ((await decideAgain(async () => ((await deps.looks.record(entries)) ? 'recorded' : again))) === again) {
      throw new Problem('unavailable', 503);
    }
    const holders = await idsOfHolders(deps.directory);
    return {
      status: 200,
      body: {
        cases: shown.map((of) => seenBy(by.role, queueLine(of, isHolderGone(of, holders)))),
        more: open.length > mostShown || ids.length > mostRead,
      },
    };
  };
}
