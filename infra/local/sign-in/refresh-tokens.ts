import { createHash, randomBytes } from 'node:crypto';
import type { DataFolder } from '../data-folder.ts';
import type { Session } from './session.ts';
import type { StaffClient } from './staff-client.ts';

/**
 * Refresh tokens as Cognito has them: opaque, good until a time that counts from the sign-in. Refreshing never moves
 * that time. Source: Cognito developer guide, "Refresh token rotation".
 */
export interface RefreshTokens {
  /** The first token of a session. */
  issue: (session: Session) => string;
  /** The session of a token that is good now. */
  sessionOf: (token: string) => Session | undefined;
  /**
   * The token that replaces a good one. The same one where the client rotates none. Undefined when the token is good no
   * more. The replaced one works until the grace period is over, for a client that lost the answer. Each use of it then
   * gives another token; the period does not begin anew. A later use is refused, and ends no other token: Cognito
   * documents no such reaction.
   */
  replace: (token: string) => string | undefined;
  /** Ends all refresh tokens of the token's session. Nothing happens for a token that is not good. */
  revoke: (token: string) => void;
}

/** One machine keeps at most so many tokens, and forgets those that end first. Cognito has no such bound. */
const atMostTokens = 1000;

const hashed = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The data folder holds hashes only: who reads it can sign in with none of them. */
export function openRefreshTokens(
  folder: DataFolder,
  client: Pick<StaffClient, 'refreshTokenMs' | 'rotationGraceMs'>,
  now: () => Date,
  atMost = atMostTokens,
): RefreshTokens {
  folder.state.exec(
    'CREATE TABLE IF NOT EXISTS refresh_tokens (hash TEXT PRIMARY KEY, session TEXT, subject TEXT, scopes TEXT, signed_in_at INTEGER, ends_at INTEGER, good_until INTEGER) STRICT',
  );
  const insert = folder.state.prepare('INSERT INTO refresh_tokens VALUES (?, ?, ?, ?, ?, ?, ?)');
  const select = folder.state.prepare('SELECT * FROM refresh_tokens WHERE hash = ? AND good_until > ?');
  const shorten = folder.state.prepare('UPDATE refresh_tokens SET good_until = MIN(good_until, ?) WHERE hash = ?');
  const removeSession = folder.state.prepare('DELETE FROM refresh_tokens WHERE session = ?');
  const removeEnded = folder.state.prepare('DELETE FROM refresh_tokens WHERE good_until <= ?');
  const removeBeyond = folder.state.prepare(
    'DELETE FROM refresh_tokens WHERE hash IN (SELECT hash FROM refresh_tokens ORDER BY good_until DESC, rowid DESC LIMIT -1 OFFSET ?)',
  );

  const store = ({ id, subject, scopes, signedInAt }: Session, endsAt: number): string => {
    const token = randomBytes(48).toString('base64url');
    removeEnded.run(now().getTime());
    insert.run(hashed(token), id, subject, scopes.join(' '), signedInAt, endsAt, endsAt);
    removeBeyond.run(atMost);
    return token;
  };
  const find = (token: string): { session: Session; endsAt: number } | undefined => {
    const row = select.get(hashed(token), now().getTime());
    if (row === undefined) return undefined;
    const session = {
      id: String(row['session']),
      subject: String(row['subject']),
      scopes: String(row['scopes']).split(' '),
      signedInAt: Number(row['signed_in_at']),
    };
    return { session, endsAt: Number(row['ends_at']) };
  };

  return {
    issue: (session) => store(session, session.signedInAt * 1000 + client.refreshTokenMs),
    sessionOf: (token) => find(token)?.session,
    replace: (token) => {
      const known = find(token);
      if (known === undefined) return undefined;
      if (client.rotationGraceMs === undefined) return token;
      shorten.run(now().getTime() + client.rotationGraceMs, hashed(token));
      return store(known.session, known.endsAt);
    },
    revoke: (token) => {
      const known = find(token);
      if (known !== undefined) removeSession.run(known.session.id);
    },
  };
}
