import type { Centre } from './centre.ts';

const everyDay = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'holiday'];
const shift = (duty: string, from: string, to: string, holders: string[]) => ({
  duty,
  days: everyDay,
  from,
  to,
  holders,
});

/** What administrators and the supervisor keep: people, who is on the rota, institutions, platforms, campaigns. */
export async function keepsDirectory(centre: Centre): Promise<void> {
  const { administers } = centre;
  await administers('staff-elira', 'roster', {
    holidays: ['2027-03-14', '2027-11-28'],
    shifts: [
      shift('duty_officer', '08:00', '20:00', ['staff-blerim']),
      shift('duty_officer', '20:00', '08:00', ['staff-desk']),
      shift('helpline_desk', '08:00', '08:00', ['staff-arta', 'staff-desk']),
    ],
  });
  await administers('staff-kujtim', 'institutions', {
    code: 'cyber_authority',
    inUse: true,
    phones: ['+355 4 000 1111'],
  });
  await administers('staff-kujtim', 'institutions', { code: 'media_authority', inUse: false });
  await administers('staff-lule', 'platforms', {
    code: 'tiktok',
    way: 'trusted_flagger',
    to: 'Invented portal, team 3',
  });
  await administers('staff-lule', 'platforms', {
    code: 'invented_forum',
    name: 'Invented Forum',
    way: 'email',
    to: 'desk@forum.example',
  });
  const campaign = { code: 'SCHOOLS-2027', name: 'Invented school visits', from: '2027-01-10', to: '2027-06-30' };
  await administers('staff-lule', 'campaigns', campaign);
  await administers('staff-kujtim', 'people', {
    id: 'staff-mira',
    name: 'Mira Invented',
    mail: 'mira@besa.example',
    language: 'sq',
    duties: [],
    cleared: false,
    role: 'counsellor',
    team: 'helpline',
  });
  await administers('staff-lule', 'people/{person}/approval', { verdict: 'approve' }, { person: 'staff-mira' });
  await administers('staff-kujtim', 'people/{person}/suspension', {}, { person: 'staff-hana' });
  await administers('staff-kujtim', 'people/{person}/change', { phone: '+355 6 000 2222' }, { person: 'staff-arta' });
}

/** What waits for a second administrator, and a change of which people are still to be told. */
export async function leavesChangesWaiting({ administers }: Centre): Promise<void> {
  await administers('staff-kujtim', 'people/{person}/change', { cleared: true }, { person: 'staff-arta' });
  await administers('staff-kujtim', 'people/{person}/suspension', {}, { person: 'staff-lule' });
  await administers('staff-kujtim', 'people/{person}/return', {}, { person: 'staff-hana' });
}
