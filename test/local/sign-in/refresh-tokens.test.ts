import { expect, it, onTestFinished } from 'vitest';
import { openDataFolder } from '#infra/local/data-folder.ts';
import { openRefreshTokens } from '#infra/local/sign-in/refresh-tokens.ts';
import { startSession } from '#infra/local/sign-in/session.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const client = { refreshTokenMs: 12 * 3_600_000, rotationGraceMs: 60_000 };

function open(atMost?: number) {
  const folder = openDataFolder(temporaryFolder());
  onTestFinished(() => folder.close());
  let time = Date.parse('2026-11-17T21:00:00.000Z');
  const now = () => new Date(time);
  const tokens = openRefreshTokens(folder, client, now, atMost);
  return {
    ...tokens,
    issue: () => tokens.issue(startSession('staff-blerim', ['openid', 'besa/staff'], now())),
    again: () => openRefreshTokens(folder, client, now),
    rows: () => folder.state.prepare('SELECT * FROM refresh_tokens').all(),
    advance: (byMs: number) => void (time += byMs),
  };
}

it('keeps no token in the data folder, only what tells it from others', () => {
  const { issue, rows, sessionOf } = open();
  const token = issue();
  expect(rows()).toHaveLength(1);
  expect(JSON.stringify(rows())).not.toContain(token);
  expect(sessionOf(token)).toMatchObject({ subject: 'staff-blerim', scopes: ['openid', 'besa/staff'] });
  // What is kept opens nothing either.
  expect(sessionOf(String(rows()[0]?.['hash']))).toBeUndefined();
});

it('knows them again after a start', () => {
  const { issue, again } = open();
  const token = issue();
  expect(again().sessionOf(token)).toMatchObject({ subject: 'staff-blerim' });
});

it('forgets those that ended', () => {
  const { issue, replace, rows, advance } = open();
  let token = issue();
  for (let use = 0; use < 5; use += 1) {
    token = replace(token) ?? '';
    advance(60_000);
  }
  issue();
  expect(rows()).toHaveLength(2);
  advance(client.refreshTokenMs);
  issue();
  expect(rows()).toHaveLength(1);
});

it('keeps so many and no more, those that end last', () => {
  const { issue, advance, sessionOf, rows } = open(3);
  const tokens = [1, 2, 3, 4, 5].map(() => {
    advance(1000);
    return issue();
  });
  expect(rows()).toHaveLength(3);
  expect(tokens.map((token) => sessionOf(token) !== undefined)).toEqual([false, false, true, true, true]);
});
