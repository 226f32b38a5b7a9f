/**
 * Every route of the staff API, once. The functions serve these rows, and the gateway lets them through. The API
 * document and the READMEs describe them. Tests compare all of these with each other. The rows are literals only. So at
 * its start a function loads its own rows, and neither schemas nor the rows of others.
 */
export interface StaffRoute {
  /** The name of the operation. The body of a command has the same name. */
  name: string;
  method: 'GET' | 'POST';
  /** As clients and the API document have it. The gateway may know its last part as `{step}` (gateway-path.ts). */
  path: string;
  /** A command that depends on what the person saw. Without If-Match it is refused (428). */
  needsIfMatch?: true;
  /** Nothing is ever stored here, so an outage of any kind may be answered with 503. */
  changesNothing?: true;
}

/** What staff do with a case that exists, by the room of `functions/case-desk` that does it. */
export const routesOfCaseDesk = {
  queue: [
    { name: 'seeAttention', method: 'GET', path: '/v1/attention', changesNothing: true },
    { name: 'listCases', method: 'GET', path: '/v1/cases', changesNothing: true },
    { name: 'showShift', method: 'GET', path: '/v1/shift', changesNothing: true },
  ],
  reading: [
    { name: 'showCase', method: 'GET', path: '/v1/cases/{number}', changesNothing: true },
    { name: 'read', method: 'POST', path: '/v1/cases/{number}/read' },
  ],
  handling: [
    { name: 'claim', method: 'POST', path: '/v1/cases/{number}/claim' },
    { name: 'severity', method: 'POST', path: '/v1/cases/{number}/severity', needsIfMatch: true },
    { name: 'handling', method: 'POST', path: '/v1/cases/{number}/handling', needsIfMatch: true },
    { name: 'acknowledgement', method: 'POST', path: '/v1/cases/{number}/escalations/{timer}/{rung}/acknowledgement' },
    { name: 'assessment', method: 'POST', path: '/v1/cases/{number}/assessment', needsIfMatch: true },
    { name: 'danger', method: 'POST', path: '/v1/cases/{number}/danger' },
    { name: 'waiting', method: 'POST', path: '/v1/cases/{number}/waiting', needsIfMatch: true },
    { name: 'target', method: 'POST', path: '/v1/cases/{number}/targets', needsIfMatch: true },
  ],
  letters: [
    { name: 'showLetter', method: 'GET', path: '/v1/letters/{letter}', changesNothing: true },
    { name: 'letterAcknowledgement', method: 'POST', path: '/v1/letters/{letter}/acknowledge' },
  ],
  lifecycle: [
    { name: 'resolution', method: 'POST', path: '/v1/cases/{number}/resolution', needsIfMatch: true },
    { name: 'outcomeCorrection', method: 'POST', path: '/v1/cases/{number}/outcome-correction', needsIfMatch: true },
    { name: 'closure', method: 'POST', path: '/v1/cases/{number}/closure', needsIfMatch: true },
    { name: 'reopening', method: 'POST', path: '/v1/cases/{number}/reopening', needsIfMatch: true },
  ],
  team: [
    { name: 'assignment', method: 'POST', path: '/v1/cases/{number}/assignment', needsIfMatch: true },
    { name: 'handOver', method: 'POST', path: '/v1/cases/{number}/hand-over', needsIfMatch: true },
    { name: 'note', method: 'POST', path: '/v1/cases/{number}/notes' },
    { name: 'message', method: 'POST', path: '/v1/cases/{number}/messages' },
    { name: 'link', method: 'POST', path: '/v1/cases/{number}/link', needsIfMatch: true },
    { name: 'unlink', method: 'POST', path: '/v1/cases/{number}/unlink', needsIfMatch: true },
    { name: 'exclusions', method: 'POST', path: '/v1/cases/{number}/exclusions', needsIfMatch: true },
  ],
  linked: [
    { name: 'linkedReading', method: 'POST', path: '/v1/cases/{number}/linked/read' },
    { name: 'linkedHandling', method: 'POST', path: '/v1/cases/{number}/linked/handling' },
    { name: 'linkedDanger', method: 'POST', path: '/v1/cases/{number}/linked/danger' },
    { name: 'linkedMessage', method: 'POST', path: '/v1/cases/{number}/linked/message' },
    { name: 'linkedResolution', method: 'POST', path: '/v1/cases/{number}/linked/resolution' },
  ],
  notices: [
    { name: 'notice', method: 'POST', path: '/v1/cases/{number}/notices' },
    { name: 'copyForNotice', method: 'POST', path: '/v1/cases/{number}/copy-for-notice', changesNothing: true },
    { name: 'noticeAnswer', method: 'POST', path: '/v1/cases/{number}/notices/{notice}/answer' },
  ],
  referrals: [
    { name: 'referral', method: 'POST', path: '/v1/cases/{number}/referrals' },
    { name: 'referralChange', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/change' },
    { name: 'referralDrop', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/drop' },
    {
      name: 'referralPreview',
      method: 'POST',
      path: '/v1/cases/{number}/referrals/{referral}/preview',
      changesNothing: true,
    },
    { name: 'referralSending', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/sending' },
    { name: 'referralAnswer', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/answer' },
    { name: 'referralReply', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/reply' },
    { name: 'referralReminder', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/reminder' },
    { name: 'referralWithdrawal', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/withdrawal' },
    { name: 'referralAccess', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/access' },
    { name: 'referralAccessEnd', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/access-end' },
    { name: 'referralLook', method: 'POST', path: '/v1/cases/{number}/referrals/{referral}/look' },
    {
      name: 'referralReading',
      method: 'POST',
      path: '/v1/cases/{number}/referrals/{referral}/read',
      changesNothing: true,
    },
    {
      name: 'referralLetter',
      method: 'GET',
      path: '/v1/cases/{number}/referrals/{referral}/letter',
      changesNothing: true,
    },
  ],
  approvals: [
    { name: 'exportRequest', method: 'POST', path: '/v1/cases/{number}/export' },
    { name: 'exportTaking', method: 'POST', path: '/v1/cases/{number}/export/{approval}/copy' },
    { name: 'approval', method: 'POST', path: '/v1/cases/{number}/approvals/{approval}' },
  ],
  retention: [
    { name: 'seeKeeping', method: 'GET', path: '/v1/keeping', changesNothing: true },
    { name: 'hold', method: 'POST', path: '/v1/cases/{number}/hold' },
    { name: 'release', method: 'POST', path: '/v1/cases/{number}/release' },
    { name: 'erasure', method: 'POST', path: '/v1/cases/{number}/erasure' },
  ],
  receipts: [
    { name: 'receiptReissue', method: 'POST', path: '/v1/cases/{number}/receipt' },
    { name: 'spoken', method: 'POST', path: '/v1/cases/{number}/spoken' },
    { name: 'subjectAccess', method: 'POST', path: '/v1/cases/{number}/subject-access', changesNothing: true },
  ],
} as const satisfies Readonly<Record<string, readonly StaffRoute[]>>;

export const routesOfFiling = [
  { name: 'fileReport', method: 'POST', path: '/v1/cases' },
] as const satisfies readonly StaffRoute[];

/** It writes the access log alone, and no look is answered without that. */
export const routesOfFinding = [
  { name: 'find', method: 'POST', path: '/v1/find', changesNothing: true },
] as const satisfies readonly StaffRoute[];

export const routesOfAccessLog = [
  { name: 'readAccessLog', method: 'GET', path: '/v1/access-log', changesNothing: true },
  { name: 'countReadings', method: 'GET', path: '/v1/readings', changesNothing: true },
] as const satisfies readonly StaffRoute[];

/** The published figures: the very route of the public API, behind the sign-in of staff. */
export const routesOfFigures = [
  { name: 'showFigures', method: 'GET', path: '/v1/statistics', changesNothing: true },
] as const satisfies readonly StaffRoute[];

/** Who works at the centre and whom it works with. */
export const routesOfDirectory = [
  { name: 'showMe', method: 'GET', path: '/v1/me', changesNothing: true },
  { name: 'showSettings', method: 'GET', path: '/v1/me/settings', changesNothing: true },
  { name: 'ownLanguage', method: 'POST', path: '/v1/me/language' },
  { name: 'testMail', method: 'POST', path: '/v1/me/test-mail' },
  { name: 'showDuty', method: 'GET', path: '/v1/duty', changesNothing: true },
  { name: 'takeOver', method: 'POST', path: '/v1/duty/take-over' },
  { name: 'listPeople', method: 'GET', path: '/v1/directory/people', changesNothing: true },
  { name: 'person', method: 'POST', path: '/v1/directory/people' },
  { name: 'showPerson', method: 'GET', path: '/v1/directory/people/{person}', changesNothing: true },
  { name: 'personChange', method: 'POST', path: '/v1/directory/people/{person}/change', needsIfMatch: true },
  { name: 'suspension', method: 'POST', path: '/v1/directory/people/{person}/suspension', needsIfMatch: true },
  { name: 'return', method: 'POST', path: '/v1/directory/people/{person}/return', needsIfMatch: true },
  { name: 'approval', method: 'POST', path: '/v1/directory/people/{person}/approval', needsIfMatch: true },
  { name: 'listColleagues', method: 'GET', path: '/v1/directory/colleagues', changesNothing: true },
  { name: 'listRecipients', method: 'GET', path: '/v1/directory/recipients', changesNothing: true },
  { name: 'showRoster', method: 'GET', path: '/v1/directory/roster', changesNothing: true },
  { name: 'roster', method: 'POST', path: '/v1/directory/roster', needsIfMatch: true },
  { name: 'listInstitutions', method: 'GET', path: '/v1/directory/institutions', changesNothing: true },
  { name: 'institution', method: 'POST', path: '/v1/directory/institutions', needsIfMatch: true },
  { name: 'listPlatforms', method: 'GET', path: '/v1/directory/platforms', changesNothing: true },
  { name: 'platform', method: 'POST', path: '/v1/directory/platforms', needsIfMatch: true },
  { name: 'listCampaigns', method: 'GET', path: '/v1/directory/campaigns', changesNothing: true },
  { name: 'campaign', method: 'POST', path: '/v1/directory/campaigns', needsIfMatch: true },
  { name: 'readDirectoryAudit', method: 'GET', path: '/v1/directory/audit', changesNothing: true },
] as const satisfies readonly StaffRoute[];

type CaseDeskRoute = (typeof routesOfCaseDesk)[keyof typeof routesOfCaseDesk][number];
type DirectoryRoute = (typeof routesOfDirectory)[number];

/** The names of everything that is posted. Each has a body. */
export type CaseDeskCommand = Extract<CaseDeskRoute, { method: 'POST' }>['name'];
export type DirectoryCommand = Extract<DirectoryRoute, { method: 'POST' }>['name'];
export type DirectoryName = DirectoryRoute['name'];

export type StaffFunction = 'access-log' | 'case-desk' | 'directory' | 'filing' | 'finding' | 'information';

/** All routes of the staff API, with the function that serves each. A function takes only its own rows. */
export function staffRoutes(): (StaffRoute & { servedBy: StaffFunction })[] {
  const served = {
    'access-log': routesOfAccessLog,
    'case-desk': Object.values(routesOfCaseDesk).flat(),
    directory: routesOfDirectory,
    filing: routesOfFiling,
    finding: routesOfFinding,
    information: routesOfFigures,
  } as const satisfies Readonly<Record<StaffFunction, readonly StaffRoute[]>>;
  return (Object.keys(served) as StaffFunction[]).flatMap((servedBy) =>
    served[servedBy].map((row: StaffRoute) => ({ ...row, servedBy })),
  );
}

/** The row of this name. */
export function routeNamed<R extends StaffRoute>(rows: readonly R[], name: R['name']): R {
  const row = rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`No route is called ${name}.`);
  return row;
}
