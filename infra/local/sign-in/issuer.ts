import { createHash } from 'node:crypto';
import { SignJWT, exportJWK, generateKeyPair, importJWK, jwtVerify } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import type { DataFolder } from '../data-folder.ts';
import type { Session } from './session.ts';
import type { StaffClient } from './staff-client.ts';

/** Signs and checks access tokens in the form Cognito gives them. */
export interface Issuer {
  /** An access token of a session, good for as long as the client says, counted from now. */
  sign: (session: Session) => Promise<string>;
  /** The public key, as a JSON Web Key Set. */
  keys: () => { keys: JWK[] };
  /** The token's claims. Undefined when the token is not ours, not valid now, or no access token. */
  verify: (token: string) => Promise<JWTPayload | undefined>;
}

const secretFile = 'issuer.json';
const keyId = 'local';

/** The signing key is made once and stored in the data folder, so that a token outlives a restart. */
export async function openIssuer(
  folder: DataFolder,
  { poolName, client }: { poolName: string; client: Pick<StaffClient, 'id' | 'accessTokenMs'> },
  now: () => Date,
): Promise<Issuer> {
  const stored = folder.readSecret(secretFile);
  const jwk = stored === undefined ? await newKey(folder) : (JSON.parse(stored) as JWK);
  const { kty, n, e } = jwk;
  const publicJwk: JWK = {
    ...(kty === undefined ? {} : { kty }),
    ...(n === undefined ? {} : { n }),
    ...(e === undefined ? {} : { e }),
  };
  const [privateKey, publicKey] = await Promise.all([importJWK(jwk, 'RS256'), importJWK(publicJwk, 'RS256')]);
  const issuer = `https://local.invalid/${poolName}`;
  // A signature that was good stays good. Only its time is checked again.
  const verified = new Map<string, JWTPayload>();
  const isCurrent = ({ exp, iat }: JWTPayload): boolean => {
    const seconds = now().getTime() / 1000;
    return exp !== undefined && exp > seconds && (iat ?? 0) <= seconds + 60;
  };
  return {
    sign: ({ id, subject, scopes, signedInAt }) => {
      const issuedAt = Math.floor(now().getTime() / 1000);
      const claims = {
        token_use: 'access',
        scope: scopes.join(' '),
        client_id: client.id,
        auth_time: signedInAt,
        origin_jti: id,
        username: subject,
      };
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId })
        .setIssuer(issuer)
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + client.accessTokenMs / 1000)
        .setJti(crypto.randomUUID())
        .sign(privateKey);
    },
    keys: () => ({ keys: [{ ...publicJwk, kid: keyId, alg: 'RS256', use: 'sig' }] }),
    verify: async (token) => {
      const id = createHash('sha256').update(token).digest('base64');
      const known = verified.get(id);
      if (known !== undefined) return isCurrent(known) ? known : undefined;
      try {
        const { payload } = await jwtVerify(token, publicKey, { issuer, algorithms: ['RS256'], currentDate: now() });
        if (payload['token_use'] !== 'access' || !isCurrent(payload)) return undefined;
        if (verified.size > 1000) verified.clear();
        verified.set(id, payload);
        return payload;
      } catch {
        return undefined;
      }
    },
  };
}

async function newKey(folder: DataFolder): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  folder.writeSecret(secretFile, JSON.stringify(jwk));
  return jwk;
}
