import type { FollowUpTexts } from '#shared/domain/country-pack.ts';
import type { FrozenQuarter } from '#shared/domain/keeping/statistics.ts';
import type { AddressedText } from '#shared/domain/text.ts';
import { fill } from '#shared/domain/text.ts';
import type { Moments } from '#shared/pages/frame/moments.ts';
import type { FollowUpAnswer } from '#shared/pages/thread/follow-up-answer.ts';

/** Invented data of the looks: nobody wrote it, and the code opens nothing. */

export const now = '2026-12-01T18:30:00.000Z';
export const code = '7K3M-9QXR-2F5T-8WNA-Z';
export const key = '00000000-0000-4000-8000-000000000000';
export const visit = '00000000-0000-4000-8000-000000000001';

/** What somebody writes who has much to say, with an address that has no blank. */
export const long = `Më thanë gjëra të këqija në klasë.\n\nDhe sot përsëri: https://example.com/${'a'.repeat(60)}\n  Nuk di çfarë të bëj.`;

export const guidance = [
  { title: 'Ruaj, blloko, trego', text: 'Ruaj mesazhet. Blloko llogarinë. Trego një të rrituri që i beson.' },
  { title: 'Hiqe foton', text: 'Kjo faqe e bën foton të mos ngarkohet më.', link: 'https://takeitdown.ncmec.org/' },
];

export const promise = {
  readBy: '2026-12-01T22:00:00.000Z',
  handleBy: '2026-12-03T18:00:00.000Z',
  resolveBy: '2026-12-04T18:00:00.000Z',
  kept: true,
};
const readAt = '2026-11-29T19:40:00.000Z';

const fromYou = { from: 'you', at: '2026-11-29T18:05:00.000Z', text: long } as const;
const fromUs = [
  { from: 'centre', at: '2026-11-30T08:15:00.000Z', text: 'Bëre shumë mirë që na tregove.\n\nNuk është faji yt.' },
  { from: 'centre', at: '2026-12-01T17:05:00.000Z', text: 'Të shkruajmë përsëri këtu nesër.' },
] as const;

/** The answers that threads are drawn from, as one reader reads them. */
export function threadsFor(
  texts: FollowUpTexts,
  say: (text: AddressedText) => string,
  moments: Moments,
): Record<'received' | 'answered' | 'missed' | 'told' | 'ended', FollowUpAnswer> & { miss: string } {
  const { status, promiseMissed, beingTold, callNow } = texts;
  const received: FollowUpAnswer = {
    status: { code: 'received', text: say(status.received) },
    promise,
    messages: [],
    sharedWith: [],
    canDo: ['message', 'withdraw', 'lock'],
    help: [],
  };
  const inProgress = { code: 'in_progress', text: say(status.in_progress) } as const;
  const late = { ...promise, readBy: readAt, handleBy: '2026-11-30T18:00:00.000Z', kept: false };
  const miss = [fill(say(promiseMissed), { by: moments.by(late.handleBy) }), say(beingTold.head), say(callNow)].join(
    ' ',
  );
  return {
    received,
    answered: {
      ...received,
      status: inProgress,
      promise: { ...promise, readAt },
      messages: [fromUs[0], fromYou, fromUs[1]],
      earlier: 3,
    },
    missed: {
      ...received,
      status: { ...inProgress, text: `${inProgress.text}\n\n${miss}` },
      promise: { ...late, readAt },
      messages: [fromYou],
    },
    told: {
      ...received,
      status: { code: 'waiting_institution', text: say(status.waiting_institution) },
      promise: { ...promise, readAt, handledAt: readAt },
      messages: [fromYou, ...fromUs],
      sharedWith: [
        { who: 'Policia e Shtetit', when: readAt, why: 'Ligji na detyron.' },
        { who: 'Njësia e Mbrojtjes së Fëmijëve', when: readAt, why: 'Ligji na detyron.', takenBack: 'E tërhoqëm.' },
      ],
    },
    ended: {
      ...received,
      status: { code: 'closed', text: say(status.closed) },
      promise: { ...promise, readAt, handledAt: readAt, resolvedAt: readAt },
      messages: [fromYou, ...fromUs],
      canDo: ['message', 'still_happening', 'lock', 'helped'],
      expiresAt: '2027-03-04T09:00:00.000Z',
    },
    miss,
  };
}

/** Two quarters as they are published. */
export const quarters = (['2026-Q2', '2026-Q3'] as const).map((quarter) => ({
  quarter,
  reports: 48,
  tables: {
    category: {
      cells: [
        { code: 'cyberbullying', count: 21 },
        { code: 'sexual_extortion', count: 14 },
        { code: 'other', count: null },
      ],
    },
  },
})) as unknown as readonly FrozenQuarter[];
