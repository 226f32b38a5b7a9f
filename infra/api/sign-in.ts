import { Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { removalOf } from '../constructs/removal.ts';
import type { Stage } from '../stages.ts';

/**
 * The scope that a token needs for any staff method. It says "signed in as staff". What somebody may do is decided
 * later.
 */
export const staffScope = { server: 'besa', scope: 'staff', full: 'besa/staff' } as const;

/** What a page needs to sign somebody in: the client it is, and the address before `/oauth2/authorize`. */
export interface SignInHandle {
  clientId: string;
  address: string;
}

/**
 * Where staff sign in. An administrator makes the accounts. A code from an authenticator app is always asked for. A
 * browser signs in by authorization code with PKCE (a client without a secret). Cognito only says who somebody is:
 * every request also reads the live record in the directory.
 *
 * Somebody stays signed in for a shift of 12 hours by a refresh token. Each use replaces it, and moves its end nowhere.
 * The one before works for another minute: on a night's poor connection an answer gets lost (decision 166).
 */
export function makeSignIn(scope: Construct, stage: Stage): SignInHandle & { pool: UserPool } {
  const pool = new UserPool(scope, 'Staff', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false, email: false },
    passwordPolicy: {
      minLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    accountRecovery: AccountRecovery.NONE,
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    deletionProtection: stage.protectedStacks.includes('Data'),
    removalPolicy: removalOf(stage),
  });
  const staff = new ResourceServerScope({ scopeName: staffScope.scope, scopeDescription: 'Work on cases' });
  const server = pool.addResourceServer('Api', { identifier: staffScope.server, scopes: [staff] });
  const client = new UserPoolClient(scope, 'StaffClient', {
    userPool: pool,
    generateSecret: false,
    // Naming none switches on Cognito's own choice, by SRP and refreshing among it; the latter excludes rotation. The
    // flow of triggers is open to nobody, as the pool has no trigger. So the pages of the domain are the only way in.
    authFlows: { custom: true },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.resourceServer(server, staff)],
      callbackUrls: [`${stage.staffUrl}/signed-in`],
      logoutUrls: [`${stage.staffUrl}/signed-out`],
    },
    // People cannot change what their account says about them. Only its administrator writes the address, and there are
    // no attributes of our own. The list must name at least one attribute, or all of them are writable.
    writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
    refreshTokenRotationGracePeriod: Duration.seconds(60),
  });
  const domain = pool.addDomain('SignIn', {
    cognitoDomain: { domainPrefix: stage.signInPrefix },
    // The classic pages do not know `prompt=login`: for an hour their cookie would let in whoever sits down next.
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  const clientId = client.userPoolClientId;
  // Without a look of its own a client has no pages: "Login pages unavailable".
  new CfnManagedLoginBranding(scope, 'Look', { userPoolId: pool.userPoolId, clientId, useCognitoProvidedValues: true });
  const address = stage.signInUrl ?? domain.baseUrl();
  new CfnOutput(scope, 'UserPoolId', { value: pool.userPoolId });
  new CfnOutput(scope, 'StaffClientId', { value: clientId });
  new CfnOutput(scope, 'SignInAddress', { value: address });
  return { pool, clientId, address };
}
