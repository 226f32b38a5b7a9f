import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryBook } from '#shared/adapters/aws/directory/directory-book.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { testNotice } from '#shared/domain/people/test-mail.ts';
import { sesEvent, type SesKind } from '#test/support/ses-events.ts';
import { openCentre, staff, type Centre } from '../centre.ts';

let centre: Centre;
beforeEach(async () => {
  centre = await openCentre(undefined, 'engine');
});
afterEach(() => centre.stop());

const duty = 'staff-duty';

/** Asks for a test mail, as the directory's function does. */
async function ask(id = duty): Promise<void> {
  const book = directoryBook(centre.database.db, centre.database.tables);
  const before = (await book.people()).find((one) => one.id === id);
  if (before === undefined) throw new Error('There is nobody.');
  const { revision: _, ...person } = before;
  const at = centre.now();
  const written = await book.write({
    revision: await book.revision(),
    rows: { person: { before, after: { ...person, testedAt: at } } },
    audit: { at, by: id, action: 'test_mail_asked', about: id, changes: [] },
    notices: [testNotice(before)],
  });
  if (!written.written) throw new Error('The test was not written.');
}
const mark = async (id = duty) => (await centre.member(id))?.unreachable;
async function comesBack(kind: SesKind, to = 'duty@centre.example'): Promise<number> {
  return centre.feedback(sesEvent(kind, centre.letters.at(-1)?.tag ?? '', to));
}
const measured = (metric: string) => centre.measured.filter((one) => one.metric === metric).length;

describe('A test mail', () => {
  it('leaves once with the next sweep, to whoever asked alone, with the way to their settings', async () => {
    await ask();
    await centre.sweep();
    await centre.sweep();
    expect(centre.letters.map(({ to }) => to)).toEqual(['duty@centre.example']);
    expect(centre.letters[0]?.text).toContain('https://staff.centre.example/me');
  });

  it('leaves also to an address from which mails come back: it asks just that', async () => {
    await centre.putMember({ ...staff[0]!, unreachable: { since: centre.now(), because: 'bounced' } });
    await ask();
    await centre.sweep();
    expect(centre.letters).toHaveLength(1);
    expect(measured('MailUndelivered')).toBe(0);
  });

  it('keeps to the pace of letters', async () => {
    await ask();
    await centre.sweep();
    centre.later(4);
    await ask();
    await centre.sweep();
    expect(centre.letters).toHaveLength(1);
    centre.later(1);
    await centre.sweep();
    expect(centre.letters).toHaveLength(2);
  });
});

describe('What the mail service says of a test mail', () => {
  beforeEach(async () => {
    // Where somebody else is on the rung, an address may be passed over.
    await centre.putMember({ ...staff[0]!, id: 'staff-colleague', mail: 'colleague@other.example' });
    await ask();
    await centre.sweep();
  });

  it.each(['permanent', 'complaint'] as const)('a %s marks the address, and is measured', async (kind) => {
    expect(await comesBack(kind)).toBe(0);
    expect(await mark()).toMatchObject({ since: centre.now(), againAt: plusMinutes(centre.now(), 60) });
    expect(measured('MailUndelivered')).toBe(1);
  });

  it('takes effect once, however often it comes', async () => {
    await comesBack('permanent');
    const first = await mark();
    centre.later(1);
    await comesBack('permanent');
    expect([first === undefined, await mark()]).toEqual([false, first]);
  });

  it('a full mailbox and a refusal mark nothing and are measured; a delay is neither', async () => {
    expect([await comesBack('transient'), await comesBack('reject')]).toEqual([0, 0]);
    expect([await mark(), measured('MailUndelivered')]).toEqual([undefined, 2]);
    await comesBack('delay');
    expect(measured('MailUndelivered')).toBe(2);
  });

  it('marks no address that was put right since', async () => {
    await centre.putMember({ ...staff[0]!, mail: 'right@centre.example' });
    await comesBack('permanent');
    expect(await mark()).toBeUndefined();
  });

  it('with a colleague’s of the same domain is the provider’s doing: nobody is passed over', async () => {
    await comesBack('permanent');
    await ask('staff-backup');
    await centre.sweep();
    await comesBack('permanent', 'backup@centre.example');
    expect([await mark(), await mark('staff-backup')]).toEqual([undefined, undefined]);
    expect(measured('MailProviderRefuses')).toBe(1);
  });

  it('leaves the last one of a rung in use', async () => {
    centre.later(1);
    await ask('staff-supervisor');
    await centre.sweep();
    await comesBack('permanent', 'supervisor@centre.example');
    expect(await mark('staff-supervisor')).toBeUndefined();
    expect(measured('MailUndelivered')).toBe(1);
  });

  it('of any other notice is ignored: the others were told', async () => {
    const book = directoryBook(centre.database.db, centre.database.tables);
    const entry = { code: 'OTHER', name: 'Other', from: '2026-02-10', to: '2026-02-10' };
    await book.write({
      revision: await book.revision(),
      rows: { list: 'campaign', entry },
      audit: { at: centre.now(), by: 'ana', action: 'campaign_set', changes: [] },
      notices: [{ to: 'staff-director', about: duty, kind: 'suspended' }],
    });
    await centre.sweep();
    await comesBack('permanent', 'director@centre.example');
    expect([await mark('staff-director'), measured('MailUndelivered')]).toEqual([undefined, 0]);
  });
});
