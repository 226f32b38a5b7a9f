import { Duration } from 'aws-cdk-lib';
import { AuthorizationType } from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { environment as followUpVariables } from '#functions/follow-up/env.ts';
import { environment as deskVariables } from '#functions/referral-desk/env.ts';
import { environment as informationVariables } from '#functions/information/env.ts';
import { environment as intakeVariables } from '#functions/intake/env.ts';
import {
  officePath,
  officePathIn,
  pathsIn,
  pathsOfNoLanguage,
} from '#shared/contracts/http/public/pages/page-paths.ts';
import { country } from '#shared/country/current.ts';
import { BesaAlarm } from '../constructs/besa-alarm.ts';
import { BesaApi, ownDomain } from '../constructs/besa-api.ts';
import { BesaFunction } from '../constructs/besa-function.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
import { turnAttributes } from '#shared/adapters/aws/cases/reporter-turns.ts';
import type { DataPlane } from '../data/data-plane.ts';
import { endsVisits, makesDataKeys, makesMacs, reads, throughTables, updatesOnly } from '../constructs/rights.ts';
import { writesItsRows } from '../constructs/written-rows.ts';

/** The attributes that follow-up may touch by itself, and those that its conditions name. */
const turnMarkAttributes = [
  'pk',
  'sk',
  'caseId',
  'dead',
  ...Object.values(turnAttributes).flatMap(({ minute, count }) => [minute, count]),
];

/** The staff API leads to the published figures, too. */
export const informationExport = 'InformationArn';

/** What anybody can reach. Nothing here can open a report, not even one it has just taken. */
export class PublicApi extends Construct {
  readonly stageArn: string;
  readonly information: BesaFunction;

  constructor(scope: Construct, id: string, around: Surroundings & { data: DataPlane }) {
    super(scope, id);
    const { data, stage } = around;
    const { Cases, CaseEvents, Keys, Facts, AccessLog, Directory } = data.tables;
    const answering = { ...around, alarmClass: 'child_may_be_waiting' as const, timeoutSeconds: 20 };

    const intake = new BesaFunction(this, 'Intake', {
      ...answering,
      name: 'intake',
      takesOverByAlias: true,
      impact: 'Reports are not taken: a child is told to try again or to call.',
      memoryMegabytes: 1024,
      variables: intakeVariables,
      values: {
        CASES_TABLE: Cases.name,
        CASE_EVENTS_TABLE: CaseEvents.name,
        KEYS_TABLE: Keys.name,
        CONTENT_KEY_ARN: data.keyArns.Content,
        ID_KEY_ARN: data.keyArns.Id,
        INDEX_KEY_ARN: data.keyArns.Index,
      },
      rights: [
        ...writesItsRows('intake', data),
        reads('Cases', Cases, ['GetItem'], ['REQUEST#', 'VISIT#']),
        makesDataKeys(data),
        makesMacs(data),
        throughTables(this, data),
      ],
    });

    new BesaAlarm(this, 'IntakeSlow', {
      ...around,
      class: 'look_tomorrow',
      impact: 'Whoever reports waits for seconds before being told that the report is stored.',
      runbook: 'Taking a report is slow',
      metric: intake.lambda.metricDuration({ period: Duration.minutes(5), statistic: 'p99' }),
      atLeast: Duration.seconds(3).toMilliseconds(),
      // One start from cold is not yet slowness.
      periods: 3,
    });

    const followUp = new BesaFunction(this, 'FollowUp', {
      ...answering,
      name: 'follow-up',
      takesOverByAlias: true,
      impact: 'Reporters cannot see what became of their report, nor write that it is still happening.',
      memoryMegabytes: 1024,
      variables: followUpVariables,
      values: {
        CASES_TABLE: Cases.name,
        CASE_EVENTS_TABLE: CaseEvents.name,
        KEYS_TABLE: Keys.name,
        INDEX_KEY_ARN: data.keyArns.Index,
      },
      rights: [
        reads('Cases', Cases, ['GetItem', 'BatchGetItem', 'Query'], ['RECEIPT#', 'CASE#', 'VISIT#']),
        reads('Keys', Keys, ['GetItem'], ['RECEIPT#']),
        // How often a receipt is used within a minute stands on the receipt's own row.
        updatesOnly('Cases', Cases, turnMarkAttributes, ['RECEIPT#'], 'CountTurns'),
        ...writesItsRows('follow-up', data),
        endsVisits(Cases),
        makesMacs(data, ['Index']),
        throughTables(this, data),
      ],
    });

    const referralDesk = new BesaFunction(this, 'ReferralDesk', {
      ...answering,
      name: 'referral-desk',
      impact: 'Institutions cannot open what they were sent, nor answer: they have to call.',
      memoryMegabytes: 1024,
      variables: deskVariables,
      values: {
        CASES_TABLE: Cases.name,
        CASE_EVENTS_TABLE: CaseEvents.name,
        KEYS_TABLE: Keys.name,
        ACCESS_LOG_TABLE: AccessLog.name,
        DIRECTORY_TABLE: Directory.name,
      },
      rights: [
        reads('Cases', Cases, ['GetItem', 'Query'], ['DESK#', 'CASE#', 'COMMAND#', 'VISIT#']),
        // The key of a copy as whoever has the access code opens it; the referral's own key is out of reach.
        reads('Keys', Keys, ['GetItem'], ['DESK#']),
        reads('Directory', Directory, ['GetItem', 'Query'], ['STAFF#', 'INSTITUTIONS']),
        ...writesItsRows('referral-desk', data),
        endsVisits(Cases),
        throughTables(this, data),
      ],
    });

    const information = new BesaFunction(this, 'Information', {
      ...answering,
      name: 'information',
      impact: 'Forms cannot load the categories and texts they show.',
      memoryMegabytes: 1024,
      variables: informationVariables,
      values: { FACTS_TABLE: Facts.name },
      // Published figures, never the facts they are made from.
      rights: [reads('Facts', Facts, ['Query'], ['PUBLISHED#']), throughTables(this, data)],
    });

    this.information = information;
    // It answers with the forms that these two read: a new form must not meet an old reader (decision 196).
    for (const reader of [intake, followUp]) information.follows(reader);

    const pages = [
      ...[pathsOfNoLanguage, ...country.languages.map(pathsIn)].flatMap((paths) => Object.values(paths)),
      officePath,
      ...country.languages.map(officePathIn),
    ];
    const { report, followUp: following, desk, read } = stage.throttles;
    const { api } = new BesaApi(this, 'Public', {
      ...around,
      impact: 'Somebody who reports or looks up a report is answered with an error.',
      methodOptions: { authorizationType: AuthorizationType.NONE },
      answersHead: true,
      compressesFromBytes: 1024,
      ownDomain: ownDomain(stage.publicUrl, stage.certificates?.public),
      routes: [
        { method: 'POST', path: '/v1/reports', handledBy: intake, throttle: report },
        { method: 'POST', path: '/v1/follow-up', handledBy: followUp, throttle: following },
        { method: 'POST', path: '/v1/follow-up/messages', handledBy: followUp, throttle: following },
        { method: 'POST', path: '/v1/follow-up/withdrawal', handledBy: followUp, throttle: following },
        { method: 'POST', path: '/v1/follow-up/lock', handledBy: followUp, throttle: following },
        { method: 'POST', path: '/v1/follow-up/helped', handledBy: followUp, throttle: following },
        ...(['code', 'session', 'referral', 'addresses', 'answer', 'not-for-me'] as const).map((step) => ({
          method: 'POST' as const,
          path: `/v1/desk/${step}`,
          handledBy: referralDesk,
          throttle: desk,
        })),
        { method: 'GET', path: '/v1/taxonomy', handledBy: information, throttle: read },
        { method: 'GET', path: '/v1/statistics', handledBy: information, throttle: read },
        { method: 'GET', path: '/openapi.json', handledBy: information, throttle: read },
        { method: 'GET', path: '/health', handledBy: information, throttle: read },
        ...country.languages.map(pathsIn).flatMap(({ tell, code }) => [
          { method: 'POST' as const, path: tell, handledBy: intake, throttle: report },
          { method: 'POST' as const, path: code, handledBy: followUp, throttle: following },
        ]),
        ...country.languages.map((language) => ({
          method: 'POST' as const,
          path: officePathIn(language),
          handledBy: referralDesk,
          throttle: desk,
        })),
        ...pages.map((path) => ({ method: 'GET' as const, path, handledBy: information, throttle: read })),
      ],
    });
    this.stageArn = api.deploymentStage.stageArn;
  }
}
