import type { GuidanceEntry, GuidanceWording } from '#shared/domain/help/guidance.ts';
import { againstWomen } from './help-reasons.ts';
import { toAdults } from './readers.ts';

const centreConfirms = 'The centre must confirm the content (November 2026)';

const doNotWarn: GuidanceWording = {
  title: { sq: 'Mos e paralajmëroni', en: 'Do not warn them' },
  text: {
    sq: 'Mos i flisni personit që dyshoni, as përmes shkollës ose të tjerëve. Po ta marrë vesh, provat mund të humbasin dhe fëmija mund të frikësohet. Ruajini mesazhet, por jo fotot. Na tregoni kush është: hapin tjetër e vendosim bashkë, 116 111.',
    en: 'Do not speak to the person you suspect, nor through the school or others. If they learn of it, proof may be lost and the child may be frightened. Keep the messages, not the pictures. Tell us who it is: we decide the next step together, 116 111.',
  },
};

const aboutWomensLine: GuidanceWording = {
  title: { sq: 'Ndihmë për gra dhe vajza: 116 117', en: 'Help for women and girls: 116 117' },
  text: {
    sq: 'Telefononi 116 117, falas, ditë e natë. Nëse ka rrezik tani, telefononi 129 ose 112. Kush e bën mund ta shohë telefonin: ndryshoni fjalëkalimet nga një telefon tjetër dhe mos ia tregoni kodin askujt.',
    en: 'Call 116 117, free, day and night. If there is danger now, call 129 or 112. Whoever does it may look at the phone: change the passwords from another phone, and do not show the code to anyone.',
  },
};

/** Who does it is near: what to do, and what not to do before a person has answered. */
export const suspectGuidance: readonly GuidanceEntry[] = [
  {
    code: 'do_not_warn',
    when: [
      { situations: ['suspect_of_trust'], unless: ['suspect_at_home'] },
      { situations: ['suspect_at_school'], only: ['child'], unless: ['suspect_at_home'] },
    ],
    words: {
      parent: doNotWarn,
      adult: doNotWarn,
      school: {
        title: { sq: 'Mos e paralajmëroni', en: 'Do not warn them' },
        text: {
          sq: 'Mos i flisni personit që dyshoni dhe mos hetoni vetë. Po ta marrë vesh, provat mund të humbasin dhe fëmija mund të frikësohet. Mos e pyesni fëmijën për hollësi. Na tregoni ne kush është, para se të flisni me të tjerë në shkollë. Nëse fëmija është në rrezik tani, telefononi 129.',
          en: 'Do not speak to the person you suspect, and do not investigate yourself. If they learn of it, proof may be lost and the child may be frightened. Do not ask the child for details. Tell us who it is before you talk to others at school. If the child is in danger now, call 129.',
        },
      },
    },
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'tell_outside_school',
    when: [{ situations: ['suspect_at_school'] }],
    words: {
      child: {
        title: { sq: 'Fol me dikë jashtë shkollës', en: 'Talk to someone outside school' },
        text: {
          sq: 'Fol me dikë jashtë shkollës që i beson. Mund të flasësh edhe me 116 111, falas, ditë e natë. Nuk ke pse t’i përgjigjesh më dhe nuk ke pse të rrish vetëm me të. Ruaji mesazhet, por jo fotot. Nuk është faji yt.',
          en: "Talk to someone outside school whom you trust. You can also talk to 116 111, free, day and night. You don't have to answer any more, and you don't have to be alone with them. Keep the messages, not the pictures. It is not your fault.",
        },
      },
    },
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'careful_at_home',
    when: [{ situations: ['suspect_at_home'] }],
    words: {
      child: {
        title: { sq: 'Kujdes kur na shkruan', en: 'Be careful when you write to us' },
        text: {
          sq: 'Mbylle këtë faqe para se ta lësh telefonin. Mos ia trego kodin askujt në shtëpi. Fol me dikë jashtë shtëpisë që i beson, ose me 116 111. Nëse je në rrezik tani, telefono 129.',
          en: 'Close this page before you put the phone down. Do not show the code to anyone at home. Talk to someone outside home whom you trust, or to 116 111. If you are in danger now, call 129.',
        },
      },
      parent: {
        title: { sq: 'Mos e përballni vetë', en: 'Do not confront them yourself' },
        text: {
          sq: 'Mos i flisni personit që dyshoni para se të flisni me ne. Rrini pranë fëmijës dhe mos e pyesni për hollësi. Mos ia tregoni kodin askujt në shtëpi. Nëse fëmija është në rrezik tani, telefononi 129. Për hapin tjetër: 116 111.',
          en: 'Do not speak to the person you suspect before you have talked to us. Stay near the child and do not ask for details. Do not show the code to anyone at home. If the child is in danger now, call 129. For the next step: 116 111.',
        },
      },
      school: {
        title: { sq: 'Mos e njoftoni ende familjen', en: 'Do not tell the family yet' },
        text: {
          sq: 'Mos e njoftoni familjen para se të flisni me ne. Kush e bën mund ta marrë vesh, dhe fëmija mund të mos tregojë më. Mos e pyesni fëmijën për hollësi: shënoni fjalët që tha vetë. Nëse fëmija është në rrezik tani, telefononi 129.',
          en: 'Do not tell the family before you have talked to us. Whoever does it may learn of it, and the child may stop telling. Do not ask the child for details: write down the words that the child used. If the child is in danger now, call 129.',
        },
      },
      adult: {
        title: { sq: 'Mos e njoftoni ende familjen', en: 'Do not tell the family yet' },
        text: {
          sq: 'Mos i flisni personit që dyshoni para se të flisni me ne. Kush e bën mund të marrë vesh se dikush tregoi. Nëse ka rrezik tani, telefononi 129. Për hapin tjetër: 116 111.',
          en: 'Do not speak to the person you suspect before you have talked to us. Whoever does it may learn that somebody told. If there is danger now, call 129. For the next step: 116 111.',
        },
      },
    },
    source: centreConfirms,
    unverified: true,
  },
];

/** The line for women, where a grown woman's partner harms her. */
export const womensLine: GuidanceEntry = {
  code: 'womens_line',
  when: [{ situations: ['partner'] }],
  words: toAdults(aboutWomensLine),
  source: centreConfirms,
  unverified: true,
};

/** The same at its later place: a grown woman is harmed, by whomever. */
export const womensLineLater: GuidanceEntry = {
  code: 'womens_line',
  when: [{ categories: againstWomen, only: ['woman'] }],
  words: toAdults(aboutWomensLine),
  source: centreConfirms,
  unverified: true,
};
