import * as z from 'zod/mini';
import { parseProperties } from '../template/template.ts';
import type { Resource } from '../template/template.ts';

/** The client of the staff console, as the template has it. */
export interface StaffClient {
  /** What `Ref` of the client answers, so that a function's environment names the same. */
  id: string;
  callbackUrls: readonly string[];
  logoutUrls: readonly string[];
  scopes: readonly string[];
  accessTokenMs: number;
  refreshTokenMs: number;
  /** For how long a refresh token that was replaced still works, in ms. Undefined where none is replaced. */
  rotationGraceMs: number | undefined;
  revokes: boolean;
}

const unitMs = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
const unit = z.optional(z.enum(['seconds', 'minutes', 'hours', 'days']));

/**
 * With the defaults of CloudFormation.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html
 */
const clientShape = z.looseObject({
  CallbackURLs: z._default(z.array(z.string()), []),
  LogoutURLs: z._default(z.array(z.string()), []),
  AllowedOAuthScopes: z._default(z.array(z.string()), []),
  AccessTokenValidity: z._default(z.number(), 1),
  RefreshTokenValidity: z._default(z.number(), 30),
  TokenValidityUnits: z.optional(z.looseObject({ AccessToken: unit, RefreshToken: unit })),
  RefreshTokenRotation: z.optional(
    z.looseObject({ Feature: z.enum(['ENABLED', 'DISABLED']), RetryGracePeriodSeconds: z._default(z.number(), 0) }),
  ),
  EnableTokenRevocation: z._default(z.boolean(), true),
});

/** Where a template has no client, nobody comes back from signing in, and tokens are for `nobody`. */
export function readStaffClient(resources: readonly Resource[]): StaffClient {
  const resource = resources.find(({ type }) => type === 'AWS::Cognito::UserPoolClient');
  const client = resource === undefined ? clientShape.parse({}) : parseProperties(clientShape, resource);
  const { RefreshTokenRotation: rotation, TokenValidityUnits: units } = client;
  return {
    id: resource?.ref ?? 'nobody',
    callbackUrls: client.CallbackURLs,
    logoutUrls: client.LogoutURLs,
    scopes: client.AllowedOAuthScopes,
    accessTokenMs: client.AccessTokenValidity * unitMs[units?.AccessToken ?? 'hours'],
    refreshTokenMs: client.RefreshTokenValidity * unitMs[units?.RefreshToken ?? 'days'],
    rotationGraceMs: rotation?.Feature === 'ENABLED' ? rotation.RetryGracePeriodSeconds * 1000 : undefined,
    revokes: client.EnableTokenRevocation,
  };
}
