import { AuthorizationType, CognitoUserPoolsAuthorizer } from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { environment as accessLogVariables } from '#functions/access-log/env.ts';
import { environment as caseDeskVariables } from '#functions/case-desk/env.ts';
import { environment as directoryVariables } from '#functions/directory/env.ts';
import { environment as filingVariables } from '#functions/filing/env.ts';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import type { StaffRoute } from '#shared/contracts/http/staff/staff-routes.ts';
import { BesaApi } from '../constructs/besa-api.ts';
import { BesaFunction } from '../constructs/besa-function.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
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
import { staffScope } from './sign-in.ts';

export interface StaffApiProps extends Surroundings {
  data: DataPlane;
  /** Routes of the case desk beside those of the table: a test asks whether there is room for them. */
  furtherRoutes?: readonly Pick<StaffRoute, 'method' | 'path'>[];
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
      impact: 'Staff cannot read or handle cases while the clocks run.',
      variables: caseDeskVariables,
      values: {
        CASES_TABLE: Cases.name,
        CASE_EVENTS_TABLE: CaseEvents.name,
        KEYS_TABLE: Keys.name,
        ACCESS_LOG_TABLE: AccessLog.name,
        DIRECTORY_TABLE: Directory.name,
        CONTENT_KEY_ARN: data.keyArns.Content,
      },
      rights: [
        reads('Cases', Cases, ['GetItem', 'BatchGetItem', 'Query'], ['CASE#', 'LETTER#', 'NUMBER#', 'COMMAND#']),
        queriesIndex(Cases, 'Cases', 'queue'),
        queriesIndex(Cases, 'Cases', 'assignee'),
        queriesIndex(Cases, 'Cases', 'due'),
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
          ['STAFF#', 'PEOPLE', 'ROSTER', 'DIRECTORY', 'INSTITUTIONS', 'PLATFORMS', 'CAMPAIGNS', 'COMMAND#', 'AUDIT#'],
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
        reads('Directory', Directory, ['GetItem'], ['STAFF#']),
        throughTables(this, data),
      ],
    });

    const serving = { 'access-log': audit, 'case-desk': caseDesk, directory, filing };
    this.gateway = new BesaApi(this, 'Staff', {
      ...around,
      impact: 'Staff are answered with an error while the clocks run.',
      // Each method is a resource of the stack, and only people and the console ask here.
      answersHead: false,
      methodOptions: {
        authorizationType: AuthorizationType.COGNITO,
        authorizer: new CognitoUserPoolsAuthorizer(this, 'SignedIn', {
          cognitoUserPools: [UserPool.fromUserPoolArn(this, 'Pool', data.userPoolArn)],
        }),
        authorizationScopes: [staffScope.full],
      },
      routes: [
        ...staffRoutes(),
        ...(around.furtherRoutes ?? []).map((route) => ({ ...route, servedBy: 'case-desk' as const })),
      ].map(({ method, path, servedBy }) => ({
        method,
        path,
        handledBy: serving[servedBy],
        throttle: stage.throttles.staff,
      })),
    });
    this.stageArn = this.gateway.api.deploymentStage.stageArn;
  }
}
