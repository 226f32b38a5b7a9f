import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeStacksCommand, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, paginateListQueues, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { call, post } from '#infra/local/sample/over-http.ts';
import { feedbackEvent } from '#infra/local/services/mail-feedback.ts';
import { stackName } from '#infra/stacks.ts';
import { stageOf } from '#infra/stages.ts';
import { say } from '#infra/operations/run-command.ts';
import { topology } from '#shared/contracts/events/consumers.ts';
import { messageTag } from '#shared/contracts/message-tags.ts';
import { contactDuty } from '#shared/domain/case/referral.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { besaOverHttp, staffOverHttp } from '#test/support/besa-over-http.ts';
import type { InboxMail, ReportAnswer, ShownCase } from '#test/support/besa-over-http.ts';
import { deskOverHttp } from '#test/support/desk-over-http.ts';
import { until } from '#test/support/until.ts';
import { credentials, folder, region, run } from './emulator.ts';
import type { Emulator } from './emulator.ts';
import { accountThere } from './sign-in-there.ts';
import { events, expect, liveToItsEnd, policeMail } from './to-its-end.ts';

const mail = 'arta@dev.besa.example';
/** Who has to be done with which of these events, each numbered from 1. */
function reactionsTo(types: readonly string[]): string[] {
  const all = Object.entries(topology).flatMap(([reactor, reactsTo]: [string, readonly string[]]) =>
    types.flatMap((type, index) => (reactsTo.includes(type) ? [`${reactor}#${index + 1}`] : [])),
  );
  return all.sort();
}

/**
 * A report and its case: taken, triaged, told by mail, seen and claimed; its mail comes back; and it is lived to its end. Throws where
 * something does not come about. Says numbers, codes and times, and no word of the report.
 */
export async function liveThere({ url, env }: Emulator, cloudformation: CloudFormationClient): Promise<void> {
  const there = { region, endpoint: url, credentials };
  const outputs = await outputsOf(cloudformation);
  const [publicApi, staffApi] = ['PublicApi', 'StaffApi'].map((name) => addressOf(url, outputs, name));
  const database = new DynamoDBClient(there);
  const rowsOf = async (table: string) => {
    const rows = [];
    for await (const { Items = [] } of paginateScan({ client: database }, { TableName: outputs[table] })) {
      rows.push(...Items);
    }
    return rows;
  };
  const cognito = new CognitoIdentityProviderClient(there);
  const signInPage = { url, pool: outputs['UserPoolId'] ?? '', client: outputs['StaffClientId'] ?? '' };
  const { sub, signIn } = await accountThere(cognito, signInPage, mail);
  const people = join(folder, 'people.json');
  const arta = { id: sub, name: 'Arta', mail, language: 'sq', role: 'supervisor', active: true, cleared: true };
  const police = {
    id: 'contact-police',
    name: 'Police',
    mail: policeMail,
    language: 'sq',
    active: true,
    cleared: false,
  };
  writeFileSync(
    people,
    JSON.stringify([
      { ...arta, duties: ['duty_officer', 'supervisor'] },
      { ...police, duties: [contactDuty('police_cybercrime')] },
    ]),
  );
  await run('node', ['infra/operations/directory.ts', people, '--stage', 'dev'], { env, log: 'directory.log' });

  const health = await call(`${publicApi}/health`);
  expect('health', health.status, 200);
  const unread = await post(`${publicApi}/v1/reports`, {}, { 'idempotency-key': randomUUID() });
  expect('an empty report', unread.status, 422);
  const key = randomUUID();
  const from = performance.now();
  const taken = await post<ReportAnswer>(`${publicApi}/v1/reports`, reportOf.critical, { 'idempotency-key': key });
  expect('a report', taken.status, 201);
  const { caseNumber } = taken.body;
  const again = await post<ReportAnswer>(`${publicApi}/v1/reports`, reportOf.critical, { 'idempotency-key': key });
  expect('the same report again: the same case', again.body.caseNumber, caseNumber);
  const mails = await until(
    async () => (await rowsOf('CasesTableNameOut')).filter(({ sk }) => sk?.S?.startsWith('MAIL#')),
    (rows) => rows.some((row) => row['messageId'] !== undefined),
    30_000,
  ).catch(() => []);
  expect('mails about it', mails.length, 1);
  const doneAll = async (types: readonly string[]) =>
    until(
      async () => (await rowsOf('CasesTableNameOut')).flatMap(({ sk }) => /^DONE#(.+)$/u.exec(sk?.S ?? '')?.[1] ?? []),
      (all) => reactionsTo(types).every((one) => all.includes(one)),
      30_000,
    );
  await doneAll(['case.received', 'case.triaged']);
  say(
    `          triaged, told and counted ${((performance.now() - from) / 1000).toFixed(1)} s after the report was sent`,
  );

  expect('the staff API without signing in', (await call(`${staffApi}/v1/cases`)).status, 401);
  const authorization = { authorization: `Bearer ${await signIn()}` };
  const cases = `${staffApi}/v1/cases`;
  const historyOf = async () =>
    (await call<ShownCase>(`${cases}/${caseNumber}`, { headers: authorization })).body.history.map(({ type }) => type);
  const list = await call<{ cases: ShownCase[] }>(cases, { headers: authorization });
  expect('cases in the list of somebody signed in', list.body.cases.length, 1);
  expect('events in the history begin with', (await historyOf()).slice(0, 2).join(), 'case.received,case.triaged');
  const claims = await post(`${cases}/${caseNumber}/claim`, {}, { ...authorization, 'idempotency-key': randomUUID() });
  expect('claiming it', claims.status, 200);

  const letter = (await rowsOf('CasesTableNameOut')).flatMap(({ pk }) => /^LETTER#(.+)$/u.exec(pk?.S ?? '')?.[1] ?? []);
  expect('letters sent', letter.length, 1);
  await comesBack(new SQSClient(there), await feedbackQueue(cloudformation), letter[0] ?? '');
  const after = await until(historyOf, (types) => types.includes('mail.bounced'), 30_000);
  expect(
    'its mail came back, so the history has',
    after.filter((type) => type === 'mail.bounced').join(),
    'mail.bounced',
  );

  const officer = await staffOverHttp(staffApi ?? '', signIn);
  const desk = deskOverHttp({ url: publicApi ?? '', inbox: () => inboxOf(url) });
  const ids = { caseNumber, receipt: taken.body.receipt };
  await liveToItsEnd({ officer, desk, reporter: besaOverHttp(publicApi ?? '') }, ids);
  const lived = await historyOf();
  expect(`events in its history, ${lived.length}`, lived.toSorted().join(), events.toSorted().join());
  await doneAll(lived);
  expect('reactions to them that are done', reactionsTo(lived).length > 0, true);
  const sqs = new SQSClient(there);
  const { queues } = await until(
    () => messagesIn(sqs),
    ({ waiting }) => waiting === 0,
    60_000,
  );
  if (queues < Object.keys(topology).length * 2)
    throw new Error(`There are ${queues} queues, fewer than there should be.`);
  say(`          nothing waits in any of ${queues} queues, dead letters among them`);
}

/** What the emulator's SES was given, as whoever has the mailbox reads it. */
async function inboxOf(url: string): Promise<InboxMail[]> {
  const { body } = await call<{ messages: Record<string, SesMessage[]> }>(`${url}/_ministack/ses/messages`);
  return Object.values(body.messages)
    .flat()
    .map(({ To = [], Subject, BodyText, BodyHtml, Timestamp }) => ({
      at: new Date(Timestamp * 1000).toISOString(),
      to: To.join(),
      subject: Subject ?? '',
      text: BodyText ?? '',
      html: BodyHtml ?? '',
    }));
}

interface SesMessage {
  To?: string[];
  Subject?: string;
  BodyText?: string;
  BodyHtml?: string;
  /** Seconds since 1970. */
  Timestamp: number;
}

/** Messages that wait in any queue of the stage, dead letters among them. */
async function messagesIn(sqs: SQSClient): Promise<{ queues: number; waiting: number }> {
  let [queues, waiting] = [0, 0];
  for await (const { QueueUrls = [] } of paginateListQueues({ client: sqs }, {})) {
    queues += QueueUrls.length;
    for (const QueueUrl of QueueUrls) {
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
      );
      for (const name of AttributeNames) waiting += Number(Attributes[name] ?? 0);
    }
  }
  return { queues, waiting };
}

/**
 * What SES says of a letter that came back, put into the queue of feedback. The emulator's SES says nothing, and its bus
 * takes no event of AWS's own from others, as AWS does not.
 */
async function comesBack(sqs: SQSClient, queue: string, letter: string): Promise<void> {
  const { Name, Value } = messageTag(letter);
  const { event } = feedbackEvent('bounced', {
    id: randomUUID(),
    at: new Date().toISOString(),
    from: stageOf('dev').mail.from,
    to: mail,
    subject: '',
    tags: { [Name]: Value },
    configurationSet: 'none',
  });
  await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: JSON.stringify({ version: '0', ...event }) }));
}

async function feedbackQueue(cloudformation: CloudFormationClient): Promise<string> {
  const reactors = { StackName: stackName('dev', 'Reactors') };
  for await (const { StackResourceSummaries = [] } of paginateListStackResources(
    { client: cloudformation },
    reactors,
  )) {
    const queue = StackResourceSummaries.find(
      ({ ResourceType, LogicalResourceId = '' }) =>
        ResourceType === 'AWS::SQS::Queue' && /^MailFeedbackFeedbackQueue(?!DeadLetters)/u.test(LogicalResourceId),
    );
    if (queue?.PhysicalResourceId !== undefined) return queue.PhysicalResourceId;
  }
  throw new Error('The reactors have no queue of feedback.');
}

async function outputsOf(cloudformation: CloudFormationClient): Promise<Readonly<Record<string, string>>> {
  const { Stacks = [] } = await cloudformation.send(new DescribeStacksCommand({}));
  const outputs = Stacks.flatMap(({ Outputs = [] }) => Outputs);
  return Object.fromEntries(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
}

/** Where the emulator answers for an API, in place of the name that the stack's output says. */
function addressOf(url: string, outputs: Readonly<Record<string, string>>, api: string): string {
  const [, endpoint = ''] = Object.entries(outputs).find(([name]) => name.startsWith(`${api}${api}Endpoint`)) ?? [];
  const { hostname, pathname } = new URL(endpoint);
  return `${url}/restapis/${hostname.split('.')[0]}${pathname}_user_request_`;
}
