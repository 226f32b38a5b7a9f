import { AuthorizationType, CognitoUserPoolsAuthorizer } from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { environment as accessLogVariables } from '#functions/access-log/env.ts';
import { environment as caseDeskVariables } from '#functions/case-desk/env.ts';
import { environment as consoleVariables } from '#functions/console/env.ts';
import { environment as directoryVariables } from '#functions/directory/env.ts';
import { environment as filingVariables } from '#functions/filing/env.ts';
import { environment as findingVariables } from '#functions/finding/env.ts';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import { BesaApi, ownDomain } from '../constructs/besa-api.ts';
import type { ApiRoute } from '../constructs/besa-api.ts';
import { BesaFunction, importFunction } from '../constructs/besa-function.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
import { importValue } from '../constructs/exports.ts';
import type { DataPlane } from '../data/data-plane.ts';
import {
  makesDataKeys,
  makesMacs,
  marksLetters,
  marksMails,
  opensDataKeys,
  queriesIndex,
  reads,
  throughTables,
} from '../constructs/rights.ts';
import { writesItsRows } from '../constructs/written-rows.ts';
import { collapsedRoutes } from './collapsed-routes.ts';
import { informationExport } from './public-api.ts';
import { staffScope } from './sign-in.ts';

export interface StaffApiProps extends Surroundings {
  data: DataPlane;
  /** Routes of the case desk beside those of the table: a test asks whether there is room for them. */
  furtherRoutes?: readonly Pick<ApiRoute, 'method' | 'path'>[];
}

/** Where staff work. The gateway only says who somebody is; what they may do is decided on each request. */
export class StaffApi extends Construct {
  readonly stageArn: string;
  readonly gateway: BesaApi;

  constructor(scope: Construct, id: string, around: StaffApiProps) {
    super(scope, id);
    const { data, stage } = around;
    const { Cases, CaseEvents, Keys, AccessLog, Directory } = data.tables;
    const answering = {
      ...around,
      alarmClass: 'child_may_be_waiting' as const,
      timeoutSeconds: 20,
      memoryMegabytes: 1024 as const,
    };

    const caseDesk = new BesaFunction(this, 'CaseDesk', {
      ...answering,
      name: 'case-desk',
      takesOverByAlias: true,
      impact: 'Staff cannot read or handle cases while the clocks run.',
      variables: caseDeskVariables,
      values: {
        CASES_TABLE: Cases.name,
        CASE_EVENTS_TABLE: CaseEvents.name,
        KEYS_TABLE: Keys.name,
        ACCESS_LOG_TABLE: AccessLog.name,
        DIRECTORY_TABLE: Directory.name,
        CONTENT_KEY_ARN: data.keyArns.Content,
        DESK_KEY_ARN: data.keyArns.Desk,
        REFERRAL_DESK: stage.referralDesk,
      },
      rights: [
        reads(
          'Cases',
          Cases,
          ['GetItem', 'BatchGetItem', 'Query'],
          ['CASE#', 'LETTER#', 'NUMBER#', 'COMMAND#', 'DESK#'],
        ),
        queriesIndex(Cases, 'Cases', 'queue'),
        queriesIndex(Cases, 'Cases', 'assignee'),
        queriesIndex(Cases, 'Cases', 'due'),
        queriesIndex(Cases, 'Cases', 'kept'),
        queriesIndex(Cases, 'Cases', 'asked'),
        reads('CaseEvents', CaseEvents, ['Query'], ['CASE#']),
        reads('Keys', Keys, ['GetItem'], ['CASE#', 'REFERRAL#']),
        reads(
          'Directory',
          Directory,
          ['GetItem', 'BatchGetItem', 'Query'],
          ['STAFF#', 'DUTY#', 'ROLE#', 'ROSTER', 'INSTITUTIONS', 'PLATFORMS', 'CAMPAIGNS'],
        ),
        marksMails(Cases),
        marksLetters(Cases),
        ...writesItsRows('case-desk', data),
        makesDataKeys(data),
        opensDataKeys(data),
        makesMacs(data, ['Desk']),
        throughTables(this, data),
      ],
    });

    const filing = new BesaFunction(this, 'Filing', {
      ...answering,
      name: 'filing',
      impact: 'The helpline cannot file a report for somebody who calls.',
      variables: filingVariables,
      values: {
        CASES_TABLE: Cases.name,
        CASE_EVENTS_TABLE: CaseEvents.name,
        KEYS_TABLE: Keys.name,
        ACCESS_LOG_TABLE: AccessLog.name,
        DIRECTORY_TABLE: Directory.name,
        CONTENT_KEY_ARN: data.keyArns.Content,
        ID_KEY_ARN: data.keyArns.Id,
        INDEX_KEY_ARN: data.keyArns.Index,
      },
      rights: [
        ...writesItsRows('filing', data),
        reads('Cases', Cases, ['GetItem'], ['REQUEST#', 'COMMAND#']),
        reads('Directory', Directory, ['GetItem'], ['STAFF#', 'CAMPAIGNS']),
        makesDataKeys(data),
        makesMacs(data),
        throughTables(this, data),
      ],
    });

    const finding = new BesaFunction(this, 'Finding', {
      ...answering,
      alarmClass: 'look_tomorrow',
      name: 'finding',
      impact:
        'Staff cannot find the case of somebody who calls by an account or a number. They still see every case in the list.',
      variables: findingVariables,
      values: {
        CASES_TABLE: Cases.name,
        ACCESS_LOG_TABLE: AccessLog.name,
        DIRECTORY_TABLE: Directory.name,
        INDEX_KEY_ARN: data.keyArns.Index,
      },
      rights: [
        reads('Cases', Cases, ['BatchGetItem', 'Query'], ['CASE#', 'URL#', 'LIKE#']),
        reads('Directory', Directory, ['GetItem', 'BatchGetItem', 'Query'], ['STAFF#', 'ROLE#', 'ROSTER']),
        ...writesItsRows('finding', data),
        makesMacs(data, ['Index']),
        throughTables(this, data),
      ],
    });

    const directory = new BesaFunction(this, 'Directory', {
      ...answering,
      name: 'directory',
      impact: 'Nobody can change who is on duty, suspend an account or put an address right.',
      variables: directoryVariables,
      values: { DIRECTORY_TABLE: Directory.name },
      rights: [
        reads(
          'Directory',
          Directory,
          ['GetItem', 'BatchGetItem', 'Query'],
          [
            'STAFF#',
            'PEOPLE',
            'ROSTER',
            'TAKEOVERS',
            'DIRECTORY',
            'INSTITUTIONS',
            'PLATFORMS',
            'CAMPAIGNS',
            'COMMAND#',
            'AUDIT#',
          ],
        ),
        ...writesItsRows('directory', data),
        throughTables(this, data),
      ],
    });

    const audit = new BesaFunction(this, 'AccessLog', {
      ...answering,
      alarmClass: 'look_tomorrow',
      name: 'access-log',
      impact: 'Auditors cannot see who opened which case. Every opening is still written down.',
      variables: accessLogVariables,
      values: { CASES_TABLE: Cases.name, ACCESS_LOG_TABLE: AccessLog.name, DIRECTORY_TABLE: Directory.name },
      rights: [
        // The number of an erased case leads to its log, too.
        reads('AccessLog', AccessLog, ['Query'], ['CASE#', 'NUMBER#']),
        queriesIndex(AccessLog, 'AccessLog', 'actor'),
        reads('Cases', Cases, ['GetItem'], ['NUMBER#']),
        reads('Directory', Directory, ['GetItem', 'BatchGetItem', 'Query'], ['STAFF#', 'ROLE#']),
        throughTables(this, data),
      ],
    });

    // Its files say nothing of a case, so it may do nothing and answers everybody.
    const console = new BesaFunction(this, 'Console', {
      ...answering,
      name: 'console',
      memoryMegabytes: 512,
      impact: 'Staff cannot open the console. The API still answers, and mails still ring.',
      variables: consoleVariables,
      values: { SIGN_IN_ADDRESS: data.signIn.address, STAFF_CLIENT_ID: data.signIn.clientId },
      rights: [],
    });

    // Its pages ask the case desk: a new page must not meet an old desk (decision 196).
    console.follows(caseDesk);

    // It answers what everybody may know, and the public API has made it.
    const information = importFunction(this, 'Information', importValue(stage, informationExport));

    const serving = { 'access-log': audit, 'case-desk': caseDesk, directory, filing, finding, information };
    const throttle = stage.throttles.staff;
    const consoleRoutes = (['/', '/{proxy+}'] as const).map((path): ApiRoute => ({
      method: 'GET',
      path,
      handledBy: console,
      throttle: stage.throttles.read,
      open: true,
    }));
    this.gateway = new BesaApi(this, 'Staff', {
      ...around,
      impact: 'Staff are answered with an error while the clocks run.',
      // Each method is a resource of the stack, and only people and the console ask here.
      answersHead: false,
      ownDomain: ownDomain(stage.staffUrl, stage.certificates?.staff),
      methodOptions: {
        authorizationType: AuthorizationType.COGNITO,
        authorizer: new CognitoUserPoolsAuthorizer(this, 'SignedIn', {
          cognitoUserPools: [UserPool.fromUserPoolArn(this, 'Pool', data.userPoolArn)],
        }),
        authorizationScopes: [staffScope.full],
      },
      routes: collapsedRoutes([
        ...staffRoutes().map(({ method, path, servedBy }) => ({
          method,
          path,
          handledBy: serving[servedBy],
          throttle,
        })),
        ...(around.furtherRoutes ?? []).map((route) => ({ ...route, handledBy: caseDesk, throttle })),
        ...consoleRoutes,
      ]),
    });
    this.stageArn = this.gateway.api.deploymentStage.stageArn;
  }
}
