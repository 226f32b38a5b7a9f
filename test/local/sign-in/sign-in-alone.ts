import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { openDataFolder } from '#infra/local/data-folder.ts';
import { listen } from '#infra/local/gateway/listen.ts';
import { openIssuer } from '#infra/local/sign-in/issuer.ts';
import { openRefreshTokens } from '#infra/local/sign-in/refresh-tokens.ts';
import { seededPeople } from '#infra/local/sign-in/seed-people.ts';
import { signInFlow } from '#infra/local/sign-in/sign-in-flow.ts';
import { readStaffClient } from '#infra/local/sign-in/staff-client.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deployedClient, signInClient } from './client.ts';

/** Signing in alone, without an API behind it, at a clock that a test steps. */
export async function openAlone(properties: Record<string, unknown> = deployedClient) {
  const folder = openDataFolder(temporaryFolder());
  const there = new Set(seededPeople.flatMap(({ id, role }) => (role === undefined ? [] : [id])));
  let time = Date.parse('2026-11-17T21:00:00.000Z');
  const now = () => new Date(time);
  const client = readStaffClient([
    {
      stack: 'Tiny',
      logicalId: 'Client',
      type: 'AWS::Cognito::UserPoolClient',
      name: 'Tiny-Client',
      ref: 'Tiny-Client',
      arn: '',
      properties,
    },
  ]);
  const answer = signInFlow({
    client,
    issuer: await openIssuer(folder, { poolName: 'Tiny-Pool', client }, now),
    refreshTokens: openRefreshTokens(folder, client, now),
    hasAccount: (user) => Promise.resolve(there.has(user)),
    people: () => seededPeople.map(({ id, ...person }) => ({ user: id, ...person })),
    now,
  });
  const server = createServer((request, response) => void answer(request, response));
  const port = await listen(server, 0);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
    folder.close();
  });
  return {
    ...signInClient(`http://127.0.0.1:${port}`, 'Tiny-Client'),
    advance: (byMs: number) => void (time += byMs),
    remove: (user: string) => void there.delete(user),
  };
}
