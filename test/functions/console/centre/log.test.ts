import { describe, expect, it } from 'vitest';
import { addressFor, askedBy, fileOf, pageOf } from '#functions/console/app/centre/log/log-asked.ts';
import { logHeads, logRow, sayAction, sayReason } from '#functions/console/app/centre/log/say-entry.ts';
import { csvOf } from '#shared/contracts/http/csv.ts';
import { monthsTo } from '#functions/console/app/centre/tables/months.ts';
import { accessActions, findReasons, readReasons } from '#shared/domain/access/access-log.ts';
import { receiptAssurances } from '#shared/domain/commands/reporter/reporter-actions.ts';
import { speech } from './speech.ts';

type Line = Parameters<typeof sayAction>[0];

const entry = (more: Partial<Line> = {}): Line => ({
  at: '2026-11-17T09:00:00.000Z',
  actor: 'staff-1',
  action: 'read',
  reason: 'on_duty',
  unusual: [],
  ...more,
});

describe('what the address of the log asks for', () => {
  it.each<[string, ReturnType<typeof askedBy>]>([
    ['person=staff-1&month=2026-11', { person: 'staff-1', month: '2026-11' }],
    ['case=b7k3m9qx1', { number: 'B-7K3M-9QX1' }],
    ['case=B-123', undefined],
    ['case=', undefined],
    ['person=staff-1', undefined],
    ['person=staff-1&month=2026-13', undefined],
    ['month=2026-11', undefined],
    ['', undefined],
  ])('of %s is %j', (query, expected) => {
    expect(askedBy(new URLSearchParams(query))).toEqual(expected);
  });

  it('leads to the page, to the API, and to a file that names neither a person nor a case', () => {
    const byPerson = { person: 'staff-1', month: '2026-11' };
    const byCase = { number: 'B-1111-1111' };
    expect(pageOf(byPerson)).toBe('/log?person=staff-1&month=2026-11');
    expect(pageOf(byCase, true)).toBe('/log?case=B-1111-1111&marked=true');
    expect(addressFor(byPerson)).toBe('/v1/access-log?actor=staff-1&month=2026-11');
    expect(addressFor(byCase)).toBe('/v1/access-log?case=B-1111-1111');
    expect(fileOf(byPerson, '2026-12-01')).toBe('besa-log-2026-11');
    expect(fileOf(byCase, '2026-12-01')).toBe('besa-log-case-2026-12-01');
  });

  it('offers months by UTC, the newest first, and an older one where it was asked for', () => {
    const months = monthsTo(new Date('2026-01-31T23:30:00.000Z'), '2019-05');
    expect(months.slice(0, 3)).toEqual(['2026-01', '2025-12', '2025-11']);
    expect(months.at(-1)).toBe('2019-05');
    expect(new Set(months).size).toBe(months.length);
  });
});

describe('an entry in words', () => {
  it('leaves no code and no blank open, whatever was done', () => {
    for (const action of accessActions) {
      const said = sayAction(entry({ action, by: 'account', found: 3 }), speech);
      expect(said).not.toMatch(/\{|_/u);
    }
  });

  it.each<[Partial<Line>, string]>([
    [{ action: 'looked', by: 'phone', found: 3 }, 'Searched for a phone number. Cases shown: 3'],
    [{ action: 'found', by: 'account' }, 'Saw it by searching for an account'],
    [{ action: 'refused' }, 'Tried to open it, and it stayed closed'],
  ])('says %j', (more, expected) => {
    expect(sayAction(entry(more), speech)).toBe(expected);
  });

  it('does not say of a search that somebody tried to open what it met', () => {
    expect(sayAction(entry({ action: 'refused', by: 'address' }), speech)).toContain('was not shown');
  });

  it.each([
    ['on_duty', 'I am on duty'],
    ['not_asked', 'No reason was asked for'],
    ['set_alone', 'Decided by one person'],
    ['exclusion-2', 'By a request for a second person'],
    ['letter state_police-1', 'The letter to: State Police'],
    ['referral state_police-12', 'The referral to: State Police'],
    ['desk state_police-1', 'With the access code, at: State Police'],
    ['addresses state_police-1', 'The list of addresses, at: State Police'],
    ['notice', 'Takedown notice'],
    ['notice tiktok', 'Takedown notice to: TikTok'],
    ['export-1 court_or_prosecutor', 'An approved export: court or prosecutor'],
    ['subject_access called_safe_contact', 'For the reporter: the safe contact was called'],
    ['of_a_later_release', 'of_a_later_release'],
  ])('says the reason %s as “%s”', (reason, expected) => {
    expect(sayReason(reason, speech)).toBe(expected);
  });

  it('has words for every reason of a list', () => {
    for (const reason of [...readReasons, ...findReasons, ...receiptAssurances, 'excluded'])
      expect(sayReason(reason, speech)).not.toBe(reason);
  });

  it('stands in the file in words and as codes, under a head each', () => {
    const row = logRow(
      entry({ caseNumber: 'B-1111-1111', severity: 'high', holder: 'another', onShift: false, unusual: ['off_shift'] }),
      speech,
    );
    const heads = logHeads(speech);
    expect(row).toHaveLength(heads.length);
    expect(Object.fromEntries(heads.map((head, at) => [head, row[at]]))).toMatchObject({
      Who: 'Arta Hoxha',
      'Who (code)': 'staff-1',
      'What they did (code)': 'read',
      'Case number': 'B-1111-1111',
      'Severity (code)': 'high',
      'Why (code)': 'on_duty',
      'Who had the case': 'somebody else',
      'On shift': 'no',
      'Why it is marked': 'Outside a shift, by the roster',
      'Why it is marked (code)': 'off_shift',
    });
    expect(new Set(heads).size).toBe(heads.length);
    const [, line = ''] = csvOf(heads, [logRow(entry({ action: 'looked', by: 'account', found: 2 }), speech)]).split(
      '\r\n',
    );
    expect(line).toContain(',2,');
  });
});
