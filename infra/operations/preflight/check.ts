import type { ACMClient } from '@aws-sdk/client-acm';
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { STSClient } from '@aws-sdk/client-sts';
import type { Centre } from '#shared/domain/country-pack.ts';
import type { Stage } from '../../stages.ts';

/**
 * `mend`: the deployment would fail, or a child would be let down. `later`: it must be right before the first report, or
 * could be better.
 */
export type Verdict = 'ok' | 'later' | 'mend';

export interface Found {
  verdict: Verdict;
  /** What it is; where it is not `ok`, also what would be right. */
  says: string;
}

/** Who is asked. */
export interface Clients {
  acm: ACMClient;
  cloudformation: CloudFormationClient;
  cognito: CognitoIdentityProviderClient;
  lambda: LambdaClient;
  ses: SESv2Client;
  sts: STSClient;
}

/** What every check may look at. */
export interface Around {
  stage: Stage;
  centre: Centre;
  clients: Clients;
  /** The account of the credentials in use. */
  account: string;
  /** The region that other commands of this terminal go to. */
  regionHere: string | undefined;
}

export interface Check {
  what: string;
  /** The rights by which it asks, as IAM names them. */
  needs: readonly string[];
  look: (around: Around) => Promise<Found>;
}

/** What does not hinder a deployment must be mended only where people report in earnest. */
export function earnest({ keepsData }: Stage): Verdict {
  return keepsData ? 'mend' : 'later';
}

/** Looks at one thing. A refused or failed call of AWS is a finding too: nobody knows then how it stands. */
export async function lookAt({ what, needs, look }: Check, around: Around): Promise<Found & { what: string }> {
  try {
    return { what, ...(await look(around)) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const says = /AccessDenied|NotAuthorized|AuthorizationError/u.test(name)
      ? `These credentials may not look: they need ${needs.join(', ')}.`
      : `AWS does not say how it stands: ${name}${message === '' ? '' : `, ${message}`}`;
    return { what, verdict: 'mend', says };
  }
}

/** A finding as one line. */
export function lineOf({ what, verdict, says }: Found & { what: string }): string {
  return `${verdict.padEnd(6)}${what.padEnd(15)}${says.replaceAll(/\s+/gu, ' ')}`;
}
