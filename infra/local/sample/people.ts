import { randomUUID } from 'node:crypto';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { routesOfCaseDesk, routesOfDirectory, routeNamed } from '#shared/contracts/http/staff/staff-routes.ts';
import type { CaseDeskCommand, DirectoryCommand, StaffRoute } from '#shared/contracts/http/staff/staff-routes.ts';
import type { FiledReport } from '#shared/contracts/http/staff/filing.ts';
import type { ReportBody } from '#shared/contracts/http/public/report-schema.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { Severity } from '#shared/domain/report/severity.ts';
import { call, post } from './over-http.ts';
import type { Answer } from './over-http.ts';

/** What is answered to a report: the number of its case, and the code for the reporter. */
export interface Taken {
  caseNumber: string;
  receipt: string;
}

/** The fields of a case that whoever acts in the sample looks at. */
interface SeenCase {
  severity: Severity;
  referrals?: Referral[];
}

/** Where a command acts: the case, and what in it is meant. */
type Place = { number: string } & Record<string, string>;

const deskRoutes: readonly (StaffRoute & { name: string })[] = Object.values(routesOfCaseDesk).flat();
/** How often somebody looks again and decides again, because a reaction of Besa came between. */
const looksAgain = 5;

/** Somebody who reports, over the public API. Throws where an answer is not as it should be. */
export function reporterAt(url: string) {
  const sends = async <B>(path: string, body: unknown): Promise<B> =>
    expected(path, await post<B>(`${url}/v1/${path}`, body, { 'idempotency-key': randomUUID() }));
  return {
    reports: (body: ReportBody) => sends<Taken>('reports', body),
    saysWhetherItHelped: (receipt: string, helped: 'yes' | 'partly' | 'no') =>
      sends('follow-up/helped', { receipt, helped }),
    withdraws: (receipt: string) => sends('follow-up/withdrawal', { receipt }),
  };
}
export type SampleReporter = ReturnType<typeof reporterAt>;

/** Somebody of the staff, over the staff API. Throws where an answer is not as it should be. */
export function staffAt(url: string, token: string) {
  const authorization = { authorization: `Bearer ${token}` };
  const cases = `${url}/staff/v1/cases`;
  const look = (number: string) => call<SeenCase>(`${cases}/${number}`, { headers: authorization });
  const sees = async (number: string): Promise<SeenCase> => expected(`GET ${number}`, await look(number));

  /** The path and the need for If-Match stand in the table of routes. */
  const does = async <N extends CaseDeskCommand>(name: N, place: Place, body: CommandBodies[N]): Promise<void> => {
    const { path, needsIfMatch } = routeNamed(deskRoutes, name);
    const address = `${url}/staff${path.replaceAll(/\{(\w+)\}/gu, (_, part: string) => place[part] ?? '')}`;
    const headers = { ...authorization, 'idempotency-key': randomUUID() };
    for (let left = looksAgain; ; left -= 1) {
      const seen = needsIfMatch === true ? (await look(place.number)).headers.get('etag') : null;
      const answer = await post(address, body, { ...headers, ...(seen === null ? {} : { 'if-match': seen }) });
      if (answer.status !== 412 || left === 0) return void expected(name, answer);
    }
  };

  return {
    sees,
    does,
    /** The tag of the roster as it stands: in a centre that has lived for a year, somebody has set one. */
    tagOfRoster: async (): Promise<string> => {
      const { path } = routeNamed<StaffRoute>(routesOfDirectory, 'showRoster');
      const shown = await call(`${url}/staff${path}`, { headers: authorization });
      expected('showRoster', shown);
      return shown.headers.get('etag') ?? '';
    },
    /** Sets what the directory holds. `etag` is the revision that is replaced. */
    keeps: async <N extends DirectoryCommand>(name: N, body: DirectoryBodies[N], etag?: string): Promise<void> => {
      const { path } = routeNamed<StaffRoute>(routesOfDirectory, name);
      const headers = { ...authorization, 'idempotency-key': randomUUID(), ...(etag ? { 'if-match': etag } : {}) };
      expected(name, await post(`${url}/staff${path}`, body, headers));
    },
    files: async (body: FiledReport): Promise<Taken> =>
      expected('Filing', await post<Taken>(cases, body, { ...authorization, 'idempotency-key': randomUUID() })),
    reads: (number: string) => does('read', { number }, { reason: 'on_duty' }),
    /** Opens the case and takes it. */
    takes: async (number: string): Promise<void> => {
      await does('read', { number }, { reason: 'on_duty' });
      await does('claim', { number }, {});
    },
    /** Handles it, and confirms the severity as it stands. */
    handles: async (number: string, how: Omit<CommandBodies['handling'], 'severity'>): Promise<void> =>
      does('handling', { number }, { severity: (await sees(number)).severity, ...how }),
  };
}
export type SampleStaff = ReturnType<typeof staffAt>;

function expected<B>(what: string, { status, body }: Answer<B>): B {
  if (status >= 200 && status < 300) return body;
  throw new Error(`The sample could not be filed: ${what} was answered ${status}: ${JSON.stringify(body)}`);
}
