import { rosterDays } from '#shared/domain/people/roster/roster.ts';
import type { KeptList } from '#shared/domain/keeping/kept-lists.ts';
import type { BesaOverHttp } from '#test/support/besa-over-http.ts';
import { directoryOverHttp } from '#test/support/directory-over-http.ts';
import { caseWork, expecting, partsOfYear, type Part } from './case-work.ts';

/** What the console's pages of the centre have to show. */
const kinds = {
  languages: 'own languages chosen',
  tested: 'test mails that came',
  testedTwice: 'second test mails within minutes, refused',
  held: 'held cases in the list of those',
  due: 'released cases in the list of what is erased next',
  taken: 'copies given out, in the list of those',
  rosters: 'rosters set',
  audited: 'changes of these in the audit of their month',
  logged: 'readings of these in the access log',
} as const;

const [officer, supervisor, auditor] = ['staff-blerim', 'staff-elira', 'staff-ilir'] as const;

/** What a year has of the centre itself: each part at its instant (ms since 1970), by day. */
export async function centreItself(besa: BesaOverHttp, instants: readonly number[]) {
  const directory = directoryOverHttp(besa);
  const [works, decides] = [await besa.signIn(officer), await besa.signIn(supervisor)];
  const { arrives, ends } = caseWork(besa);
  const did = async (what: string, answer: ReturnType<typeof directory.get>): Promise<void> => {
    expecting(200, what, await answer);
  };
  const onCase = (by: typeof works, caseNumber: string, name: string, body: object = {}): Promise<void> =>
    did(name, by.command(caseNumber, name, body));
  /** Throws unless a list, read page by page, has something with this in it. */
  const isListed = async (by: string, path: string, wanted: object): Promise<void> => {
    const marks = Object.entries(wanted).map(([name, value]) => `"${name}":"${value}"`);
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = expecting(200, path, await directory.get(by, `${path}${page}`));
      const lines = Object.values(body)
        .filter(Array.isArray)
        .flat()
        .map((line) => JSON.stringify(line));
      if (lines.some((line) => marks.every((mark) => line.includes(mark)))) return;
      cursor = body['cursor'] as string | undefined;
    }
    throw new Error(`${path} does not have ${marks.join(', ')}.`);
  };
  const isKept = (kind: KeptList, wanted: object): Promise<void> =>
    isListed(supervisor, `keeping?kind=${kind}`, wanted);
  const thisMonth = async (): Promise<string> => (await besa.now()).slice(0, 'YYYY-MM'.length);
  const ended = async (): Promise<string> => {
    const { caseNumber } = await arrives(works);
    await ends(works, caseNumber);
    await onCase(works, caseNumber, 'hold', { because: 'court_proceedings' });
    return caseNumber;
  };

  const partsBy = (count: (kind: keyof typeof kinds) => void): Part[] => [
    async () => {
      const month = await thisMonth();
      await did('A language', directory.send(officer, 'me/language', { language: 'en' }));
      count('languages');
      await did('A test mail', directory.send(officer, 'me/test-mail', {}));
      expecting(429, 'Another test mail', await directory.send(officer, 'me/test-mail', {}));
      count('testedTwice');
      return async () => {
        const isTest = ({ to, text }: { to: string; text: string }): boolean =>
          to === 'blerim@besa.example' && /\/me$/mu.test(text);
        if (!(await besa.inbox()).some(isTest)) throw new Error('The test mail did not come.');
        count('tested');
        await did('The language of before', directory.send(officer, 'me/language', { language: 'sq' }));
        await isListed(auditor, `directory/audit?month=${month}`, { by: officer, action: 'test_mail_asked' });
        count('audited');
      };
    },
    // A case whose copy was given out stays held to the end of the year.
    async () => {
      const caseNumber = await ended();
      await onCase(works, caseNumber, 'export', { reason: 'police_request' });
      await onCase(decides, caseNumber, 'approvals/export-1', { verdict: 'approve' });
      await onCase(works, caseNumber, 'export/export-1/copy');
      return async () => {
        await isKept('held', { caseNumber });
        count('held');
        await isKept('exports', { caseNumber, state: 'taken' });
        count('taken');
        await isListed(auditor, `access-log?case=${caseNumber}`, { actor: officer });
        count('logged');
      };
    },
    async () => {
      const caseNumber = await ended();
      return async () => {
        await onCase(decides, caseNumber, 'release');
        await isKept('due', { caseNumber });
        count('due');
      };
    },
    async () => {
      const month = await thisMonth();
      const shown = await directory.get(supervisor, 'directory/roster');
      const shift = (duty: string, from: string, to: string, holder: string) => ({
        duty,
        days: rosterDays,
        from,
        to,
        holders: [holder],
      });
      const shifts = [
        shift('duty_officer', '08:00', '20:00', officer),
        shift('duty_officer', '20:00', '08:00', 'staff-desk'),
      ];
      const roster = { shifts, holidays: [(await besa.now()).slice(0, 'YYYY-MM-DD'.length)] };
      await did('A roster', directory.post(supervisor, 'roster', roster, shown.headers.get('etag') ?? ''));
      count('rosters');
      return async () => {
        await isListed(auditor, `directory/audit?month=${month}`, { by: supervisor, action: 'roster_set' });
        count('audited');
      };
    },
  ];
  // A year has each of them more than once.
  return partsOfYear(kinds, instants, (count) => {
    const parts = partsBy(count);
    return instants.length < parts.length ? parts : instants.flatMap((_, place) => parts[place % parts.length] ?? []);
  });
}
