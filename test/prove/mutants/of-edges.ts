import type { Mutant } from '../mutant.ts';

const leads = ['test/domain/referrals/lead-agency.test.ts'];
const proposals = ['test/domain/referrals/propose-referrals.test.ts'];

/** What people type and cut, and what institutions are told of each other. */
export const mutantsOfEdges: readonly Mutant[] = [
  {
    promise: 'P12',
    what: 'an institution that was never told leads in the copy of another',
    file: 'shared/domain/referrals/lead-agency.ts',
    find: 'wasHeardOf(referral) && referral.addressesOnly',
    replace: 'referral.addressesOnly',
    by: { tests: leads },
  },
  {
    promise: 'P12',
    what: 'danger that somebody is unsure of makes the police lead',
    file: 'shared/domain/referrals/referral-matrix.ts',
    find: 'reported.flags[flag] === true)]',
    replace: 'countsAsYes(reported.flags[flag]))]',
    by: { tests: proposals },
  },
  {
    promise: 'P12',
    what: 'who said the end of a referral replaces who acknowledged it',
    file: 'functions/case-desk/referrals/record-answer.ts',
    find: "const part = answer === 'acknowledged' ? 'answer' : answer;",
    replace: "const part = 'answer';",
    by: { tests: ['test/functions/case-desk/referrals/referrals.test.ts'], named: 'acknowledged by a name' },
  },
  {
    promise: 'P1',
    what: 'a report that begins with a byte order mark is refused',
    file: 'shared/lambda/http/strict-json.ts',
    find: 'ignoreBOM: false });',
    replace: 'ignoreBOM: true });',
    by: { tests: ['test/lambda/http/strict-json.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'of two codes that were pasted together the first one counts',
    file: 'shared/domain/identifiers.ts',
    find: 'bare !== undefined && another === undefined',
    replace: 'bare !== undefined && another !== bare',
    by: { tests: ['test/domain/pasted-codes.test.ts'] },
  },
  {
    promise: 'P2',
    what: 'a command that is sent again across a deployment counts as another one',
    file: 'shared/lambda/http/gateway-path.ts',
    find: 'pathParameters: others }',
    replace: 'pathParameters }',
    by: { tests: ['test/edge/steps.test.ts'], named: 'a command sent again across a deployment' },
  },
  {
    promise: 'P14',
    what: 'a step may be more than one part of a path, and leads to a route without its parameters',
    file: 'shared/lambda/http/gateway-path.ts',
    find: '/^[a-z][a-z0-9-]*$/.test(part)',
    replace: '/^[a-z]/.test(part)',
    by: { tests: ['test/edge/steps.test.ts'], named: 'leaves nothing behind' },
  },
];
