import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { stageOf } from '#infra/stages.ts';
import { staffScope } from '#infra/api/sign-in.ts';

export interface SignInThere {
  url: string;
  pool: string;
  client: string;
}

/** Gives somebody an account, and answers its `sub` with how they sign in on the page of the emulator's Cognito. */
export async function accountThere(
  cognito: CognitoIdentityProviderClient,
  { url, pool, client }: SignInThere,
  mail: string,
): Promise<{ sub: string; signIn: () => Promise<string> }> {
  const password = `Aa1!${randomBytes(12).toString('hex')}`;
  const whose = { UserPoolId: pool, Username: mail };
  const UserAttributes = [
    { Name: 'email', Value: mail },
    { Name: 'email_verified', Value: 'true' },
  ];
  // The emulator makes up a first password that is shorter than the pool asks for.
  const { User } = await cognito.send(
    new AdminCreateUserCommand({ ...whose, UserAttributes, TemporaryPassword: password }),
  );
  await cognito.send(new AdminSetUserPasswordCommand({ ...whose, Password: password, Permanent: true }));
  const sub = User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value ?? '';
  const redirect = `${stageOf('dev').staffUrl}/signed-in`;
  const signIn = async (): Promise<string> => {
    const form = {
      client_id: client,
      redirect_uri: redirect,
      response_type: 'code',
      scope: `openid ${staffScope.full}`,
      username: mail,
      password,
    };
    const shown = await fetch(`${url}/login`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
    const code = new URL(shown.headers.get('location') ?? 'none:').searchParams.get('code');
    if (code === null) throw new Error(`Signing in answered ${shown.status}, and no code.`);
    const asked = { grant_type: 'authorization_code', client_id: client, redirect_uri: redirect, code };
    const answer = await fetch(`${url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(asked) });
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`The exchange of the code answered ${answer.status}, and no token.`);
    return token;
  };
  return { sub, signIn };
}
