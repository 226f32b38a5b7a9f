import type { FollowUpTexts } from '../../../domain/country-pack.ts';
import { addressed, forBoth } from './addressed.ts';
import { outcomeTexts } from './outcome-texts.ts';

const unread = addressed({
  ti: 'E morëm raportimin tënd. Ende nuk e ka lexuar askush nga ekipi ynë.',
  ju: 'E morëm raportimin tuaj. Ende nuk e ka lexuar askush nga ekipi ynë.',
  en: 'We have your report. A person has not read it yet.',
});

/** What reporters read with their code, in the same words. Source: docs/practice.md, Reporter's side. */
export const followUpTexts: FollowUpTexts = {
  asked: {
    withdrawal: addressed({
      ti: 'E morëm kërkesën tënde për ta tërhequr raportimin. Më parë dikush nga ekipi ynë sheh nëse je jashtë rrezikut. Nuk e tërheqim {until}. Nëse ke frikë, telefono 116 111, falas, ditë e natë.',
      ju: 'E morëm kërkesën tuaj për ta tërhequr raportimin. Më parë dikush nga ekipi ynë sheh nëse ka njeri në rrezik. Nuk e tërheqim {until}. Nëse keni frikë, telefononi 116 111, falas, ditë e natë.',
      en: 'We have your request to take the report back. First a person of our team looks whether you are safe. We do not take it back {until}. If you are afraid, call 116 111, free, day and night.',
      enAdult:
        'We have your request to take the report back. First a person of our team looks whether anybody is in danger. We do not take it back {until}. If you are afraid, call 116 111, free, day and night.',
    }),
    withdrawalWaited: addressed({
      ti: 'E morëm kërkesën tënde për ta tërhequr raportimin. Mund ta tërheqim pasi dikush nga ekipi ynë të ketë parë nëse je jashtë rrezikut. Nëse nuk e kërkove ti, ose ke frikë, na shkruaj këtu ose telefono 116 111, falas, ditë e natë.',
      ju: 'E morëm kërkesën tuaj për ta tërhequr raportimin. Mund ta tërheqim pasi dikush nga ekipi ynë të ketë parë nëse ka njeri në rrezik. Nëse nuk e kërkuat ju, ose keni frikë, na shkruani këtu ose telefononi 116 111, falas, ditë e natë.',
      en: 'We have your request to take the report back. We may take it back once a person of our team has looked whether you are safe. If it was not you who asked, or you are afraid, write to us here or call 116 111, free, day and night.',
      enAdult:
        'We have your request to take the report back. We may take it back once a person of our team has looked whether anybody is in danger. If it was not you who asked, or you are afraid, write to us here or call 116 111, free, day and night.',
    }),
    lock: addressed({
      ti: 'Ky kod nuk hap më asgjë. Raportimi yt mbetet te ne. Për të na shkruar përsëri, telefono 116 111: pasi të flasim, mund të të japim një kod të ri.',
      ju: 'Ky kod nuk hap më asgjë. Raportimi juaj mbetet te ne. Për të na shkruar përsëri, telefononi 116 111: pasi të flasim, mund t’ju japim një kod të ri.',
      en: 'This code opens nothing any more. Your report stays with us. To write to us again, call 116 111: after we have talked, we can give you a new code.',
    }),
    helped: addressed({
      ti: 'Faleminderit që na tregove. Nëse diçka ende nuk shkon mirë, na shkruaj këtu ose telefono 116 111.',
      ju: 'Faleminderit që na treguat. Nëse diçka ende nuk shkon mirë, na shkruani këtu ose telefononi 116 111.',
      en: 'Thank you for telling us. If something is still wrong, write to us here or call 116 111.',
    }),
  },
  status: {
    received: unread,
    triaged: unread,
    in_progress: addressed({
      ti: 'E lexuam raportimin tënd dhe po merremi me të.',
      ju: 'E lexuam raportimin tuaj dhe po merremi me të.',
      en: 'A person has read your report and we are working on it.',
    }),
    waiting_reporter: addressed({
      ti: 'Të kemi shkruar dhe presim përgjigjen tënde. Merr kohën që të duhet. Ne vazhdojmë të merremi me raportimin tënd.',
      ju: 'Ju kemi shkruar dhe presim përgjigjen tuaj. Merrni kohën që ju duhet. Ne vazhdojmë të merremi me raportimin tuaj.',
      en: 'We have written to you and are waiting for your answer. Take your time. We keep working on it.',
    }),
    waiting_institution: addressed({
      ti: 'Kemi kërkuar ndihmë nga një shërbim tjetër dhe po presim. Ne vazhdojmë të merremi me raportimin tënd.',
      ju: 'Kemi kërkuar ndihmë nga një shërbim tjetër dhe po presim. Ne vazhdojmë të merremi me raportimin tuaj.',
      en: 'We have asked another service to help and are waiting for it. We keep working on your report.',
    }),
    resolved: addressed({
      ti: 'Pjesën tonë të punës e kemi mbaruar. Nëse po ndodh ende, na trego këtu ose telefono 116 111.',
      ju: 'Pjesën tonë të punës e kemi mbaruar. Nëse po ndodh ende, na tregoni këtu ose telefononi 116 111.',
      en: 'We have finished our part of the work. If it is still happening, tell us here or call 116 111.',
    }),
    closed: addressed({
      ti: 'Ky raportim është mbyllur. Nëse ndodh përsëri, mund të na tregosh përsëri ose të telefonosh 116 111.',
      ju: 'Ky raportim është mbyllur. Nëse ndodh përsëri, mund të raportoni përsëri ose të telefononi 116 111.',
      en: 'This report is closed. If it happens again, you can report again or call 116 111.',
    }),
  },
  reopened: addressed({
    ti: 'Raportimin tënd e hapëm përsëri. Atë që na shkrove ende nuk e ka lexuar askush nga ekipi ynë.',
    ju: 'Raportimin tuaj e hapëm përsëri. Atë që na shkruat ende nuk e ka lexuar askush nga ekipi ynë.',
    en: 'We have taken your report up again. A person has not read yet what you wrote to us.',
  }),
  reopenedByUs: addressed({
    ti: 'Raportimin tënd e hapëm përsëri. Ende nuk e ka parë sërish askush nga ekipi ynë.',
    ju: 'Raportimin tuaj e hapëm përsëri. Ende nuk e ka parë sërish askush nga ekipi ynë.',
    en: 'We have taken your report up again. A person has not looked at it again yet.',
  }),
  ...outcomeTexts,
  promiseMissed: addressed({
    ti: 'Të premtuam një përgjigje {by} dhe nuk e mbajtëm premtimin. Faji është yni, jo yti.',
    ju: 'Ju premtuam një përgjigje {by} dhe nuk e mbajtëm premtimin. Faji është yni, jo juaji.',
    en: 'We promised an answer {by} and did not keep it. That is our fault, not yours.',
  }),
  readMissed: addressed({
    ti: 'Të thamë se do ta lexonim {by}, dhe nuk e lexuam në kohë. Faji është yni, jo yti.',
    ju: 'Ju thamë se do ta lexonim {by}, dhe nuk e lexuam në kohë. Faji është yni, jo juaji.',
    en: 'We said that a person would read it {by}, and nobody read it in time. That is our fault, not yours.',
  }),
  messageMissed: addressed({
    ti: 'Të thamë se do ta lexonim mesazhin tënd {by}, dhe ende nuk e ka lexuar askush. Faji është yni, jo yti.',
    ju: 'Ju thamë se do ta lexonim mesazhin tuaj {by}, dhe ende nuk e ka lexuar askush. Faji është yni, jo juaji.',
    en: 'We said that a person would read your message {by}, and nobody has read it yet. That is our fault, not yours.',
  }),
  beingTold: {
    head: forBoth({ sq: 'Po njoftojmë drejtuesin e ekipit.', en: 'The head of our team is being told.' }),
    duty: forBoth({ sq: 'Po njoftojmë kolegët e turnit.', en: 'Our colleagues on duty are being told.' }),
  },
  callNow: addressed({
    ti: 'Mund të telefonosh tani 116 111.',
    ju: 'Mund të telefononi tani 116 111.',
    en: 'You can call 116 111 now.',
  }),
  sameTeam: addressed({
    ti: 'Tani me raportimin tënd merren kolegë të tjerë tanë. 116 111 është i njëjti ekip: nuk ke pse t’i tregosh të gjitha nga fillimi.',
    ju: 'Tani me raportimin tuaj merren kolegë të tjerë tanë. 116 111 është i njëjti ekip: nuk keni pse t’i tregoni të gjitha nga fillimi.',
    en: 'Your report is now with other colleagues of ours. Our helpline is the same team: you don’t have to tell it all again.',
  }),
  takenBack: forBoth({ sq: 'Këtë e tërhoqëm {when}.', en: 'We took this back {when}.' }),
};
