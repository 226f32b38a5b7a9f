import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { rosterDays } from '#shared/domain/people/roster/roster.ts';
import type { SampleStaff } from './people.ts';

const byDay = { from: '08:00', to: '20:00' } as const;
const byNight = { from: '20:00', to: '08:00' } as const;
const everyDay = [...rosterDays];
const weekdays = everyDay.filter((day) => !['sat', 'sun', 'holiday'].includes(day));
const otherDays = everyDay.filter((day) => !weekdays.includes(day));

/** A week in which somebody is there in every hour: by night and on days off, the desk that telephones. */
const week = (year: number): DirectoryBodies['roster'] => ({
  holidays: [`${year + 1}-01-01`, `${year + 1}-01-02`],
  shifts: [
    { duty: 'duty_officer', days: weekdays, ...byDay, holders: ['staff-blerim'] },
    { duty: 'duty_officer', days: otherDays, ...byDay, holders: ['staff-desk'] },
    { duty: 'duty_officer', days: everyDay, ...byNight, holders: ['staff-desk'] },
    { duty: 'helpline_desk', days: everyDay, ...byDay, holders: ['staff-arta'] },
    { duty: 'helpline_desk', days: everyDay, ...byNight, holders: ['staff-desk'] },
  ],
});

/** What an administrator has set, and who took over the shift: so the pages about the centre show something. */
export async function centreLives(
  { administrator, counsellor }: Readonly<Record<'administrator' | 'counsellor', SampleStaff>>,
  now: string,
): Promise<void> {
  const year = Number(now.slice(0, 4));
  await administrator.keeps('roster', week(year), await administrator.tagOfRoster());
  const campaign = { code: `SID-${year + 1}`, name: 'Safer Internet Day' };
  await administrator.keeps('campaign', { ...campaign, from: `${year + 1}-02-01`, to: `${year + 1}-02-28` }, '"0"');
  await counsellor.keeps('takeOver', { from: 'staff-drita' });
}
