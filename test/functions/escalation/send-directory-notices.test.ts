import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryBook } from '#shared/adapters/aws/directory/directory-book.ts';
import type { DirectoryNotice } from '#shared/ports/directory-book.ts';
import { MailRefused } from '#shared/ports/mailbox.ts';
import type { Role } from '#shared/domain/access/authorize.ts';
import { openCentre, type Centre } from '../centre.ts';

let centre: Centre;
beforeEach(async () => {
  centre = await openCentre(undefined, 'engine');
  await has('staff-supervisor', 'supervisor');
  // As the directory's function writes a change that nobody is there to approve.
  const at = centre.now();
  const written = await directoryBook(centre.database.db, centre.database.tables).write({
    revision: 0,
    rows: { list: 'campaign', entry: { code: 'SID', name: 'SID', from: '2026-02-10', to: '2026-02-10' } },
    audit: { at, by: 'ana', action: 'person_changed', changes: [] },
    command: { actor: 'ana', keyHash: 'hash', fingerprint: 'print', at },
    notices: ['staff-supervisor', 'staff-director', 'staff-gone'].map((to) => ({
      to,
      about: 'staff-duty',
      effectiveAt: '2026-11-21T22:10:00.000Z',
    })),
  });
  if (!written.written) throw new Error('The change was not written.');
});
afterEach(() => centre.stop());

/** Gives somebody a role, with which they sign in. */
async function has(id: string, role: Role): Promise<void> {
  const member = await centre.member(id);
  if (member === undefined) throw new Error(`There is no ${id}.`);
  await centre.putMember({ ...member, role });
}

const told = () => centre.letters.map(({ to }) => to).sort();

describe('Notices of a change that will hold by itself', () => {
  it('are mailed once, each in the reader’s language, with when it holds and where to object', async () => {
    await centre.sweep();
    await centre.sweep();
    expect(told()).toEqual(['director@centre.example', 'supervisor@centre.example']);
    const letter = centre.letters.find(({ to }) => to.startsWith('supervisor'));
    expect(letter?.text).toContain('23:10');
    expect(letter?.text).toContain('https://staff.centre.example/people/staff-duty');
  });

  it('wait for the next sweep when the mail service does not take them, and say so', async () => {
    centre.between.onSend = () => {
      throw new Error('The service is down.');
    };
    expect(await centre.sweep()).toEqual({ nextAt: '2026-11-20T22:11:00.000Z' });
    expect(centre.measured).toContainEqual({ metric: 'MailFailed', value: 1 });
    delete centre.between.onSend;
    await centre.sweep();
    expect(told()).toHaveLength(2);
  });

  it('count among the mails that wait, for as long as they do', async () => {
    centre.between.onSend = () => {
      throw new Error('Sending is paused.');
    };
    await centre.sweep();
    centre.later(12);
    await centre.sweep();
    delete centre.between.onSend;
    await centre.sweep();
    centre.later(1);
    await centre.sweep();
    const ages = centre.measured.filter(({ metric }) => metric === 'OldestUnsentMailAge').map(({ value }) => value);
    expect(Math.max(...ages)).toBe(720);
    expect(ages.at(-1)).toBe(0);
  });

  it('are not sent to an address that mails come back from, and that somebody was not told is measured', async () => {
    const director = await centre.member('staff-director');
    if (director === undefined) throw new Error('There is no director.');
    await centre.putMember({ ...director, unreachable: { since: centre.now(), because: 'bounced' } });
    await centre.sweep();
    await centre.sweep();
    expect(told()).toEqual(['supervisor@centre.example']);
    expect(centre.measured.filter(({ metric }) => metric === 'MailUndelivered')).toHaveLength(1);
  });

  it('stop none of the others when one will never be taken', async () => {
    centre.between.onSend = ({ to }) => {
      if (to.startsWith('director')) throw new MailRefused('MessageRejected');
    };
    await centre.sweep();
    delete centre.between.onSend;
    await centre.sweep();
    expect(told()).toEqual(['supervisor@centre.example']);
    expect(centre.logged.map(({ code }) => code)).toContain('mail_refused');
  });

  it('for which there is no time wait for the next sweep, and are counted', async () => {
    expect((await centre.sweep(() => 0)).nextAt).toBe('2026-11-20T22:11:00.000Z');
    expect(told()).toEqual([]);
    expect(centre.measured).toContainEqual({ metric: 'NoticesLeftUndone', value: 3 });
    await centre.sweep();
    expect(told()).toHaveLength(2);
    expect(centre.measured).toContainEqual({ metric: 'NoticesLeftUndone', value: 0 });
  });

  const write = async (...notices: DirectoryNotice[]): Promise<void> => {
    const book = directoryBook(centre.database.db, centre.database.tables);
    const entry = { code: 'OTHER', name: 'Other', from: '2026-02-10', to: '2026-02-10' };
    const audit = { at: centre.now(), by: 'ana', action: 'person_changed' as const, changes: [] };
    const change = { revision: await book.revision(), rows: { list: 'campaign' as const, entry }, audit, notices };
    if (!(await book.write(change)).written) throw new Error('The change was not written.');
  };

  it('go to the address that was, to who was suspended since, and with the code to the partner alone', async () => {
    await centre.sweep();
    centre.letters.length = 0;
    const duty = await centre.member('staff-duty');
    if (duty === undefined) throw new Error('There is no duty officer.');
    await centre.putMember({ ...duty, active: false });
    const about = 'staff-duty';
    await write(
      { to: about, about, kind: 'suspended' },
      { to: about, about, kind: 'contact_changed', address: 'old@centre.example' },
      { to: 'staff-partner', about, kind: 'partner_asked', code: '7K3M9QXR', address: 'partner@asked.example' },
    );
    await centre.sweep();
    expect(told()).toEqual(['duty@centre.example', 'old@centre.example', 'partner@asked.example']);
    const withCode = centre.letters.filter(({ subject, text }) => `${subject} ${text}`.includes('7K3M9QXR'));
    expect(withCode.map(({ to }) => to)).toEqual(['partner@asked.example']);
  });

  it('lead to a page that the reader has: people, else one’s own settings, else where one begins', async () => {
    await centre.sweep();
    centre.letters.length = 0;
    await has('staff-duty', 'officer');
    await has('staff-backup', 'counsellor');
    const about = 'staff-duty';
    for (const to of ['staff-duty', 'staff-backup', 'staff-supervisor']) await write({ to, about, kind: 'role_lost' });
    centre.later(5);
    await centre.sweep();
    const links = centre.letters.map(({ to, text }) => [
      to.split('@')[0],
      /staff\.centre\.example(\/\S*)/u.exec(text)?.[1],
    ]);
    expect(Object.fromEntries(links)).toEqual({ duty: '/me', backup: '/', supervisor: '/people/staff-duty' });
  });

  it('of a list lead to the audit, for whoever may see it', async () => {
    await centre.sweep();
    centre.letters.length = 0;
    await has('staff-director', 'director');
    const about = 'police_cybercrime';
    for (const to of ['staff-director', 'staff-supervisor']) await write({ to, about, kind: 'list_changed' });
    centre.later(5);
    await centre.sweep();
    const links = centre.letters.map(({ to, text }) => [
      to.split('@')[0],
      /staff\.centre\.example(\/\S*)/u.exec(text)?.[1],
    ]);
    expect(Object.fromEntries(links)).toEqual({ director: '/audit', supervisor: '/' });
  });

  it('name the director and the outside partner, with their numbers, but nobody to themselves', async () => {
    await centre.sweep();
    centre.letters.length = 0;
    const director = await centre.member('staff-director');
    if (director === undefined) throw new Error('There is no director.');
    await centre.putMember({ ...director, role: 'director', phone: '+355 69 000 0001' });
    const partner = { id: 'staff-outside', name: 'Outside', mail: 'o@x.example', phone: '+355 69 000 0002' };
    await centre.putMember({ ...director, ...partner, duties: ['outside_partner'] });
    await write(
      { to: 'staff-supervisor', about: 'staff-duty', kind: 'role_lost' },
      { to: 'staff-director', about: 'staff-duty', kind: 'role_lost' },
    );
    centre.later(5);
    await centre.sweep();
    const textTo = (name: string) => centre.letters.find(({ to }) => to.startsWith(name))?.text;
    expect(textTo('supervisor')).toContain(`Ring ${director.name}, +355 69 000 0001; Outside, +355 69 000 0002`);
    expect(textTo('director')).toContain('Ring Outside, +355 69 000 0002');
  });

  const suspended = (about: string): DirectoryNotice => ({ to: 'staff-supervisor', about, kind: 'suspended' });
  const toSupervisor = () => centre.letters.filter(({ to }) => to.startsWith('supervisor'));

  it('about many changes are one mail to each reader, and the next one comes five minutes later', async () => {
    for (const about of ['staff-a', 'staff-b', 'staff-c']) await write(suspended(about));
    await centre.sweep();
    expect(toSupervisor().map(({ subject }) => subject)).toEqual(['4 notices']);
    for (const about of ['a', 'b', 'c']) expect(toSupervisor()[0]?.text).toContain(`people/staff-${about}`);
    for (const about of ['staff-d', 'staff-e']) {
      centre.later(1);
      await write(suspended(about));
      await centre.sweep();
    }
    expect(toSupervisor()).toHaveLength(1);
    centre.later(3);
    await centre.sweep();
    expect(toSupervisor().map(({ subject }) => subject)).toEqual(['4 notices', '2 notices']);
  });

  it('to a phone are one message in fifteen minutes, codes first', async () => {
    const partner = await centre.member('staff-supervisor');
    if (partner === undefined) throw new Error('There is nobody.');
    await centre.putMember({ ...partner, id: 'staff-phone', mail: 'phone@sms.example', contact: 'mail_to_sms' });
    const to = 'staff-phone';
    await write({ to, about: 'staff-a', kind: 'suspended' });
    await write({ to, about: 'staff-b', kind: 'partner_asked', code: '7K3M9QXR' });
    await write({ to, about: 'staff-c', kind: 'suspended' });
    const texts = () => centre.letters.flatMap((one) => (one.to.startsWith('phone') ? [one.text] : []));
    await centre.sweep();
    centre.later(14);
    await centre.sweep();
    expect(texts()).toEqual([expect.stringContaining('7K3M9QXR')]);
    centre.later(1);
    await centre.sweep();
    expect(texts()).toEqual([expect.stringContaining('7K3M9QXR'), expect.stringMatching(/^2 notices/u)]);
  });

  it('keep nobody from first news of a critical case', async () => {
    await centre.sweep();
    const of = await centre.receive({ severity: 'critical' });
    await centre.settle(of);
    await centre.sweep();
    const duty = centre.letters.filter(({ subject }) => subject.includes(of.caseNumber));
    expect(duty.length).toBeGreaterThan(0);
  });

  it('let the letters about cases go first, and go first themselves after ten minutes', async () => {
    const pages: string[] = [];
    await write({ to: 'staff-duty', about: 'staff-a', kind: 'suspended' });
    const of = await centre.receive({ severity: 'critical' });
    await centre.settle(of);
    for (let minute = 0; minute < 20; minute += 1) {
      const before = centre.letters.length;
      await centre.sweep();
      for (const { to, subject } of centre.letters.slice(before))
        if (to.startsWith('duty')) pages.push(subject.startsWith('Directory') ? `notice ${minute}` : `case ${minute}`);
      centre.later(1);
    }
    expect(pages).toEqual(['case 5', 'notice 10']);
  });
});
