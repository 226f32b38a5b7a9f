import { expect, it } from 'vitest';
import { overviewPage } from '#infra/local/pages/local-html.ts';
import { shownPerson } from '#infra/local/pages/local-pages.ts';
import { seededPeople } from '#infra/local/sign-in/seed-people.ts';

const overview = (staff: Parameters<typeof overviewPage>[0]['staff']): string =>
  overviewPage({ now: '2026-11-17T09:00:00.000Z', mails: 0, rang: [], queues: [], staff });

it('opens the console in one click, as each person who has a role and as nobody else', () => {
  const page = overview(seededPeople.map(shownPerson));
  expect(page).toContain('<a href="/staff/">The console</a>');
  expect(page).toContain('<a href="/office">');
  const links = [...page.matchAll(/<a href="\/staff\/\?as=([^"]+)">Open the console as ([^<]+)<\/a>/gu)];
  expect(links.map(([, user, name]) => [user, name])).toEqual(
    seededPeople.filter(({ role }) => role !== undefined).map(({ id, name }) => [id, name]),
  );
});

it('writes no mark of its own into a link, whatever somebody is called', () => {
  const page = overview([{ user: 'a"&<b>', name: '<i>A</i>', role: 'officer', duties: [] }]);
  expect(page).toContain('href="/staff/?as=a%22%26%3Cb%3E"');
  expect(page).not.toContain('<i>A</i>');
});
