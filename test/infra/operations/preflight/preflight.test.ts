import { readFileSync } from 'node:fs';
import { ACMClient, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolDomainCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { STSClient } from '@aws-sdk/client-sts';
import { App, Stack } from 'aws-cdk-lib';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { oldestBootstrap } from '#infra/operations/preflight/account-checks.ts';
import type { Around, Clients } from '#infra/operations/preflight/check.ts';
import { checks, preflight } from '#infra/operations/preflight/preflight.ts';
import { stageOf } from '#infra/stages.ts';
import type { Stage } from '#infra/stages.ts';
import { country } from '#shared/country/current.ts';
import type { Centre } from '#shared/domain/country-pack.ts';
import { settingsAsWritten } from '#test/emulator/preflight/other-settings.ts';
import { onDoubles, wrongs } from '#test/emulator/preflight/wrongs.ts';

const region = 'eu-central-1';
const account = '123456789012';
const arn = (id: string): string => `arn:aws:acm:${region}:${account}:certificate/${id}`;

const named = (value: string) => ({ value, source: 'The centre' });
const centre: Centre = {
  ...country.centre,
  institutionsPhone: named('+355 4 222 2222'),
  office: named('tell.centre.al/office'),
  postalAddress: named('Rruga 1, Tiranë'),
  mail: named('institutions@centre.al'),
};

/** A stage as a centre has filled it in. */
const prod: Stage = {
  ...stageOf('prod'),
  account,
  region,
  mail: { domain: 'centre.al', from: 'besa@centre.al', mailsPerDay: 50_000 },
  publicUrl: 'https://tell.centre.al',
  staffUrl: 'https://staff.centre.al',
  certificates: { public: arn('public'), staff: arn('staff') },
  signInPrefix: 'centre-staff',
  alarms: {
    childMayBeWaiting: ['on-call@centre.al'],
    lookTomorrow: ['engineers@centre.al'],
    lastResort: 'director@centre.al',
  },
  budget: { usdAMonth: 100, addresses: ['engineers@centre.al'] },
};
const dev: Stage = { ...prod, name: 'dev', keepsData: false, reservesSweeps: false };

function failure(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}

/** An account in which everything is right: everything is asked of doubles, which a test then sets otherwise. */
function readyAccount() {
  const there = { region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };
  const clients: Clients = {
    acm: new ACMClient(there),
    cloudformation: new CloudFormationClient(there),
    cognito: new CognitoIdentityProviderClient(there),
    lambda: new LambdaClient(there),
    ses: new SESv2Client(there),
    sts: new STSClient(there),
  };
  const aws = {
    acm: mockClient(clients.acm),
    cloudformation: mockClient(clients.cloudformation),
    cognito: mockClient(clients.cognito),
    lambda: mockClient(clients.lambda),
    ses: mockClient(clients.ses),
  };
  const stack = (StackName: string, StackStatus: string, outputs: Record<string, string> = {}): void => {
    const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
    const CreationTime = new Date(0);
    aws.cloudformation
      .on(DescribeStacksCommand, { StackName })
      .resolves({ Stacks: [{ StackName, StackStatus: StackStatus as 'CREATE_COMPLETE', CreationTime, Outputs }] });
  };
  aws.cloudformation
    .on(DescribeStacksCommand)
    .rejects(failure('ValidationError', 'Stack with id Besa-prod-Data does not exist'));
  stack('CDKToolkit', 'UPDATE_COMPLETE', { BootstrapVersion: '28' });
  aws.lambda
    .on(GetAccountSettingsCommand)
    .resolves({ AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 1000 } });
  aws.cognito.on(DescribeUserPoolDomainCommand).resolves({ DomainDescription: {} });
  for (const api of ['public', 'staff']) {
    const SubjectAlternativeNames = [api === 'public' ? 'tell.centre.al' : '*.centre.al'];
    aws.acm
      .on(DescribeCertificateCommand, { CertificateArn: arn(api) })
      .resolves({ Certificate: { Status: 'ISSUED', SubjectAlternativeNames } });
  }
  aws.ses.on(GetAccountCommand).resolves({
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    ProductionAccessEnabled: true,
    SendQuota: { Max24HourSend: 50_000 },
  });
  aws.ses
    .on(GetEmailIdentityCommand)
    .resolves({ VerifiedForSendingStatus: true, DkimAttributes: { Status: 'SUCCESS' } });
  const around: Around = { stage: prod, centre, clients, account, regionHere: region };
  return { aws, stack, around };
}

type Ready = ReturnType<typeof readyAccount>;

/** The lines that are not `ok`, with one blank between their parts; and how many must be mended. */
async function wrongWith(
  change: (ready: Ready) => Partial<Around> | void,
): Promise<{ wrong: string[]; toMend: number }> {
  const ready = readyAccount();
  const { lines, toMend } = await preflight({ ...ready.around, ...change(ready) });
  expect(lines).toHaveLength(checks.length);
  return { wrong: lines.map((line) => line.replaceAll(/ +/gu, ' ')).filter((line) => !line.startsWith('ok ')), toMend };
}

describe('an account that is ready', () => {
  it('has a line for each check, and nothing to mend', async () => {
    const { lines, toMend } = await preflight(readyAccount().around);
    expect(toMend).toBe(0);
    expect(lines).toEqual([
      `ok    account        ${account}, as infra/stages.ts says.`,
      `ok    region         ${region}.`,
      'ok    bootstrap      version 28.',
      'ok    stacks         none yet: this is the first deployment.',
      'ok    executions     1000 at once.',
      'ok    sign-in        centre-staff is free, as far as this account can see.',
      'ok    certificates   issued.',
      'ok    mail           SES sends to everybody.',
      'ok    mails a day    SES takes 50000 a day, as mailsPerDay says.',
      'ok    mail domain    centre.al is verified.',
      'ok    names          no example is left in infra/stages.ts.',
      'ok    centre         what people read about the centre is set.',
    ]);
  });

  it('may be deployed to again', async () => {
    const { wrong } = await wrongWith(({ aws, stack }) => {
      for (const role of ['Data', 'Reactors', 'PublicApi', 'StaffApi']) {
        stack(`Besa-prod-${role}`, 'UPDATE_ROLLBACK_COMPLETE', role === 'Data' ? { UserPoolId: 'ours' } : {});
      }
      // The sweeps have their reservation already.
      aws.lambda
        .on(GetAccountSettingsCommand)
        .resolves({ AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 100 } });
      aws.cognito
        .on(DescribeUserPoolDomainCommand)
        .resolves({ DomainDescription: { UserPoolId: 'ours', AWSAccountId: account } });
    });
    expect(wrong).toEqual([]);
  });
});

const mustBeMended: [string, (ready: Ready) => Partial<Around> | void, string][] = [
  [
    'the credentials of another account',
    () => ({ account: '999999999999' }),
    `account These credentials are of the account 999999999999; prod belongs into ${account}.`,
  ],
  [
    'data that would be kept in an account that nobody has named',
    () => {
      const { account: _, ...unpinned } = prod;
      return { stage: unpinned };
    },
    `account prod keeps data, so infra/stages.ts must name its account. These credentials are of ${account}.`,
  ],
  [
    'a terminal in another region',
    () => ({ regionHere: 'us-east-1' }),
    `region prod is in ${region}, and this terminal is in us-east-1: export AWS_REGION=${region}.`,
  ],
  [
    'a terminal in no region',
    () => ({ regionHere: undefined }),
    `region prod is in ${region}, and this terminal has none: export AWS_REGION=${region}.`,
  ],
  [
    'no bootstrap',
    ({ aws }) => {
      aws.cloudformation
        .on(DescribeStacksCommand, { StackName: 'CDKToolkit' })
        .rejects(failure('ValidationError', 'Stack with id CDKToolkit does not exist'));
    },
    `bootstrap There is none: npx cdk bootstrap aws://${account}/${region}`,
  ],
  [
    'an old bootstrap',
    ({ stack }) => {
      stack('CDKToolkit', 'CREATE_COMPLETE', { BootstrapVersion: '5' });
    },
    `bootstrap Version 5 is too old: npx cdk bootstrap aws://${account}/${region}`,
  ],
  [
    'a first deployment that failed',
    ({ stack }) => {
      stack('Besa-prod-Data', 'ROLLBACK_COMPLETE');
    },
    'stacks Besa-prod-Data is ROLLBACK_COMPLETE: see docs/deploy.md, part 3.',
  ],
  [
    'a deployment that goes on',
    ({ stack }) => {
      stack('Besa-prod-Data', 'UPDATE_IN_PROGRESS');
    },
    'stacks Besa-prod-Data is UPDATE_IN_PROGRESS: wait until that is over.',
  ],
  [
    'the service stack of the first release',
    ({ stack }) => {
      stack('Besa-prod-Data', 'UPDATE_COMPLETE');
      stack('Besa-prod-Service', 'UPDATE_COMPLETE');
    },
    'stacks Besa-prod-Service of release 0.1.0 stands here: go by docs/deploy.md, part 10.',
  ],
  [
    'a quota that leaves the sweeps no reservation',
    ({ aws }) => {
      aws.lambda
        .on(GetAccountSettingsCommand)
        .resolves({ AccountLimit: { ConcurrentExecutions: 101, UnreservedConcurrentExecutions: 101 } });
    },
    'executions 101 at once, 101 of them not reserved; the deployment needs 102: ask for 1000 (Service Quotas, Lambda, concurrent executions).',
  ],
  [
    'a quota that others have reserved',
    ({ aws }) => {
      aws.lambda
        .on(GetAccountSettingsCommand)
        .resolves({ AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 100 } });
    },
    'executions 1000 at once, 100 of them not reserved; the deployment needs 102: ask for 1000 (Service Quotas, Lambda, concurrent executions).',
  ],
  [
    'a sign-in prefix of another account',
    ({ aws }) => {
      aws.cognito
        .on(DescribeUserPoolDomainCommand, { Domain: 'centre-staff' })
        .resolves({ DomainDescription: { UserPoolId: 'theirs', AWSAccountId: '999999999999' } });
    },
    'sign-in centre-staff belongs to another account: choose another signInPrefix in infra/stages.ts.',
  ],
  [
    'a sign-in prefix of another pool',
    ({ aws }) => {
      aws.cognito
        .on(DescribeUserPoolDomainCommand)
        .resolves({ DomainDescription: { UserPoolId: 'older', AWSAccountId: account } });
    },
    'sign-in centre-staff belongs to the user pool older: choose another signInPrefix in infra/stages.ts.',
  ],
  [
    'a certificate that is not issued',
    ({ aws }) => {
      aws.acm
        .on(DescribeCertificateCommand, { CertificateArn: arn('staff') })
        .resolves({ Certificate: { Status: 'PENDING_VALIDATION' } });
    },
    'certificates that of staff is PENDING_VALIDATION, not ISSUED: see docs/deploy.md, "A domain of your own".',
  ],
  [
    'a certificate for another name',
    () => ({ stage: { ...prod, staffUrl: 'https://a.staff.centre.al' } }),
    'certificates that of staff is not for a.staff.centre.al: see docs/deploy.md, "A domain of your own".',
  ],
  [
    'mail that SES has stopped',
    ({ aws }) => {
      aws.ses.on(GetAccountCommand).resolves({ SendingEnabled: false, SendQuota: { Max24HourSend: 50_000 } });
    },
    'mail SES has stopped sending: answer the case that AWS Support has opened.',
  ],
  [
    'mail that SES may stop',
    ({ aws }) => {
      aws.ses.on(GetAccountCommand).resolves({
        SendingEnabled: true,
        EnforcementStatus: 'PROBATION',
        ProductionAccessEnabled: true,
        SendQuota: { Max24HourSend: 50_000 },
      });
    },
    'mail SES may soon stop sending (probation): answer the case of AWS Support.',
  ],
  [
    'fewer mails a day than Besa would send',
    () => ({ stage: { ...prod, mail: { ...prod.mail, mailsPerDay: 60_000 } } }),
    'mails a day SES takes 50000 a day, mailsPerDay of infra/stages.ts is 60000: write 50000.',
  ],
  [
    'a mail domain that SES gave up on',
    ({ aws }) => {
      aws.ses.on(GetEmailIdentityCommand).resolves({ DkimAttributes: { Status: 'FAILED' } });
    },
    'mail domain centre.al is not verified (DKIM FAILED): no mail leaves; put its three DKIM records into the DNS of centre.al.',
  ],
  [
    'a mail domain that somebody has taken away',
    ({ aws, stack }) => {
      stack('Besa-prod-Reactors', 'CREATE_COMPLETE');
      aws.ses.on(GetEmailIdentityCommand).rejects(failure('NotFoundException'));
    },
    'mail domain SES does not know centre.al any more: deploy the stack of the reactors again.',
  ],
];

describe('what must be mended is said, with what would be right', () => {
  it.each(mustBeMended)('%s', async (_, change, line) => {
    const { wrong, toMend } = await wrongWith(change);
    expect(wrong).toEqual([`mend ${line}`]);
    expect(toMend).toBe(1);
  });
});

describe('what a deployment does not need', () => {
  it.each<[string, (ready: Ready) => Partial<Around> | void, string]>([
    [
      'the sandbox of SES',
      ({ aws }) => {
        aws.ses.on(GetAccountCommand).resolves({ SendingEnabled: true, SendQuota: { Max24HourSend: 50_000 } });
      },
      'mail SES is in its sandbox: staff are not told. Ask for production access.',
    ],
    [
      'a mail domain whose records nobody has seen',
      ({ aws }) => {
        aws.ses.on(GetEmailIdentityCommand).resolves({ DkimAttributes: { Status: 'PENDING' } });
      },
      'mail domain centre.al is not verified (DKIM PENDING): no mail leaves; put its three DKIM records into the DNS of centre.al.',
    ],
    [
      'placeholders of the pack',
      () => ({ centre: country.centre }),
      'centre placeholders in the pack’s centre.ts: institutionsPhone, office, postalAddress, mail.',
    ],
  ])('%s: mended before prod, later in dev', async (_, change, line) => {
    expect((await wrongWith(change)).wrong).toEqual([`mend ${line}`]);
    const inDev = await wrongWith((ready) => ({ stage: dev, ...change(ready) }));
    expect(inDev).toEqual({ wrong: [`later ${line}`], toMend: 0 });
  });

  it('examples of a stage are named, each by its place', async () => {
    const { mail, signInPrefix, alarms, staffUrl } = stageOf('prod');
    const { wrong } = await wrongWith(() => ({
      stage: { ...prod, mail: { ...mail, mailsPerDay: 50_000 }, signInPrefix, alarms },
    }));
    expect(wrong).toEqual([
      'mend names examples in infra/stages.ts: mail.domain, mail.from, signInPrefix, alarms.childMayBeWaiting, alarms.lookTomorrow, alarms.lastResort.',
    ]);
    const staff = await wrongWith(() => ({ stage: { ...prod, staffUrl, certificates: {} } }));
    expect(staff.wrong).toEqual(['mend names examples in infra/stages.ts: staffUrl.']);
  });

  it.each<[string, (ready: Ready) => Partial<Around> | void, string]>([
    [
      'a quota for few at once',
      ({ aws }) => {
        aws.lambda
          .on(GetAccountSettingsCommand)
          .resolves({ AccountLimit: { ConcurrentExecutions: 102, UnreservedConcurrentExecutions: 102 } });
      },
      'executions 102 at once. A class that sends in one second needs more: ask for 1000 (Service Quotas, Lambda, concurrent executions).',
    ],
    [
      'more mails a day than Besa knows',
      () => ({ stage: { ...prod, mail: { ...prod.mail, mailsPerDay: 200 } } }),
      'mails a day SES takes 50000 a day; letters are paced by mailsPerDay, which is 200.',
    ],
    [
      'mails without a limit',
      ({ aws }) => {
        aws.ses.on(GetAccountCommand).resolves({
          SendingEnabled: true,
          ProductionAccessEnabled: true,
          SendQuota: { Max24HourSend: -1 },
        });
      },
      'mails a day SES takes any number a day; letters are paced by mailsPerDay, which is 50000.',
    ],
    [
      'a mail domain that the first deployment makes',
      ({ aws }) => {
        aws.ses.on(GetEmailIdentityCommand).rejects(failure('NotFoundException'));
      },
      'mail domain not yet: the first deployment makes centre.al; then put its three DKIM records into the DNS of centre.al.',
    ],
  ])('%s: later, in prod too', async (_, change, line) => {
    expect(await wrongWith(change)).toEqual({ wrong: [`later ${line}`], toMend: 0 });
  });

  it('a quota below 102, where no sweep has a reservation', async () => {
    const { toMend } = await wrongWith(({ aws }) => {
      aws.lambda
        .on(GetAccountSettingsCommand)
        .resolves({ AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 } });
      return { stage: dev };
    });
    expect(toMend).toBe(0);
  });

  it('an account that nobody has pinned, and a domain of the centre’s own', async () => {
    const { account: _, publicUrl: __, certificates: ___, ...unpinned } = dev;
    const { lines } = await preflight({ ...readyAccount().around, stage: unpinned });
    expect(lines).toContain(`ok    account        ${account}, by the credentials: infra/stages.ts pins none.`);
    expect(lines).toContain('ok    certificates   none named: the APIs answer at the addresses of AWS.');
  });
});

describe('a call that AWS refuses', () => {
  it('is something to mend, with the right that it needs; the other checks go on', async () => {
    const { wrong } = await wrongWith(({ aws }) => {
      aws.lambda.on(GetAccountSettingsCommand).rejects(failure('AccessDeniedException', 'no'));
      aws.acm.on(DescribeCertificateCommand).rejects(failure('ThrottlingException', 'Rate\nexceeded'));
    });
    expect(wrong).toEqual([
      'mend executions These credentials may not look: they need lambda:GetAccountSettings, cloudformation:DescribeStacks.',
      'mend certificates AWS does not say how it stands: ThrottlingException, Rate exceeded',
    ]);
  });
});

describe('the bootstrap', () => {
  it('is as old as the CDK’s templates allow', () => {
    const app = new App({ analyticsReporting: false });
    const stack = new Stack(app, 'Some');
    expect(app.synth().getStackArtifact(stack.artifactId).requiresBootstrapStackVersion).toBe(oldestBootstrap);
  });
});

describe('what is made wrong in an AWS of somebody else', () => {
  const checked = checks.map(({ what }) => what);

  it('has something for each check, and nothing twice', () => {
    expect(checked.filter((what) => !wrongs.some(({ check }) => check === what))).toEqual([]);
    expect(new Set(wrongs.map(({ how }) => how)).size).toBe(wrongs.length);
    const also = wrongs.flatMap((wrong) => wrong.also ?? []);
    expect([...wrongs.map(({ check }) => check), ...also].filter((what) => !checked.includes(what))).toEqual([]);
  });

  it('leaves to the doubles above what that AWS cannot do', () => {
    const here = mustBeMended.map(([name, , line]) => [name, checked.findLast((what) => line.startsWith(`${what} `))]);
    for (const { double, check } of onDoubles) expect(here).toContainEqual([double, check]);
  });

  it('finds the place where a stage is read', () => {
    expect(readFileSync('infra/stages.ts', 'utf8').split(settingsAsWritten)).toHaveLength(2);
  });
});
