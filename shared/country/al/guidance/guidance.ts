import type { GuidanceEntry } from '#shared/domain/country-pack.ts';
import { categoryGuidance } from './category-guidance.ts';
import { missingChild, stopNcii, takeItDown, talkNow } from './shared-guidance.ts';

/**
 * What to do now, in the order it is shown. First comes what comforts and protects, then what fits the category, then
 * what fits the reader. Loaded only after a report is stored. Source: docs/domain.md, Guidance;
 * docs/practice.md, Reporter's side.
 */
export const guidance: readonly GuidanceEntry[] = [
  {
    for: { flags: ['inDanger', 'offlineViolence', 'weapon', 'liveNow'] },
    title: { sq: 'Nëse dikush është në rrezik tani', en: 'If someone is in danger now' },
    text: {
      sq: 'Telefono 129 ose 112. Shko te një vend ku ka njerëz të tjerë dhe thuaji një të rrituri që i beson.',
      en: 'Call 129 or 112. Go where there are other people and tell an adult you trust.',
    },
  },
  {
    for: { flags: ['selfHarm'] },
    ...talkNow,
  },
  {
    for: { flags: ['missing'] },
    ...missingChild,
  },
  {
    for: { flags: ['meetingArranged'] },
    title: { sq: 'Mos shko vetëm te takimi', en: 'Do not go to the meeting alone' },
    text: {
      sq: 'Nuk ke asnjë detyrim të shkosh, edhe nëse e ke premtuar. Thuaji një të rrituri që i beson ose telefono 116 111.',
      en: 'You do not have to go, even if you said you would. Tell an adult you trust or call 116 111.',
    },
  },
  {
    for: { flags: ['paymentMade', 'threatToShare', 'sexualImageOfMinor'], audiences: ['child'] },
    title: { sq: 'Nuk është faji yt', en: 'It is not your fault' },
    text: {
      sq: 'Nëse ke paguar ose ke dërguar një foto: nuk është faji yt dhe nuk je në telashe me ne. Faji është i atij që të kërcënon.',
      en: 'If you paid or sent a picture: it is not your fault, you are not in trouble with us. The one who threatens you is to blame.',
    },
  },
  {
    for: { flags: ['paymentAsked', 'threatToShare'] },
    title: { sq: 'Mos paguaj dhe mos dërgo më asgjë', en: 'Do not pay and do not send anything more' },
    text: {
      sq: 'Pagesa nuk e ndal kërcënimin. Ruaj mesazhet dhe emrin e llogarisë, ndalo së përgjigjuri, raportoje në aplikacion dhe bllokoje.',
      en: 'Paying does not stop the threats. Keep the messages and the name of the account, stop answering, report it in the app, and block.',
    },
  },
  {
    for: { flags: ['sexualImageOfMinor'] },
    title: { sq: 'Nuk duhet ta shohësh më', en: "You don't have to look at it again" },
    text: {
      sq: 'Mos e shkarko, mos e dërgo dhe mos bëj foto të ekranit, as për ta ruajtur si provë. Mjafton të na tregosh ku është.',
      en: "Don't download it, don't send it on and don't take a screenshot, not even to keep it as proof. It is enough to tell us where it is.",
    },
  },
  {
    for: { flags: ['sexualImageOfMinor', 'imagePublic', 'threatToShare'], minor: true },
    ...takeItDown,
  },
  {
    for: { flags: ['imagePublic', 'threatToShare'], minor: false },
    ...stopNcii,
  },
  ...categoryGuidance,
  {
    for: { audiences: ['child'] },
    title: { sq: 'Nuk je në telashe', en: 'You are not in trouble' },
    text: {
      sq: 'Nuk je në telashe pse ke përdorur një aplikacion që nuk duhej ta përdorje. Bëre mirë që na tregove.',
      en: "You are not in trouble for using an app you weren't supposed to use. It was good that you told us.",
    },
  },
  {
    for: { audiences: ['parent'] },
    title: { sq: 'Qëndro i qetë pranë fëmijës', en: 'Stay calm, be there' },
    text: {
      sq: 'Dëgjoje pa e gjykuar. Mos ia merr telefonin dhe mos i shkruaj personit tjetër: provat mund të humbasin dhe fëmija mund të mos tregojë më. Edhe ti mund të telefonosh 116 111.',
      en: "Listen without judging. Don't take the phone away, don't contact the other person: proof may be lost, and your child may stop telling you things. You can call 116 111 too.",
    },
  },
  {
    for: { audiences: ['school'] },
    title: { sq: 'Në shkollë', en: 'At school' },
    text: {
      sq: 'Mos e pyet fëmijën përsëri e përsëri. Mos i shiko, mos i ruaj dhe mos i kërko fotot. Njofto psikologun ose punonjësin social të shkollës, pa ua treguar të tjerëve.',
      en: 'Do not question the child again and again. Do not view, keep or ask for the pictures. Tell the psychologist or social worker of the school, and nobody else.',
    },
  },
];
