import { describe, expect, it } from 'vitest';
import { functionNames } from '#infra/bundling/build.ts';
import { listed, rightsOf, servicesOf, spoken, templatesOf } from '../templates.ts';
import type { Statement } from '../templates.ts';

const prod = await templatesOf('prod');
const ownLog = 'logs:CreateLogStream, PutLogEvents on its own log';
const tables = 'kms:Decrypt, Encrypt, GenerateDataKey, ReEncryptFrom, ReEncryptTo on TableKey through DynamoDB';
const inContext = 'with case and purpose';
const hours = Array.from({ length: 24 }, (_, hour) => `h${String(hour).padStart(2, '0')}`).join(' ');
const newCase = 'CASE#, REQUEST#, NUMBER#, RECEIPT#, URL#, LIKE#';
/** The history is added to. It is never changed and never taken away but by erasing. */
const addsEvents = 'dynamodb:PutItem on CaseEvents in a transaction [CASE#]';
const putsCases = 'dynamodb:PutItem on Cases in a transaction [CASE#]';
const removesTimers = 'dynamodb:DeleteItem on Cases in a transaction [CASE#]';
const letters = [
  'dynamodb:PutItem on Cases [LETTER#] answering NONE',
  `dynamodb:UpdateItem on Cases [PACE#, SENT#], only pk sk lastLetterAt lastRingAt ${hours}`,
];
const acknowledgedLetters = 'dynamodb:UpdateItem on Cases [LETTER#], only pk sk acknowledgedAt duePk dueSk';
const mailMarks =
  'dynamodb:UpdateItem on Cases [CASE#], only pk sk attempts retryAt sentAt toldAt messageId droppedBecause undelivered delayedAt letters code duePk dueSk';
/** Access codes that wait for their letters: it opens them, and takes them away once these have left. */
const accessCodes = [
  `kms:Decrypt on ContentKey ${inContext}, of access codes`,
  'dynamodb:UpdateItem on Cases [CASE#], only pk sk issue letter',
];
/** By no attribute of an index could such a row get into the lists of staff, or among what is due. */
const endsVisits = 'dynamodb:PutItem on Cases [VISIT#], only pk sk removeAt answering NONE';
const send =
  'sqs:SendMessage on ReactorsTriageQueue, ReactorsSlaTimerQueue, ReactorsReferralQueue, ReactorsStatisticsQueue, ReactorsNotificationQueue';
const sendMail = 'ses:SendEmail on the sending domain and configuration set, from the one address';

/** All a function may do. Whoever changes this table changes what a stolen role can do. */
const rights: Record<string, string[]> = {
  intake: [
    ownLog,
    `dynamodb:PutItem on Cases in a transaction [${newCase}]`,
    addsEvents,
    'dynamodb:PutItem on Keys in a transaction [CASE#, RECEIPT#]',
    'dynamodb:GetItem on Cases [REQUEST#, VISIT#]',
    `kms:GenerateDataKey on ContentKey ${inContext}`,
    'kms:GenerateMac on IdKey, IndexKey',
    tables,
  ],
  'follow-up': [
    ownLog,
    'dynamodb:GetItem, BatchGetItem, Query on Cases [RECEIPT#, CASE#, VISIT#]',
    'dynamodb:GetItem on Keys [RECEIPT#]',
    'dynamodb:PutItem on Cases in a transaction [CASE#, URL#, LIKE#, RECEIPT#]',
    'dynamodb:UpdateItem on Cases in a transaction [CASE#]',
    'dynamodb:DeleteItem on Cases in a transaction [CASE#, RECEIPT#, KNOWS#]',
    endsVisits,
    'dynamodb:UpdateItem on Cases [RECEIPT#], only pk sk caseId dead messageMinute messageTurns withdrawMinute withdrawTurns lockMinute lockTurns helpedMinute helpedTurns',
    addsEvents,
    'dynamodb:DeleteItem on Keys in a transaction [RECEIPT#]',
    'kms:GenerateMac on IndexKey',
    tables,
  ],
  'referral-desk': [
    ownLog,
    'dynamodb:GetItem, Query on Cases [DESK#, CASE#, COMMAND#, VISIT#]',
    'dynamodb:GetItem on Keys [DESK#]',
    'dynamodb:GetItem, Query on Directory [STAFF#, INSTITUTIONS]',
    'dynamodb:PutItem on Cases in a transaction [CASE#, DESK#, COMMAND#]',
    endsVisits,
    addsEvents,
    'dynamodb:PutItem on AccessLog [CASE#] answering NONE',
    tables,
  ],
  console: [ownLog],
  information: [ownLog, 'dynamodb:Query on Facts [PUBLISHED#]', tables],
  'access-log': [
    ownLog,
    'dynamodb:Query on AccessLog [CASE#, NUMBER#]',
    'dynamodb:Query on AccessLog/index/actor',
    'dynamodb:GetItem on Cases [NUMBER#]',
    'dynamodb:GetItem, BatchGetItem, Query on Directory [STAFF#, ROLE#]',
    tables,
  ],
  'case-desk': [
    ownLog,
    'dynamodb:GetItem, BatchGetItem, Query on Cases [CASE#, LETTER#, NUMBER#, COMMAND#, DESK#]',
    mailMarks,
    acknowledgedLetters,
    'dynamodb:Query on Cases/index/queue',
    'dynamodb:Query on Cases/index/assignee',
    'dynamodb:Query on Cases/index/due',
    'dynamodb:Query on Cases/index/kept',
    'dynamodb:Query on Cases/index/asked',
    'dynamodb:Query on CaseEvents [CASE#]',
    'dynamodb:GetItem on Keys [CASE#, REFERRAL#]',
    'dynamodb:GetItem, BatchGetItem, Query on Directory [STAFF#, DUTY#, ROLE#, ROSTER, INSTITUTIONS, PLATFORMS, CAMPAIGNS]',
    'dynamodb:PutItem on AccessLog [CASE#] answering NONE',
    'dynamodb:PutItem on Cases in a transaction [CASE#, COMMAND#, RECEIPT#, KNOWS#, DESK#]',
    'dynamodb:UpdateItem on Cases in a transaction [CASE#]',
    'dynamodb:DeleteItem on Cases in a transaction [CASE#, RECEIPT#, KNOWS#, DESK#]',
    addsEvents,
    'dynamodb:PutItem on Keys in a transaction [REFERRAL#, RECEIPT#, DESK#]',
    'dynamodb:DeleteItem on Keys in a transaction [RECEIPT#, DESK#]',
    `kms:GenerateDataKey on ContentKey ${inContext}`,
    `kms:Decrypt on ContentKey ${inContext}`,
    'kms:GenerateMac on DeskKey',
    tables,
  ],
  filing: [
    ownLog,
    `dynamodb:PutItem on Cases in a transaction [${newCase}, KNOWS#, COMMAND#]`,
    addsEvents,
    'dynamodb:PutItem on Keys in a transaction [CASE#, RECEIPT#]',
    'dynamodb:PutItem on AccessLog in a transaction [CASE#]',
    'dynamodb:GetItem on Cases [REQUEST#, COMMAND#]',
    'dynamodb:GetItem on Directory [STAFF#, CAMPAIGNS]',
    `kms:GenerateDataKey on ContentKey ${inContext}`,
    'kms:GenerateMac on IdKey, IndexKey',
    tables,
  ],
  finding: [
    ownLog,
    'dynamodb:BatchGetItem, Query on Cases [CASE#, URL#, LIKE#]',
    'dynamodb:GetItem, BatchGetItem, Query on Directory [STAFF#, ROLE#, ROSTER]',
    'dynamodb:PutItem on AccessLog in a transaction [CASE#, LOOK#]',
    'kms:GenerateMac on IndexKey',
    tables,
  ],
  directory: [
    ownLog,
    'dynamodb:GetItem, BatchGetItem, Query on Directory [STAFF#, PEOPLE, ROSTER, TAKEOVERS, DIRECTORY, INSTITUTIONS, PLATFORMS, CAMPAIGNS, COMMAND#, AUDIT#]',
    'dynamodb:PutItem on Directory in a transaction [STAFF#, PEOPLE, DUTY#, ROLE#, ROSTER, TAKEOVERS, DIRECTORY, INSTITUTIONS, PLATFORMS, CAMPAIGNS, AUDIT#, COMMAND#, NOTICES, DISTRUSTED]',
    'dynamodb:DeleteItem on Directory in a transaction [DUTY#, ROLE#, DISTRUSTED]',
    tables,
  ],
  relay: [
    ownLog,
    'dynamodb:DescribeStream, GetRecords, GetShardIterator, ListStreams on CaseEventsStream',
    `${send}, RelayGaveUpQueue`,
    'dynamodb:UpdateItem on CaseEvents [CASE#], only pk number sentAt',
    tables,
  ],
  triage: [
    ownLog,
    'dynamodb:GetItem, Query on Cases [CASE#, LIKE#, URL#]',
    putsCases,
    removesTimers,
    addsEvents,
    tables,
    'sqs:ReceiveMessage, DeleteMessage, GetQueueAttributes on ReactorsTriageQueue',
  ],
  'sla-timer': [
    ownLog,
    'dynamodb:GetItem, Query on Cases [CASE#]',
    putsCases,
    removesTimers,
    addsEvents,
    tables,
    'sqs:ReceiveMessage, DeleteMessage, GetQueueAttributes on ReactorsSlaTimerQueue',
  ],
  referral: [
    ownLog,
    'dynamodb:GetItem on Cases [CASE#]',
    'dynamodb:Query on Directory [INSTITUTIONS]',
    putsCases,
    addsEvents,
    tables,
    'sqs:ReceiveMessage, DeleteMessage, GetQueueAttributes on ReactorsReferralQueue',
  ],
  statistics: [
    ownLog,
    'dynamodb:BatchGetItem on Cases [CASE#]',
    putsCases,
    'dynamodb:PutItem on Facts in a transaction [MONTH#, NOTICE#]',
    tables,
    'sqs:ReceiveMessage, DeleteMessage, GetQueueAttributes on ReactorsStatisticsQueue',
  ],
  notification: [
    ownLog,
    'dynamodb:GetItem, BatchGetItem, Query on Cases [CASE#, PACE#, SENT#, DESK#]',
    ...letters,
    'dynamodb:GetItem, BatchGetItem, Query on Directory [STAFF#, DUTY#, ROLE#, ROSTER]',
    'dynamodb:PutItem on Cases in a transaction [CASE#, DESK#]',
    mailMarks,
    ...accessCodes,
    tables,
    sendMail,
    'sqs:ReceiveMessage, DeleteMessage, GetQueueAttributes on ReactorsNotificationQueue',
  ],
  'mail-feedback': [
    ownLog,
    'dynamodb:GetItem, Query on Cases [CASE#, LETTER#, TAG#]',
    'dynamodb:GetItem, BatchGetItem, Query on Directory [STAFF#, DUTY#, ROSTER, BOUNCES]',
    putsCases,
    addsEvents,
    mailMarks,
    'dynamodb:UpdateItem on Directory [STAFF#], only pk sk mail unreachable',
    'dynamodb:UpdateItem on Directory [BOUNCES], only pk sk bounces revision',
    tables,
    'sqs:ReceiveMessage, DeleteMessage, GetQueueAttributes on MailFeedbackFeedbackQueue',
  ],
  retention: [
    ownLog,
    'dynamodb:Query on Cases/index/kept',
    'dynamodb:GetItem, BatchGetItem, Query on Cases [CASE#]',
    'dynamodb:Query on CaseEvents [CASE#]',
    'dynamodb:Query on Erasures/index/unfinished',
    'dynamodb:Query on Facts',
    'dynamodb:PutItem on Cases in a transaction [CASE#, REQUEST#]',
    addsEvents,
    'dynamodb:PutItem on Erasures in a transaction [CASE#]',
    'dynamodb:PutItem on Facts in a transaction [QUARTER#, NOTICE#, TALLY#, PUBLISHED#]',
    'dynamodb:UpdateItem on Facts in a transaction [TALLY#]',
    'dynamodb:DeleteItem on Cases in a transaction [CASE#, NUMBER#]',
    'dynamodb:DeleteItem on Facts in a transaction [MONTH#]',
    'dynamodb:DeleteItem on Cases [CASE#, RECEIPT#, KNOWS#, DESK#, NUMBER#, COMMAND#, LETTER#, TAG#, URL#, LIKE#] answering NONE',
    'dynamodb:DeleteItem on CaseEvents [CASE#] answering NONE',
    'dynamodb:DeleteItem on Keys [CASE#, RECEIPT#, REFERRAL#, DESK#] answering NONE',
    'dynamodb:DeleteItem on Facts [MONTH#] answering NONE',
    'dynamodb:PutItem on Cases [REQUEST#] answering NONE',
    'dynamodb:PutItem on Erasures [CASE#] answering NONE',
    'dynamodb:PutItem on AccessLog [NUMBER#] answering NONE',
    tables,
  ],
  sweeper: [
    ownLog,
    'dynamodb:Query on CaseEvents/index/pending',
    'dynamodb:UpdateItem on CaseEvents [CASE#], only pk number sentAt resent pendingPk pendingSk',
    'dynamodb:Query on Cases [CASE#]',
    send,
    tables,
  ],
  escalation: [
    ownLog,
    'dynamodb:Query on Cases/index/due',
    'dynamodb:GetItem, BatchGetItem, Query on Cases [CASE#, LETTER#, PACE#, SENT#, KNOWS#]',
    'dynamodb:UpdateItem on Cases in a transaction [CASE#]',
    'dynamodb:DeleteItem on Keys in a transaction [RECEIPT#]',
    ...letters,
    acknowledgedLetters,
    'dynamodb:GetItem, BatchGetItem, Query on Directory [STAFF#, DUTY#, ROLE#, ROSTER, NOTICES, DISTRUSTED]',
    'dynamodb:DeleteItem on Directory [NOTICES] answering NONE',
    'dynamodb:PutItem on Cases in a transaction [CASE#, RECEIPT#]',
    'dynamodb:DeleteItem on Cases in a transaction [CASE#, RECEIPT#, KNOWS#]',
    addsEvents,
    mailMarks,
    ...accessCodes,
    tables,
    sendMail,
  ],
};

/** A statement as one line; a condition that has no words here fails. */
function said({ Effect, Action, Resource, Condition = {} }: Statement): string {
  if (Effect !== 'Allow') throw new Error('A function is allowed or not, never denied.');
  const actions = listed(Action).map((action, index) => (index === 0 ? action : action.split(':')[1]));
  const resources = listed(Resource).map(spoken);
  const where = resources.every((resource) => resource.endsWith('Logs'))
    ? 'its own log'
    : resources[0]?.includes(':ses:') === true
      ? 'the sending domain and configuration set'
      : resources.map((resource) => resource.replace(/Queue.Queue$/, 'Queue')).join(', ');
  const words = Object.entries(Condition).flatMap(([operator, tests]) =>
    Object.entries(tests).map(([key, value]) => conditionSaid(`${operator} ${key}`, listed(value).map(spoken))),
  );
  return `${actions.join(', ')} on ${where}${words.join('')}`;
}

function conditionSaid(test: string, values: string[]): string {
  const known: Record<string, () => string> = {
    'ForAnyValue:StringEquals dynamodb:EnclosingOperation': () =>
      values.join() === 'TransactWriteItems' ? ' in a transaction' : '?',
    'ForAllValues:StringLike dynamodb:LeadingKeys': () =>
      ` [${values.map((value) => value.replace(/\*$/, '')).join(', ')}]`,
    'ForAllValues:StringEquals dynamodb:Attributes': () => `, only ${values.join(' ')}`,
    'StringEqualsIfExists dynamodb:ReturnValues': () =>
      values.join() === 'NONE,UPDATED_OLD,UPDATED_NEW' ? '' : ` answering ${values.join()}`,
    'StringEquals kms:ViaService': () =>
      values.join() === 'dynamodb.eu-central-1.amazonaws.com' ? ' through DynamoDB' : ` through ${values.join()}`,
    'ForAllValues:StringEquals kms:EncryptionContextKeys': () => ` with ${values.join(' and ')}`,
    'Null kms:EncryptionContext:case': () => (values.join() === 'false' ? '' : '?'),
    'Null kms:EncryptionContext:purpose': () => (values.join() === 'false' ? '' : '?'),
    'StringEquals kms:EncryptionContext:purpose': () => (values.join() === 'access' ? ', of access codes' : '?'),
    'StringEquals kms:MacAlgorithm': () => (values.join() === 'HMAC_SHA_256' ? '' : '?'),
    'StringEquals ses:FromAddress': () => (values.length === 1 ? ', from the one address' : '?'),
  };
  const words = known[test]?.();
  if (words === undefined) throw new Error(`A condition without words: ${test}`);
  return words;
}

describe('what a function may do', () => {
  it('is known of every function there is', () => {
    expect(Object.keys(rights).sort()).toEqual(functionNames());
    expect(
      Object.values(prod.functions)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(functionNames());
  });

  it.each(Object.keys(rights))('%s may do this and nothing else', (name) => {
    expect(rightsOf(prod, name).map(said).sort()).toEqual([...(rights[name] ?? [])].sort());
  });

  it.each(Object.keys(rights))('%s has no wildcard in any action or resource', (name) => {
    for (const { Action, Resource } of rightsOf(prod, name)) {
      for (const words of [...listed(Action), ...listed(Resource).map((resource) => JSON.stringify(resource))]) {
        expect(words).not.toContain('*');
      }
    }
  });

  it.each(Object.keys(rights))('%s writes no row whose partition is not named', (name) => {
    const writing = rightsOf(prod, name).filter(({ Action }) =>
      listed(Action).some((action) => /^dynamodb:(Put|Update|Delete|BatchWrite|PartiQL)/.test(action)),
    );
    for (const { Condition } of writing) {
      const prefixes = listed(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] as string[]);
      expect(prefixes.length).toBeGreaterThan(0);
      for (const prefix of prefixes) expect(prefix).toMatch(/^[A-Z]+#?\*$/);
    }
  });

  it.each(Object.keys(rights))('%s is not shown the rows that it writes over or takes away', (name) => {
    const alone = rightsOf(prod, name).filter(
      ({ Action, Condition }) =>
        listed(Action).some((action) => action === 'dynamodb:PutItem' || action === 'dynamodb:DeleteItem') &&
        Condition?.['ForAnyValue:StringEquals'] === undefined,
    );
    for (const { Condition } of alone) {
      expect(Condition?.['StringEqualsIfExists']).toEqual({ 'dynamodb:ReturnValues': ['NONE'] });
    }
  });

  it('only what erases takes history away, and nothing changes of it but its marks', () => {
    const may = (action: string): string[] =>
      Object.keys(rights).filter((name) =>
        rightsOf(prod, name).some(
          ({ Action, Resource }) =>
            listed(Action).includes(`dynamodb:${action}`) && listed(Resource).map(spoken).includes('CaseEvents'),
        ),
      );
    expect(may('DeleteItem')).toEqual(['retention']);
    expect(may('UpdateItem').sort()).toEqual(['relay', 'sweeper']);
    expect(may('BatchWriteItem')).toEqual([]);
  });

  it.each(Object.keys(rights))('%s has a policy that is not too long, and statements of different names', (name) => {
    const statements = rightsOf(prod, name);
    const names = statements.map(({ Sid }) => Sid);
    expect(new Set(names).size).toBe(names.length);
    // AWS takes 10,240 characters without blanks for the inline policies of a role. A reference becomes an ARN.
    expect(JSON.stringify(statements).length).toBeLessThan(9000);
  });

  it.each(['intake', 'follow-up', 'referral-desk', 'information'])(
    '%s, which is public, cannot open the content key',
    (name) => {
      const opening = rightsOf(prod, name).filter(
        ({ Action, Resource }) =>
          listed(Action).some((action) => /^kms:(Decrypt|ReEncrypt)/.test(action)) &&
          listed(Resource).some((resource) => spoken(resource) !== 'TableKey'),
      );
      expect(opening).toEqual([]);
    },
  );

  it('lets every schedule invoke its own function and nothing else', () => {
    const roles = Object.entries(servicesOf(prod).Resources).filter(([id]) => /Schedule(Role)?[0-9A-F]{8}$/.test(id));
    const invoked = roles.flatMap(([, { Type, Properties }]) => {
      if (Type !== 'AWS::IAM::Role') return [];
      const [policy] = Properties['Policies'] as { PolicyDocument: { Statement: Statement[] } }[];
      return (policy?.PolicyDocument.Statement ?? []).map(({ Action, Resource }) => [Action, spoken(Resource)]);
    });
    expect(invoked).toEqual([
      ['lambda:InvokeFunction', 'SweepsSweeperFunction'],
      ['lambda:InvokeFunction', 'SweepsEscalationFunction'],
      ['lambda:InvokeFunction', 'KeepingRetentionFunction'],
    ]);
  });
});
