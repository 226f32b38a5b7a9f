import type { Mutant } from '../mutant.ts';

/** What keeps a deployment from harming what runs: where it may go, what it may take, and how much of it at once. */
export const mutantsOfDeploying: readonly Mutant[] = [
  {
    promise: 'P1',
    what: 'a new version of what takes reports has all requests at once',
    file: 'infra/constructs/new-versions.ts',
    find: "const isSlow = stage.newVersions === 'a tenth first';",
    replace: 'const isSlow = false;',
    by: { tests: ['test/infra/constructs/new-versions.test.ts'], named: 'has a tenth of the requests' },
  },
  {
    promise: 'P1',
    what: 'errors of its API leave a new version where it is',
    file: 'infra/constructs/new-versions.ts',
    find: 'alarms: [errors, ...alarms]',
    replace: 'alarms: [errors]',
    by: { tests: ['test/infra/constructs/new-versions.test.ts'], named: 'has a tenth of the requests' },
  },
  {
    promise: 'P1',
    what: 'data that has been there for years is taken for new, and loses its protection while others are made',
    file: 'infra/deploying/deploy-stage.ts',
    find: '/^(?:CREATE_COMPLETE|UPDATE_|IMPORT_)/u',
    replace: '/^CREATE_COMPLETE$/u',
    by: { tests: ['test/infra/deploying/deploy-stage.test.ts'] },
  },
  {
    promise: 'P1',
    what: 'a release is deployed beside the service stack of the first one, and both work on the same tables until it fails',
    file: 'infra/deploying/deploy-stage.ts',
    find: '(await statusOf(stage, before)) !== undefined',
    replace: "(await statusOf(stage, before)) === 'CREATE_COMPLETE'",
    by: { tests: ['test/infra/deploying/deploy-stage.test.ts'], named: 'beside the service stack' },
  },
  {
    promise: 'P13',
    what: 'whoever may deploy to dev deploys it over prod',
    file: 'infra/place.ts',
    find: 'one.account === account &&',
    replace: 'one.account !== account &&',
    by: { tests: ['test/infra/place.test.ts'], named: 'is never the account of prod' },
  },
];
