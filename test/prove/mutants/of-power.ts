import type { Mutant } from '../mutant.ts';

const lastPlaces = { tests: ['test/domain/people/last-places.test.ts'] };
const oneAdministrator = { tests: ['test/domain/people/one-administrator.test.ts'] };

/** No one administrator takes power, or the last place of those who could object. */
export const mutantsOfPower: readonly Mutant[] = [
  {
    promise: 'P13',
    what: 'the last place is lost at once with the suspension',
    file: 'shared/domain/people/power/change-person.ts',
    find: 'if (because.length === 0) return guarded(asked, before, changed(asked, before, after));\n  const approval',
    replace: 'if (because.length >= 0) return guarded(asked, before, changed(asked, before, after));\n  const approval',
    by: lastPlaces,
  },
  {
    promise: 'P13',
    what: 'who is barred can still sign in',
    file: 'shared/domain/access/authorize.ts',
    find: 'return actor?.active === true && actor.barred !== true && actor.role !== undefined;',
    replace: 'return actor?.active === true && actor.role !== undefined;',
    by: lastPlaces,
  },
  {
    promise: 'P13',
    what: 'time grants power though somebody who could object was barred',
    file: 'shared/domain/people/power/second-person.ts',
    find: '!people.some((one) => lostSince(one, noticedRoles, since))',
    replace: 'true',
    by: lastPlaces,
  },
  {
    promise: 'P13',
    what: 'barring takes the time from nothing that waits',
    file: 'shared/domain/people/power/change-person.ts',
    find: 'const isFelt = lost !== undefined && noticedRoles.includes(lost);',
    replace: 'const isFelt = false && lost !== undefined && noticedRoles.includes(lost);',
    by: lastPlaces,
  },
  {
    promise: 'P13',
    what: 'the old address hears nothing of a new one',
    file: 'shared/domain/people/directory-notice.ts',
    find: "if (!isContact) told.set(`${about} `, { to: about, about, kind: 'contact_changed', address: before.mail });",
    replace: '',
    by: lastPlaces,
  },
  {
    promise: 'P13',
    what: 'who was chosen by the asker is the second person',
    file: 'shared/domain/people/power/second-person.ts',
    find: 'one.id !== about && !isSameHand(one.id, askedBy, people, now);',
    replace: 'one.id !== about && one.id !== askedBy;',
    by: lastPlaces,
  },
  {
    promise: 'P13',
    what: 'an address that one person set is the outside partner',
    file: 'shared/domain/people/power/second-person.ts',
    find: 'one.id !== about && isPartner(one) && !isChosenLately(one, now)',
    replace: 'one.id !== about && isPartner(one)',
    by: lastPlaces,
  },
  {
    promise: 'P13',
    what: 'a contact that the asker set counts as left on the rung',
    file: 'shared/domain/people/power/losses.ts',
    find: '.filter((one) => !isSameHand(one.id, by.id, people, now))',
    replace: '.filter((one) => one.id !== by.id)',
    by: oneAdministrator,
  },
  {
    promise: 'P13',
    what: 'the audit shows the code of the call',
    file: 'shared/domain/people/directory-audit.ts',
    find: 'const { code: _, ...partner } = approval.partner;',
    replace: 'const partner = approval.partner;',
    by: { tests: ['test/functions/directory/people.test.ts'], named: 'the outside partner decides by a call' },
  },
  {
    promise: 'P13',
    what: 'whoever only decides sees everybody of the directory',
    file: 'functions/directory/people/list-people.ts',
    find: "if (!admits(by, 'manage_directory')) {",
    replace: "if (!admits(by, 'approve')) {",
    by: { tests: ['test/functions/directory/people.test.ts'], named: 'who see nobody else' },
  },
  {
    promise: 'P13',
    what: 'a screen names as second person whoever asked',
    file: 'shared/domain/people/power/second-person.ts',
    find: 'return people.filter((one) => mayDecide(one, request, people, now)).map((one) => one.id);',
    replace: 'return people.filter((one) => maySignIn(one) && one.id !== id).map((one) => one.id);',
    by: { tests: ['test/functions/directory/people.test.ts'], named: 'never who asked' },
  },
  {
    promise: 'P13',
    what: 'somebody who works on no case says that they took over a shift',
    file: 'functions/directory/lists/duty.ts',
    find: "admit(request, 'take_over_shift')",
    replace: "admit(request, 'see_duty')",
    by: { seed: 4 },
  },
];
