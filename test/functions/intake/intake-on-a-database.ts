import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { country } from '#shared/country/current.ts';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import { startDatabase } from '#test/support/engine.ts';
import type { DatabaseKind } from '#test/support/engine.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { publicApi, steppedClock } from '#test/support/public-api.ts';

export const receivedAt = '2026-11-20T22:10:00.000Z';
export const [platform] = country.platforms;
export const [region] = country.regions;
export const municipality = region?.municipalities[0]?.code;

/** A report with something in every sealed field. */
export const report = {
  category: 'not_sure',
  narrative: 'Kanarinë: dikush përdor fotot e mia.',
  urls: ['https://www.example.com/Profile/'],
  accounts: [{ platform, handle: '@Canary.Account' }],
  victims: [{ ageYears: 14, gender: 'female' }],
  flags: { repeated: 'unsure' },
  reporter: { role: 'child', name: 'Kanarina Emri', contact: { phone: '+355 69 123 4567', safe: false } },
  place: { municipality, school: 'Shkolla Kanarina' },
};

/** Intake as deployed, on a database of the test; `here` makes it with something replaced. */
export async function openIntake(on: DatabaseKind = 'memory') {
  const database = await startDatabase(on);
  return {
    database,
    here: (instead: Parameters<typeof publicApi>[3] = {}) =>
      publicApi(database, country, steppedClock(receivedAt), instead),
    rows: async (): Promise<Record<string, unknown>[]> => {
      const all = await Promise.all(
        Object.values(database.tables).map((TableName) => database.db.send(new ScanCommand({ TableName }))),
      );
      return all.flatMap(({ Items }) => Items ?? []);
    },
    stop: () => database.stop(),
  };
}
export type OpenIntake = Awaited<ReturnType<typeof openIntake>>;

export function send(intake: HttpLambda, body: unknown, headers: Record<string, string> = {}): Promise<GatewayAnswer> {
  return callHandler(intake, postOf('/v1/reports', body, headers));
}
