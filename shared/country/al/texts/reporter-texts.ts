import type { ReporterTexts } from '../../../domain/country-pack.ts';
import { addressed, forBoth } from './addressed.ts';
import { momentTexts } from './moment-texts.ts';

/**
 * What reporters read in the first answers. A ten-year-old can understand it. It never blames, and always says what happens next
 * and where a person answers. Moments bring their preposition. Source: docs/practice.md, Reporter's side.
 */
export const reporterTexts: ReporterTexts = {
  nextStep: {
    willBeRead: forBoth({
      sq: 'Dikush nga ekipi ynë e lexon {readBy}.',
      en: 'A person will read this {readBy}.',
    }),
    filed: addressed({
      ti: 'Dikush nga ekipi ynë e ka shkruar dhe e ka lexuar raportimin tënd.',
      ju: 'Dikush nga ekipi ynë e ka shkruar dhe e ka lexuar raportimin tuaj.',
      en: 'A person of our team has written your report down and has read it.',
    }),
    filedLate: addressed({
      ti: 'Dikush nga ekipi ynë e ka shkruar dhe e ka lexuar raportimin tënd, por më vonë sesa duhej. Faji është yni, jo yti.',
      ju: 'Dikush nga ekipi ynë e ka shkruar dhe e ka lexuar raportimin tuaj, por më vonë sesa duhej. Faji është yni, jo juaji.',
      en: 'A person of our team has written your report down and has read it, but later than it should have been. That is our fault, not yours.',
    }),
    reportAgain: addressed({
      ti: 'E morëm raportimin tënd. Me kodin tënd sheh nëse e ka lexuar dikush nga ekipi ynë dhe çfarë po bëhet.',
      ju: 'E morëm raportimin tuaj. Me kodin tuaj shihni nëse e ka lexuar dikush nga ekipi ynë dhe çfarë po bëhet.',
      en: 'We have your report. With your code you see whether a person has read it and what is being done.',
    }),
    messageAgain: addressed({
      ti: 'E morëm mesazhin tënd. Me kodin tënd sheh nëse ka diçka që nuk u lexua në kohë.',
      ju: 'E morëm mesazhin tuaj. Me kodin tuaj shihni nëse ka diçka që nuk u lexua në kohë.',
      en: 'We have your message. With your code you see whether anything was not read in time.',
    }),
  },
  meanwhile: {
    taken_or_hurt: addressed({
      ti: 'Nëse ke pirë diçka ose je lënduar, ti ose dikush tjetër, telefono tani 127. Mund të flasësh edhe me dikë: 116 111, falas, ditë e natë.',
      ju: 'Nëse dikush ka pirë diçka ose është lënduar, telefononi tani 127. Mund të flisni edhe me dikë: 116 111, falas, ditë e natë.',
      en: 'If you or someone else took something or is hurt, call 127 now. You can talk to someone too: 116 111, free, day and night.',
    }),
    self_harm: addressed({
      ti: 'Mund të flasësh me dikë që tani: 116 111, falas, ditë e natë. Nëse ti ose dikush tjetër ka nevojë për ambulancë, telefono 127.',
      ju: 'Mund të flisni me dikë që tani: 116 111, falas, ditë e natë. Nëse nevojitet ambulanca, telefononi 127.',
      en: 'You can talk to someone right now: 116 111, free, day and night. If you or someone else needs an ambulance, call 127.',
    }),
    violence: addressed({
      ti: 'Nëse je në rrezik tani, ti ose dikush tjetër, telefono 129 ose 112. Mund të flasësh me dikë që tani: 116 111, falas, ditë e natë.',
      ju: 'Nëse jeni në rrezik tani, ju ose dikush tjetër, telefononi 129 ose 112. Mund të flisni me dikë që tani: 116 111, falas, ditë e natë.',
      en: 'If you or someone else is in danger now, call 129 or 112. You can talk to someone right now: 116 111, free, day and night.',
    }),
    missing: addressed({
      ti: 'Nëse një fëmijë mungon, telefono tani 116 000 ose 129. Nuk ke pse të presësh. Mund të flasësh me dikë edhe në 116 111, falas, ditë e natë.',
      ju: 'Nëse një fëmijë mungon, telefononi tani 116 000 ose 129. Nuk keni pse të prisni. Mund të flisni me dikë edhe në 116 111, falas, ditë e natë.',
      en: "If a child is missing, call 116 000 or 129 now. You don't have to wait. You can talk to someone on 116 111 too, free, day and night.",
    }),
    extortion: addressed({
      ti: 'Mund të flasësh me dikë që tani: 116 111, falas, ditë e natë.',
      ju: 'Mund të flisni me dikë që tani: 116 111, falas, ditë e natë.',
      en: 'You can talk to someone right now: 116 111, free, day and night.',
    }),
    partner: addressed({
      ti: 'Mund të flasësh me dikë që tani: 116 117, linja për gra dhe vajza, ose 116 111, falas, ditë e natë. Nëse je në rrezik, telefono 129.',
      ju: 'Mund të flisni me dikë që tani: 116 117, linja për gra dhe vajza, ose 116 111, falas, ditë e natë. Nëse jeni në rrezik, telefononi 129.',
      en: 'You can talk to someone right now: 116 117, the line for women and girls, or 116 111, free, day and night. If you are in danger, call 129.',
    }),
    now: addressed({
      ti: 'Mund të flasësh me dikë që tani: 116 111, falas, ditë e natë. Nëse je në rrezik, ti ose dikush tjetër, telefono 129 ose 112.',
      ju: 'Mund të flisni me dikë që tani: 116 111, falas, ditë e natë. Nëse jeni në rrezik, ju ose dikush tjetër, telefononi 129 ose 112.',
      en: 'You can talk to someone right now: 116 111, free, day and night. If you or someone else is in danger, call 129 or 112.',
    }),
    soon: addressed({
      ti: 'Nëse nuk mund të presësh, telefono 116 111, falas, ditë e natë.',
      ju: 'Nëse nuk mund të prisni, telefononi 116 111, falas, ditë e natë.',
      en: "If it can't wait, call 116 111, free, day and night.",
    }),
    later: addressed({
      ti: 'Nëse dëshiron të flasësh me dikë më parë, telefono 116 111, falas, ditë e natë.',
      ju: 'Nëse dëshironi të flisni me dikë më parë, telefononi 116 111, falas, ditë e natë.',
      en: 'If you want to talk to someone sooner, call 116 111, free, day and night.',
    }),
  },
  keep: addressed({
    ti: 'Këtë kod nuk ke pse ta ruash. Pa të nuk mund të të përgjigjemi këtu, por me raportimin merremi gjithsesi. Mos ia trego kodin askujt që nuk i beson.',
    ju: 'Këtë kod nuk keni pse ta ruani. Pa të nuk mund t’ju përgjigjemi këtu, por me raportimin merremi gjithsesi. Mos ia tregoni kodin askujt që nuk i besoni.',
    en: "You don't have to keep this code. Without it we can't answer you here, but we will still act. Don't show it to anyone you don't trust.",
  }),
  firstReportArrived: addressed({
    ti: 'Raportimi yt i parë ka mbërritur. Shto këtu atë që ka ndryshuar.',
    ju: 'Raportimi juaj i parë ka mbërritur. Shtoni këtu atë që ka ndryshuar.',
    en: 'Your first report arrived. Add the change here.',
  }),
  moments: momentTexts,
};
