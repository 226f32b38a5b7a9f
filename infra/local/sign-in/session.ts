import { randomUUID } from 'node:crypto';

/** One sign-in of one person. All its tokens say the same of it, however often they are refreshed. */
export interface Session {
  /** Each access token carries it as `origin_jti`. Source: Cognito, token revocation. */
  id: string;
  /** The person, as the directory has them. */
  subject: string;
  scopes: readonly string[];
  /** When the person signed in, in seconds since 1970: `auth_time`. */
  signedInAt: number;
}

export function startSession(subject: string, scopes: readonly string[], at: Date): Session {
  return { id: randomUUID(), subject, scopes, signedInAt: Math.floor(at.getTime() / 1000) };
}
