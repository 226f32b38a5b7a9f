import { AuthorizationType, CognitoUserPoolsAuthorizer } from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { environment as accessLogVariables } from '#functions/access-log/env.ts';
import { environment as caseDeskVariables } from '#functions/case-desk/env.ts';
import { environment as directoryVariables } from '#functions/directory/env.ts';
import { environment as filingVariables } from '#functions/filing/env.ts';
import { BesaApi } from '../constructs/besa-api.ts';
import type { ApiRoute } from '../constructs/besa-api.ts';
import { BesaFunction } from '../constructs/besa-function.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
import type { DataPlane } from '../data/data-plane.ts';
import {
  makesDataKeys,
  makesMacs,
  opensDataKeys,
  puts,
  queriesIndex,
  reads,
  throughTables,
  writesInTransactions,
} from '../constructs/rights.ts';
import { staffScope } from './sign-in.ts';

export interface StaffApiProps extends Surroundings {
  data: DataPlane;
  /** Routes of the case desk beside those below: a test asks whether there is room for them. */
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
        reads('Cases', Cases, ['GetItem', 'Query'], ['CASE#', 'NUMBER#', 'COMMAND#']),
        queriesIndex(Cases, 'Cases', 'queue'),
        queriesIndex(Cases, 'Cases', 'assignee'),
        queriesIndex(Cases, 'Cases', 'due'),
        reads('CaseEvents', CaseEvents, ['Query'], ['CASE#']),
        reads('Keys', Keys, ['GetItem'], ['CASE#', 'REFERRAL#']),
        reads(
          'Directory',
          Directory,
          ['GetItem', 'BatchGetItem', 'Query'],
          ['STAFF#', 'DUTY#', 'ROLE#', 'ROSTER', 'INSTITUTIONS', 'PLATFORMS'],
        ),
        puts('AccessLog', AccessLog),
        writesInTransactions([Cases, CaseEvents], ['PutItem', 'UpdateItem', 'DeleteItem']),
        // The key of what a referral gives away is written with it; a receipt's takes the place of the one before.
        writesInTransactions([Keys], ['PutItem'], ['REFERRAL#', 'RECEIPT#']),
        writesInTransactions([Keys], ['DeleteItem'], ['RECEIPT#']),
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
        DIRECTORY_TABLE: Directory.name,
        CONTENT_KEY_ARN: data.keyArns.Content,
        ID_KEY_ARN: data.keyArns.Id,
        INDEX_KEY_ARN: data.keyArns.Index,
      },
      rights: [
        writesInTransactions([Cases, CaseEvents, Keys], ['PutItem']),
        reads('Cases', Cases, ['GetItem'], ['REQUEST#', 'COMMAND#']),
        reads('Directory', Directory, ['GetItem'], ['STAFF#']),
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
        writesInTransactions([Directory], ['PutItem']),
        // Only what points to a duty or a role that somebody has no longer: never a record, never the audit.
        writesInTransactions([Directory], ['DeleteItem'], ['DUTY#', 'ROLE#']),
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
        reads('AccessLog', AccessLog, ['Query'], ['CASE#']),
        queriesIndex(AccessLog, 'AccessLog', 'actor'),
        // The case as well, for whom it excludes.
        reads('Cases', Cases, ['GetItem'], ['NUMBER#', 'CASE#']),
        reads('Directory', Directory, ['GetItem'], ['STAFF#']),
        throughTables(this, data),
      ],
    });

    const administration = (method: ApiRoute['method'], path: string): ApiRoute => ({
      method,
      path: `/v1/directory/${path}`,
      handledBy: directory,
      throttle: stage.throttles.staff,
    });
    const desk = (method: ApiRoute['method'], path: string): ApiRoute => ({
      method,
      path,
      handledBy: caseDesk,
      throttle: stage.throttles.staff,
    });
    this.gateway = new BesaApi(this, 'Staff', {
      ...around,
      impact: 'Staff are answered with an error while the clocks run.',
      methodOptions: {
        authorizationType: AuthorizationType.COGNITO,
        authorizer: new CognitoUserPoolsAuthorizer(this, 'SignedIn', {
          cognitoUserPools: [UserPool.fromUserPoolArn(this, 'Pool', data.userPoolArn)],
        }),
        authorizationScopes: [staffScope.full],
      },
      routes: [
        { method: 'POST', path: '/v1/cases', handledBy: filing, throttle: stage.throttles.staff },
        desk('GET', '/v1/attention'),
        { method: 'GET', path: '/v1/access-log', handledBy: audit, throttle: stage.throttles.staff },
        desk('GET', '/v1/cases'),
        desk('GET', '/v1/cases/{number}'),
        desk('POST', '/v1/cases/{number}/read'),
        desk('POST', '/v1/cases/{number}/claim'),
        desk('POST', '/v1/cases/{number}/severity'),
        desk('POST', '/v1/cases/{number}/handling'),
        desk('POST', '/v1/cases/{number}/resolution'),
        desk('POST', '/v1/cases/{number}/escalations/{timer}/{rung}/acknowledgement'),
        desk('POST', '/v1/cases/{number}/assignment'),
        desk('POST', '/v1/cases/{number}/hand-over'),
        desk('POST', '/v1/cases/{number}/notes'),
        desk('POST', '/v1/cases/{number}/messages'),
        desk('POST', '/v1/cases/{number}/link'),
        desk('POST', '/v1/cases/{number}/unlink'),
        desk('POST', '/v1/cases/{number}/assessment'),
        desk('POST', '/v1/cases/{number}/waiting'),
        desk('POST', '/v1/cases/{number}/targets'),
        desk('POST', '/v1/cases/{number}/notices'),
        desk('POST', '/v1/cases/{number}/notices/{notice}/answer'),
        desk('POST', '/v1/cases/{number}/closure'),
        desk('POST', '/v1/cases/{number}/reopening'),
        desk('POST', '/v1/cases/{number}/approvals/{approval}'),
        desk('POST', '/v1/cases/{number}/export'),
        desk('POST', '/v1/cases/{number}/export/{approval}/copy'),
        desk('POST', '/v1/cases/{number}/hold'),
        desk('POST', '/v1/cases/{number}/release'),
        desk('POST', '/v1/cases/{number}/erasure'),
        desk('POST', '/v1/cases/{number}/receipt'),
        desk('POST', '/v1/cases/{number}/exclusions'),
        desk('POST', '/v1/cases/{number}/referrals'),
        desk('POST', '/v1/cases/{number}/referrals/{referral}/change'),
        desk('POST', '/v1/cases/{number}/referrals/{referral}/drop'),
        desk('POST', '/v1/cases/{number}/referrals/{referral}/sending'),
        desk('POST', '/v1/cases/{number}/referrals/{referral}/answer'),
        desk('POST', '/v1/cases/{number}/referrals/{referral}/reminder'),
        desk('POST', '/v1/cases/{number}/referrals/{referral}/withdrawal'),
        desk('POST', '/v1/cases/{number}/referrals/{referral}/read'),
        administration('GET', 'people'),
        administration('POST', 'people'),
        administration('GET', 'colleagues'),
        administration('GET', 'people/{person}'),
        administration('POST', 'people/{person}/change'),
        administration('POST', 'people/{person}/suspension'),
        administration('POST', 'people/{person}/return'),
        administration('POST', 'people/{person}/approval'),
        administration('GET', 'roster'),
        administration('POST', 'roster'),
        administration('GET', 'institutions'),
        administration('POST', 'institutions'),
        administration('GET', 'platforms'),
        administration('POST', 'platforms'),
        administration('GET', 'campaigns'),
        administration('POST', 'campaigns'),
        administration('GET', 'audit'),
        ...(around.furtherRoutes ?? []).map(({ method, path }) => desk(method, path)),
      ],
    });
    this.stageArn = this.gateway.api.deploymentStage.stageArn;
  }
}
