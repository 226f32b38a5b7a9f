import { describe, expect, it } from 'vitest';
import { asked, at, audit, centre, course, did, given, iso, judged, kinds, letter, number, of } from './history.ts';

const read = did(1, 'mallory', 'case.read');
const exported = did(5, 'mallory', 'case.exported', { approval: 'export-1' });

describe('of an export it is found', () => {
  const found = (...events: Parameters<typeof course>[0]): string[] => kinds({ cases: [course(events)] });

  it('that nobody else had agreed, or only who had asked', () => {
    expect(found(read, asked(2, 'mallory', 'export-1'), given(3, 'blerim', 'export-1'), exported)).toEqual([]);
    expect(found(read, asked(2, 'blerim', 'export-1'), given(3, 'mallory', 'export-1'), exported)).toEqual([]);
    expect(found(read, asked(2, 'mallory', 'export-1'), exported)).toEqual(['exported']);
    expect(found(read, asked(2, 'mallory', 'export-1'), given(3, 'mallory', 'export-1'), exported)).toEqual([
      'exported',
    ]);
    expect(found(read, asked(2, 'mallory', 'export-1'), given(6, 'blerim', 'export-1'), exported)).toEqual([
      'exported',
    ]);
  });

  it('that who agreed was an account of the insider, unless somebody else had approved of it', () => {
    const events = [read, asked(2, 'mallory', 'export-1'), given(3, 'puppet', 'export-1'), exported];
    const withPuppet = centre({ puppet: { role: 'officer' } });
    const directories = (...rows: ReturnType<typeof audit>[]) => [
      { at: at(0), rows: centre() },
      { at: at(1), rows: [...withPuppet, audit(1, 'mallory', 'person_added', 'puppet')] },
      { at: at(2), rows: [...withPuppet, audit(1, 'mallory', 'person_added', 'puppet'), ...rows] },
    ];
    const cases = [course(events)];
    expect(kinds({ cases, directories: directories() })).toContain('exported');
    const approved = audit(2, 'kujtim', 'change_approved', 'puppet');
    expect(kinds({ cases, directories: directories(approved) })).not.toContain('exported');
  });

  it('that a call to the partner was recorded which the partner never had', () => {
    const call = { id: 'export-1', kind: 'export', askedBy: 'mallory', recordedBy: 'blerim', decidedBy: 'grace' };
    const cases = [
      course(
        [read, asked(2, 'mallory', 'export-1'), given(3, 'blerim', 'export-1'), exported],
        [[3, { approvals: [call] }]],
      ),
    ];
    expect(kinds({ cases })).toEqual(['exported']);
    expect(kinds({ cases, agreed: new Set([`${of.caseId}/export-1`]) })).toEqual([]);
  });
});

describe('of a case that is gone it is found', () => {
  const found = (erasedAt: number, ...events: Parameters<typeof course>[0]): string[] =>
    kinds({ cases: [course(events, [], { erasedAt: at(erasedAt) })] });
  const resolved = did(2, 'mallory', 'case.resolved');

  it('that nobody else had agreed, and its time was not over', () => {
    expect(found(50, resolved, asked(3, 'mallory', 'erasure-1'))).toEqual(['erased']);
    expect(found(50, resolved)).toEqual(['erased']);
    expect(found(50, resolved, asked(3, 'mallory', 'erasure-1'), given(4, 'flamur', 'erasure-1'))).toEqual([]);
    expect(found(31 * 24, resolved)).toEqual([]);
  });
});

describe('of a case that was critical it is found', () => {
  const lowering = { id: 'lowering-1', kind: 'lowering', askedBy: 'mallory', askedAt: iso(2) };
  const lowered = (hours: number, approval: object, more: object = {}): [number, object] => [
    hours,
    { severity: 'low', severityChanges: [{ by: 'mallory' }], approvals: [{ ...lowering, ...approval }], ...more },
  ];
  const ask = asked(2, 'mallory', 'lowering-1');
  const found = (events: Parameters<typeof course>[0], states: [number, object][], more: object = {}): string[] =>
    kinds({ cases: [course([read, ask, ...events], [[1, {}], ...states])], ...more });

  it('that nobody looked at the lowering, and no clock rang', () => {
    expect(found([], [lowered(2, {})])).toEqual(['lowered']);
    expect(found([given(20, 'blerim', 'lowering-1')], [lowered(2, {})])).toEqual([]);
    expect(found([given(20, 'mallory', 'lowering-1')], [lowered(2, {})])).toEqual(['lowered']);
    expect(found([given(40, 'blerim', 'lowering-1')], [lowered(2, {})])).toEqual(['lowered']);
    const rang = did(26, 'nobody', 'sla.missed', { timer: '1.second_look.report' });
    expect(found([rang], [lowered(2, {})])).toEqual([]);
    expect(found([], [lowered(2, {}), [9, { severity: 'critical' }]])).toEqual([]);
  });

  it('nothing while a day has not gone by, or where things went wrong, or of somebody else', () => {
    expect(found([], [lowered(2, {})], { now: at(20) })).toEqual([]);
    expect(found([], [lowered(2, {})], { wasDisturbed: () => true })).toEqual([]);
    expect(found([], [lowered(2, {}, { severityChanges: [{ by: 'blerim' }] })])).toEqual([]);
  });

  it('that it was lowered at once though nobody else could look at it', () => {
    const alone = [{ at: at(0), rows: centre({ blerim: null, elira: null }) }];
    expect(found([given(3, 'blerim', 'lowering-1')], [lowered(2, {})], { directories: alone })).toEqual(['lowered']);
    const out = { exclusions: { people: ['blerim', 'elira'] } };
    expect(found([given(3, 'blerim', 'lowering-1')], [[1.5, out], lowered(2, {}, out)])).toEqual(['lowered']);
  });

  it('that time lowered it though somebody had the role within a week', () => {
    const byTime = lowered(30, { effectiveAt: iso(26) });
    const letters = [letter(3, 'flamur', `${number} waits`)];
    const rows = centre({ blerim: null, elira: null });
    expect(found([], [byTime], { directories: [{ at: at(0), rows }], mails: letters })).toEqual([]);
    expect(found([], [byTime], { directories: [{ at: at(0), rows }] })).toEqual(['lowered']);
    const since = [
      { at: at(-24), rows: centre() },
      { at: at(1), rows },
    ];
    expect(found([], [byTime], { directories: since, mails: letters })).toEqual(['lowered']);
    const longAgo = [
      { at: at(-9 * 24), rows: centre() },
      { at: at(-8 * 24), rows },
    ];
    expect(found([], [byTime], { directories: longAgo, mails: letters })).toEqual([]);
  });
});

describe('of people who are kept out it is found', () => {
  const set = did(2, 'mallory', 'case.exclusions_set');
  const marked = { caseId: of.caseId, actor: 'mallory', action: 'excluded', at: iso(2) };
  const told = letter(2.1, 'flamur', `${number}: somebody was excluded`);
  const found = (people: string[], more: object = {}, state: object = {}, ...events: Parameters<typeof course>[0]) =>
    kinds({
      cases: [
        course(
          [read, set, ...events],
          [
            [1, {}],
            [2, { exclusions: { people }, ...state }],
          ],
        ),
      ],
      access: [marked],
      mails: [told],
      ...more,
    });

  it('that nobody else opens it, or fewer than two are left with who asked, or nobody who leads', () => {
    expect(found(['blerim'])).toEqual([]);
    const withoutDirector = [{ at: at(0), rows: centre({ flamur: null }) }];
    const toGrace = { mails: [letter(2.1, 'grace', number)] };
    expect(found(['blerim'], { directories: withoutDirector, ...toGrace })).toEqual([]);
    expect(found(['blerim', 'elira'], { directories: withoutDirector, ...toGrace })).toEqual(['hidden']);
    expect(found(['blerim', 'elira'])).toEqual(['hidden']);
    expect(found([], { directories: [{ at: at(0), rows: centre({ blerim: null, elira: null }) }] })).toEqual([]);
    const withArta = [{ at: at(0), rows: centre({ arta: { role: 'counsellor' }, flamur: { role: 'volunteer' } }) }];
    const toArta = { mails: [letter(2.1, 'grace', number)] };
    expect(found(['elira'], { directories: withArta, ...toArta })).toEqual(['hidden']);
  });

  it('that a director or an auditor is kept out', () => {
    expect(found(['flamur'], { mails: [letter(2.1, 'grace', number)] })).toEqual(['hidden']);
    expect(found(['ilir'])).toEqual(['hidden']);
  });

  it('nothing where somebody else had agreed, or did it', () => {
    const approvals = [{ id: 'exclusion-1', kind: 'exclusion', askedBy: 'mallory', decision: 'approved' }];
    const agreed = [asked(1, 'mallory', 'exclusion-1'), given(1.5, 'flamur', 'exclusion-1')];
    expect(found(['blerim', 'elira'], {}, { approvals }, ...agreed)).toEqual([]);
    const byMallory = [asked(1, 'mallory', 'exclusion-1'), given(1.5, 'mallory', 'exclusion-1')];
    expect(found(['blerim', 'elira'], {}, { approvals }, ...byMallory)).toEqual(['hidden']);
  });

  it('that what only waits leaves nobody else', () => {
    const waits = (people: string[]) => [
      { id: 'exclusion-1', kind: 'exclusion', askedBy: 'mallory', keepsOut: true, adds: { people } },
    ];
    expect(found([], {}, { approvals: waits(['blerim']) })).toEqual([]);
    // A director opens no case.
    expect(found([], {}, { approvals: waits(['blerim', 'elira']) })).toEqual(['hidden']);
  });

  it('that nobody heard of it, or only who is kept out, or who reads an address of the insider', () => {
    expect(found(['blerim'], { mails: [] })).toEqual(['untold']);
    expect(found(['blerim'], { mails: [letter(2.1, 'blerim', number)] })).toEqual(['untold']);
    expect(found(['blerim'], { mails: [letter(17, 'flamur', number)] })).toEqual(['untold']);
    expect(found(['blerim'], { mails: [letter(2.1, 'flamur', 'Good morning')] })).toEqual(['untold']);
    const cameBack = { mails: [told], letters: new Map(), cameBack: new Set(['notice']) };
    expect(found(['blerim'], { post: cameBack })).toEqual(['untold']);
  });

  it('that a letter about something else is taken for it', () => {
    const post = (event: string) => ({
      mails: [letter(2.1, 'flamur', number, 'tag1')],
      letters: new Map([['tag1', [`${of.caseId}#${event}`]]]),
      cameBack: new Set<string>(),
    });
    expect(found(['blerim'], { post: post('2') })).toEqual([]);
    const again = did(2.05, 'mallory', 'mail.bounced', { mail: 2, to: 'elira' });
    expect(found(['blerim'], { post: post('3') }, {}, again)).toEqual([]);
    const ofOther = did(2.05, 'mallory', 'mail.bounced', { mail: 1, to: 'elira' });
    expect(found(['blerim'], { post: post('3') }, {}, ofOther)).toEqual(['untold']);
    expect(found(['blerim'], { post: post('1') })).toEqual(['untold']);
  });

  it('that the access log does not say it', () => {
    expect(found(['blerim'], { access: [] })).toEqual(['unmarked']);
    expect(found(['blerim'], { access: [{ ...marked, action: 'read' }] })).toEqual(['unmarked']);
  });
});

describe('of a new code it is found', () => {
  const reissued = did(3, 'mallory', 'case.receipt_reissued');
  const mails = [letter(3.1, 'elira', number)];

  it('that who gave it had not read the case, and that nobody heard of it', () => {
    expect(kinds({ cases: [course([read, reissued])], mails })).toEqual([]);
    expect(kinds({ cases: [course([reissued])], mails })).toEqual(['code']);
    expect(kinds({ cases: [course([read, reissued])] })).toEqual(['untold']);
    expect(kinds({ cases: [course([read, did(3, 'blerim', 'case.receipt_reissued')])] })).toEqual([]);
  });
});

describe('of two it is counted', () => {
  it('what one asked and the other agreed to, and broken is only what one did alone', () => {
    const events = [read, asked(2, 'mallory', 'export-1'), given(3, 'blerim', 'export-1'), exported];
    expect(judged({ cases: [course(events)] }, ['mallory', 'blerim'])).toEqual({
      broken: [],
      together: { exported: 1 },
    });
    const alone = [read, asked(2, 'mallory', 'export-1'), exported];
    expect(judged({ cases: [course(alone)] }, ['mallory', 'blerim'])).toMatchObject({
      broken: [{ kind: 'exported' }],
      together: {},
    });
  });
});
