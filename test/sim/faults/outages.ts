import { days, minute } from '../actors/asking.ts';
import type { System } from '../system.ts';
import type { World } from '../world.ts';

/** What can be away by itself: services of AWS, the table's stream, and all schedules at once. */
const services = ['dynamodb', 'sqs', 'kms', 'ses', 'stream', 'schedules'] as const;

/** Where people of the centre have their addresses. */
export const mailDomains = ['besa.example', 'mail.example'] as const;
/** What is out when a provider lets every mail come back to its addresses: one domain, or `*` for all there are. */
export const mailsTo = (domain: string): string => `mails to ${domain}`;
/** What is out when the mail service takes no more mails on that day. */
export const mailQuota = 'the quota of mails';

/** Says what of AWS will be away in a history, and when. */
export function planOutages(world: World, system: System, spanMs: number): void {
  const sometime = (): number => world.now() + world.chance.whole(0, spanMs / minute) * minute;
  for (const service of services) {
    if (!world.faults.strikes('outage')) continue;
    const lasts = world.chance.pick([10, 60, 6 * 60, 24 * 60, 30 * 60] as const);
    world.at(sometime(), `${service} goes away`, () => world.goOut(service, world.now() + lasts * minute), 'services');
  }
  if (world.faults.strikes('provider_refuses')) {
    const domain = world.chance.pick(['*', ...mailDomains] as const);
    const lasts = world.chance.pick([1, 1, 5, 60] as const);
    world.at(
      sometime(),
      'a provider refuses',
      () => world.goOut(mailsTo(domain), world.now() + lasts * minute),
      'services',
    );
  }
  if (world.faults.strikes('quota_used_up')) {
    const lasts = world.chance.pick([10, 60, 12 * 60] as const);
    world.at(sometime(), 'no more mails today', () => world.goOut(mailQuota, world.now() + lasts * minute), 'services');
  }
  if (!world.faults.strikes('sweep_away')) return;
  const titles = [...new Set(system.blueprint.schedules.map(({ functionArn }) => system.titleOf(functionArn)))];
  const title = world.chance.shuffled(titles)[0] ?? '';
  // Often from the first, so that there are twelve hours of it even in half a day.
  const from = world.chance.happens(0.5) ? world.now() : sometime();
  world.at(from, 'a schedule does not come', () => world.goOut(title, world.now() + days(0.5)), 'services');
}
