import type { GuidanceEntry, GuidanceWording } from '#shared/domain/help/guidance.ts';
import type { HelpCondition } from '#shared/domain/help/help-condition.ts';
import { danger, missing, selfHarm, takenOrHurt } from './help-reasons.ts';
import { narrowed, toAdults } from './readers.ts';

const minorsAtAmbulance = 'Whether the ambulance answers a child who calls alone must be asked (November 2026)';
const centreConfirms = 'The centre must confirm the content (November 2026)';

const dangerToChild: GuidanceWording = {
  title: { sq: 'Nëse dikush është në rrezik tani', en: 'If someone is in danger now' },
  text: {
    sq: 'Telefono 129 ose 112. Shko në një vend ku ka njerëz dhe tregoji një të rrituri që i beson.',
    en: 'Call 129 or 112. Go where there are other people and tell an adult you trust.',
  },
};

const dangerAtSchool: GuidanceWording = {
  title: { sq: 'Nëse ka rrezik tani', en: 'If there is danger now' },
  text: {
    sq: 'Telefononi 129 ose 112. Njoftoni menjëherë drejtorinë dhe oficerin e sigurisë. Mbajini nxënësit larg dhe mos u përpiqni ta ndalni vetë. Nëse dikush është lënduar, telefononi 127.',
    en: 'Call 129 or 112. Tell the head of the school and the safety officer at once. Keep the pupils away and do not try to stop it yourself. If somebody is hurt, call 127.',
  },
};

const dangerToAdults: GuidanceWording = {
  title: { sq: 'Nëse jeni në rrezik tani', en: 'If you are in danger now' },
  text: {
    sq: 'Telefononi 129 ose 112. Shkoni në një vend ku ka njerëz. Nëse dikush është lënduar, telefononi 127.',
    en: 'Call 129 or 112. Go where there are other people. If somebody is hurt, call 127.',
  },
};

const dangerNearChild: GuidanceWording = {
  title: { sq: 'Nëse fëmija është në rrezik tani', en: 'If the child is in danger now' },
  text: {
    sq: 'Telefononi 129 ose 112. Mos e lini fëmijën vetëm. Nëse dikush është lënduar, telefononi 127.',
    en: 'Call 129 or 112. Do not leave the child alone. If somebody is hurt, call 127.',
  },
};

/** The block about danger, at one place in the order. */
function dangerNow(when: readonly HelpCondition[]): GuidanceEntry[] {
  const about = { source: centreConfirms, unverified: true } as const;
  return [
    { code: 'danger_now', when, words: { child: dangerToChild, school: dangerAtSchool } },
    {
      code: 'danger_near_child',
      when: narrowed(when, { only: ['child'] }),
      words: { parent: dangerNearChild, adult: dangerNearChild },
      ...about,
    },
    {
      code: 'danger_to_adults',
      when: narrowed(when, { only: ['adults_only'] }),
      words: { parent: dangerToAdults, adult: dangerToAdults },
      ...about,
    },
  ];
}

/** Life first. Source: docs/domain.md, Guidance. */
export const dangerGuidance: readonly GuidanceEntry[] = [
  {
    code: 'ambulance_now',
    when: takenOrHurt,
    words: {
      child: {
        title: { sq: 'Telefono 127 tani', en: 'Call 127 now' },
        text: {
          sq: 'Telefono 127 tani. Thuaj çfarë ke marrë ose ku je lënduar, dhe ku je. Thirr menjëherë një të rritur që e ke pranë. Pastaj fol me ne: 116 111, falas, ditë e natë. Nëse bëhet fjalë për dikë tjetër, mos e lër vetëm.',
          en: 'Call 127 now. Say what you took or where you are hurt, and where you are. Call an adult who is near you right away. Then talk to us: 116 111, free, day and night. If it is about someone else, do not leave them alone.',
        },
      },
    },
    source: minorsAtAmbulance,
    unverified: true,
  },
  {
    code: 'ambulance_for_somebody',
    when: narrowed(takenOrHurt, { unless: ['about_self'] }),
    words: {
      ...toAdults({
        title: { sq: 'Telefononi 127 tani', en: 'Call 127 now' },
        text: {
          sq: 'Telefononi 127 tani. Thoni çfarë ka marrë ose ku është lënduar. Mos e lini vetëm dhe ruajini kutitë e ilaçeve, që t’ua tregoni mjekëve. Pastaj 116 111 ju thotë si të flisni, falas, ditë e natë.',
          en: 'Call 127 now. Say what was taken or where they are hurt. Do not leave them alone, and keep the boxes of the medicine to show the doctors. Then 116 111 tells you how to talk to them, free, day and night.',
        },
      }),
      school: {
        title: { sq: 'Telefononi 127 tani', en: 'Call 127 now' },
        text: {
          sq: 'Telefononi 127 tani. Thoni çfarë ka marrë ose ku është lënduar. Mos e lini vetëm dhe ruajini kutitë e ilaçeve, që t’ua tregoni mjekëve. Njoftoni drejtorinë. Pastaj 116 111 ju thotë si të flisni, falas, ditë e natë.',
          en: 'Call 127 now. Say what was taken or where they are hurt. Do not leave them alone, and keep the boxes of the medicine to show the doctors. Tell the head of the school. Then 116 111 tells you how to talk to them, free, day and night.',
        },
      },
    },
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'ambulance_for_yourself',
    when: narrowed(takenOrHurt, { only: ['about_self'] }),
    words: toAdults({
      title: { sq: 'Telefononi 127 tani', en: 'Call 127 now' },
      text: {
        sq: 'Telefononi 127 tani. Thoni çfarë keni marrë ose ku jeni lënduar, dhe ku jeni. Thirrni dikë që e keni pranë.',
        en: 'Call 127 now. Say what you took or where you are hurt, and where you are. Call somebody who is near you.',
      },
    }),
    source: centreConfirms,
    unverified: true,
  },
  ...dangerNow(danger),
  {
    code: 'missing_child',
    when: missing,
    words: {
      child: {
        title: { sq: 'Kur një fëmijë mungon', en: 'When a child is missing' },
        text: {
          sq: 'Telefono tani 116 000 ose 129. Mos prit: nuk ka asnjë afat pritjeje. Shkruaj ku u pa për herë të fundit, çfarë kishte veshur dhe me kë fliste në internet.',
          en: 'Call 116 000 or 129 now. Do not wait: there is no time you have to wait first. Write down where they were last seen, in which clothes, and with whom they talked online.',
        },
      },
      ...toAdults({
        title: { sq: 'Kur një fëmijë mungon', en: 'When a child is missing' },
        text: {
          sq: 'Telefononi tani 116 000 ose 129. Mos prisni: nuk ka asnjë afat pritjeje. Shkruani ku u pa për herë të fundit, çfarë kishte veshur dhe me kë fliste në internet.',
          en: 'Call 116 000 or 129 now. Do not wait: there is no time you have to wait first. Write down where the child was last seen, in which clothes, and with whom they talked online.',
        },
      }),
    },
  },
  {
    code: 'talk_now',
    when: selfHarm,
    words: {
      child: {
        title: { sq: 'Fol me dikë që tani', en: 'Talk to someone right now' },
        text: {
          sq: 'Telefono 116 111, falas, ditë e natë. Nëse je në rrezik, telefono 127 ose 112. Nuk ke pse ta mbash vetëm këtë barrë. Nëse bëhet fjalë për dikë tjetër, mos e lër vetëm dhe thirr një të rritur.',
          en: "Call 116 111, free, day and night. If you are in danger, call 127 or 112. You don't have to carry this alone. If it is about someone else, do not leave them alone and get an adult.",
        },
      },
    },
    source: 'Whether 112 answers everywhere, and whether "barrë" reads well, must be asked (November 2026)',
    unverified: true,
  },
  {
    code: 'stay_with_them',
    when: narrowed(selfHarm, { unless: ['about_self', 'missing'], unlessCategories: ['missing_child'] }),
    words: {
      ...toAdults({
        title: { sq: 'Mos e lini vetëm', en: 'Do not leave them alone' },
        text: {
          sq: 'Rrini pranë, dëgjoni, largoni ilaçet dhe gjërat e mprehta. Nëse ka pirë ilaçe ose është lënduar, telefononi 127 tani. 116 111 ju thotë si të flisni, falas, ditë e natë.',
          en: 'Stay near, listen, put medicine and sharp things away. If they took medicine or are hurt, call 127 now. 116 111 tells you how to talk to them, free, day and night.',
        },
      }),
      school: {
        title: { sq: 'Mos e lini vetëm', en: 'Do not leave them alone' },
        text: {
          sq: 'Rrini pranë, dëgjoni, largoni ilaçet dhe gjërat e mprehta. Nëse ka pirë ilaçe ose është lënduar, telefononi 127 tani. Thirrni psikologun ose punonjësin social të shkollës. 116 111 ju thotë si të flisni, falas, ditë e natë.',
          en: 'Stay near, listen, put medicine and sharp things away. If they took medicine or are hurt, call 127 now. Call the psychologist or social worker of the school. 116 111 tells you how to talk to them, free, day and night.',
        },
      },
    },
  },
  {
    code: 'talk_now_yourself',
    when: narrowed(selfHarm, { only: ['about_self'] }),
    words: toAdults({
      title: { sq: 'Flisni me dikë që tani', en: 'Talk to someone right now' },
      text: {
        sq: 'Telefononi 116 111, falas, ditë e natë. Nëse jeni në rrezik, telefononi 127 ose 112. Nuk keni pse ta mbani vetëm këtë barrë.',
        en: "Call 116 111, free, day and night. If you are in danger, call 127 or 112. You don't have to carry this alone.",
      },
    }),
    source: 'Whether 116 111 talks to adults about themselves must be asked (November 2026)',
    unverified: true,
  },
  ...dangerNow([{ situations: ['violence_in_words'] }]),
];

/** A meeting with somebody from the internet. */
export const meetingGuidance: readonly GuidanceEntry[] = [
  {
    code: 'meeting',
    when: [{ situations: ['meeting'] }],
    words: {
      child: {
        title: { sq: 'Mos shko në takim', en: 'Do not go to the meeting' },
        text: {
          sq: 'Mos shko në takim. Nuk ke asnjë detyrim, edhe nëse e ke premtuar. Tregoji një të rrituri që i beson ose telefono 116 111.',
          en: 'Do not go to the meeting. You do not owe it to anyone, even if you said you would. Tell an adult you trust or call 116 111.',
        },
      },
    },
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'meeting_of_a_child',
    when: [{ situations: ['meeting'], only: ['child'] }],
    words: toAdults({
      title: { sq: 'Mos e lini të shkojë në takim', en: 'Do not let them go to the meeting' },
      text: {
        sq: 'Mos e lini fëmijën të shkojë në takim. Mos i shkruani personit tjetër dhe mos shkoni në vend të fëmijës. Telefononi 129 nëse takimi është sot, 116 111 për këshillë.',
        en: 'Do not let the child go to the meeting. Do not write to the other person, and do not go in place of the child. Call 129 if the meeting is today, 116 111 for advice.',
      },
    }),
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'meeting_of_adults',
    when: [{ situations: ['meeting'], only: ['adults_only'] }],
    words: toAdults({
      title: { sq: 'Mos shkoni në takim', en: 'Do not go to the meeting' },
      text: {
        sq: 'Mos shkoni në takim. Nuk keni asnjë detyrim, edhe nëse e keni premtuar. Tregojini dikujt që i besoni. Nëse ka kërcënim, telefononi 129.',
        en: 'Do not go to the meeting. You do not owe it to anyone, even if you said you would. Tell somebody you trust. If there is a threat, call 129.',
      },
    }),
    source: centreConfirms,
    unverified: true,
  },
];
