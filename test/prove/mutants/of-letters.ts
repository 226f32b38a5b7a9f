import type { Mutant } from '../mutant.ts';

/** What leaves is usable, and no address reaches who may not see it. */
export const mutantsOfLetters: readonly Mutant[] = [
  {
    promise: 'P9',
    what: 'an export has its addresses defanged, so that nobody can use them',
    file: 'functions/case-desk/reading/open-page.ts',
    find: 'const urls = asTyped === true ? all.urls : all.urls.map(defanged);',
    replace: 'const urls = all.urls.map(defanged);',
    by: { tests: ['test/functions/case-desk/approvals/second-person.test.ts'] },
  },
  {
    promise: 'P9',
    what: 'an account name is withheld from who is not cleared, as an address is',
    file: 'functions/case-desk/reading/open-case.ts',
    find: '{ urls: [], accounts: all.accounts, isWithheld: true }',
    replace: '{ urls: [], accounts: [], isWithheld: true }',
    by: { tests: ['test/functions/case-desk/reading/reading.test.ts'] },
  },
  {
    promise: 'P9',
    what: 'addresses of the report reach who is not cleared',
    file: 'functions/case-desk/reading/open-case.ts',
    find: 'return withAddresses || all.urls.length === 0 ? all',
    replace: 'return all.urls.length >= 0 ? all',
    by: {
      tests: [
        'test/functions/case-desk/notices/copy-for-notice.test.ts',
        'test/functions/case-desk/reading/reading.test.ts',
      ],
    },
  },
  {
    promise: 'P9',
    what: 'an address inside a narrative reaches who is not cleared',
    file: 'shared/use-cases/referrals/shown-text.ts',
    find: 'withAddresses ? { text: typed, links: addressesIn(typed) } : withoutAddresses(typed);',
    replace:
      'withAddresses || typed.length > 0 ? { text: typed, links: addressesIn(typed) } : withoutAddresses(typed);',
    by: { tests: ['test/functions/case-desk/reading/reading.test.ts'] },
  },
  {
    promise: 'P8',
    what: 'who is not cleared asks for everything, and reads an address in the words of a report',
    file: 'shared/use-cases/referrals/shown-text.ts',
    find: 'withAddresses ? { text: typed, links: addressesIn(typed) } : withoutAddresses(typed);',
    replace: '{ text: typed, links: withAddresses ? addressesIn(typed) : [] };',
    by: { seed: 7 },
  },
  {
    promise: 'P9',
    what: 'an invisible character hides an address',
    file: 'shared/domain/report/addresses-in-text.ts',
    find: "  if (invisible.test(char)) return '';\n",
    replace: '',
    by: { tests: ['test/domain/report/addresses-in-text.test.ts'] },
  },
  {
    promise: 'P9',
    what: 'a letter whose words hold an address is printed for who is not cleared',
    file: 'functions/case-desk/referrals/print-letter.ts',
    find: 'if (!isCleared && holdsAddresses(copy)) throw notCleared();',
    replace: 'holdsAddresses(copy);',
    by: { tests: ['test/functions/case-desk/referrals/letter.test.ts'] },
  },
  {
    promise: 'P9',
    what: 'a letter is opened before the access log says who prints it',
    file: 'functions/case-desk/referrals/print-letter.ts',
    find: "    await recordAccess(deps, of, by, { action: 'export', reason: `letter ${referral.id}` });\n",
    replace: '',
    by: { tests: ['test/functions/case-desk/referrals/letter.test.ts'] },
  },
  {
    promise: 'P9',
    what: 'a word that somebody wrote is markup in a letter',
    file: 'shared/mail/official-letter.ts',
    find: '`<li class="said">${escapeHtml(line)}</li>`',
    replace: '`<li class="said">${line}</li>`',
    by: { tests: ['test/mail/official-letter.test.ts'] },
  },
  {
    promise: 'P9',
    what: 'a copy for a notice gives addresses of a CSAM-flagged case to anybody',
    file: 'functions/case-desk/notices/copy-for-notice.ts',
    find: 'if (addresses.length > 0 && !withAddresses)',
    replace: 'if (addresses.length > 9999 && !withAddresses)',
    by: { tests: ['test/functions/case-desk/notices/copy-for-notice.test.ts'] },
  },
];
