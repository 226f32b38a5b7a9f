import type { GuidanceEntry, GuidanceWording } from '#shared/domain/help/guidance.ts';
import { toAdults } from './readers.ts';

const centreConfirms = 'The centre must confirm the content (November 2026)';

const threatToChild: GuidanceWording = {
  title: { sq: 'Njoftoni menjëherë', en: 'Tell somebody at once' },
  text: {
    sq: 'Nëse mund të ndodhë sot, telefononi 129 ose 112. Në shkollë njoftoni drejtorinë dhe oficerin e sigurisë. Mos u përpiqni ta ndalni vetë. Ruajini mesazhet.',
    en: 'If it may happen today, call 129 or 112. At school tell the head of the school and the safety officer. Do not try to stop it yourself. Keep the messages.',
  },
};

/** Threats and abuse where nothing says that it is now. Source: docs/domain.md, Guidance. */
export const violenceGuidance: readonly GuidanceEntry[] = [
  {
    code: 'threat',
    when: [{ categories: ['threat_violence'], unless: ['content_only'] }],
    words: {
      child: {
        title: { sq: 'Mos shko te sherri', en: 'Stay away from the fight' },
        text: {
          sq: 'Mos shko në vendin ku janë lënë të takohen. Ruaji mesazhet. Tregoji menjëherë një të rrituri, në shkollë edhe oficerit të sigurisë. Nëse mund të ndodhë sot, telefono 129 ose 112.',
          en: 'Do not go to the place where they want to meet. Keep the messages. Tell an adult right away, at school also the safety officer. If it may happen today, call 129 or 112.',
        },
      },
    },
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'threat_to_a_child',
    when: [{ categories: ['threat_violence'], only: ['child'], unless: ['content_only'] }],
    words: toAdults(threatToChild),
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'threat_to_adults',
    when: [{ categories: ['threat_violence'], only: ['adults_only'], unless: ['content_only'] }],
    words: toAdults({
      title: { sq: 'Njoftoni menjëherë', en: 'Tell somebody at once' },
      text: {
        sq: 'Nëse mund të ndodhë sot, telefononi 129 ose 112. Mos u takoni me atë që kërcënon. Tregojini dikujt që i besoni dhe ruajini mesazhet.',
        en: 'If it may happen today, call 129 or 112. Do not meet whoever threatens. Tell somebody you trust, and keep the messages.',
      },
    }),
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'abuse',
    when: [{ categories: ['abuse_offline', 'trafficking_exploitation'], unless: ['content_only'] }],
    words: {
      child: {
        title: { sq: 'Nuk është faji yt', en: 'It is not your fault' },
        text: {
          sq: 'Nëse ka rrezik tani, telefono 129 ose 112. Askush nuk ka të drejtë të të lëndojë. Në 116 111 të dëgjojmë ditë e natë.',
          en: 'If there is danger now, call 129 or 112. Nobody has the right to hurt you. On 116 111 we listen to you day and night.',
        },
      },
    },
  },
  {
    code: 'abuse_of_a_child',
    when: [{ categories: ['abuse_offline', 'trafficking_exploitation'], only: ['child'], unless: ['content_only'] }],
    words: toAdults({
      title: { sq: 'Fëmija nuk ka faj', en: 'The child is not to blame' },
      text: {
        sq: 'Nëse ka rrezik tani, telefononi 129 ose 112. Askush nuk ka të drejtë ta lëndojë ose ta shfrytëzojë një fëmijë. Në 116 111 ju dëgjojmë ditë e natë.',
        en: 'If there is danger now, call 129 or 112. Nobody has the right to hurt or exploit a child. On 116 111 we listen to you day and night.',
      },
    }),
  },
  {
    code: 'abuse_of_an_adult',
    when: [
      { categories: ['abuse_offline', 'trafficking_exploitation'], only: ['adults_only'], unless: ['content_only'] },
    ],
    words: toAdults({
      title: { sq: 'Askush nuk ka të drejtë t’ju lëndojë', en: 'Nobody has the right to hurt you' },
      text: {
        sq: 'Nëse ka rrezik tani, telefononi 129 ose 112. Fajin e ka kush lëndon ose shfrytëzon. Shkoni te dikush që i besoni dhe na tregoni si të flasim me ju pa rrezik.',
        en: 'If there is danger now, call 129 or 112. Whoever hurts or exploits is to blame. Go to someone you trust, and tell us how we can talk to you without danger.',
      },
    }),
    source: centreConfirms,
    unverified: true,
  },
];
