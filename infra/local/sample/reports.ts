import type { ReportBody } from '#shared/contracts/http/public/report-schema.ts';
import type { FiledReport } from '#shared/contracts/http/staff/filing.ts';

/*
 * What the people of the sample tell. Everybody in it is invented. The texts are plain, and show nothing that hurts to
 * read: somebody looks at them who only wants to see the console.
 */

const atOneSchool = { region: 'AL-06', municipality: 'AL-06-35', school: 'Një shkollë e shpikur' };

const inOneClass = (ageYears: number, narrative: string): ReportBody => ({
  category: 'cyberbullying',
  narrative,
  platform: 'whatsapp',
  about: 'someone_i_know',
  victims: [{ ageYears: 15, gender: 'female' }],
  suspect: { relation: 'classmate' },
  reporter: { role: 'child', ageYears },
  place: atOneSchool,
  language: 'sq',
});

export const sampleReports = {
  mockedInAGroup: {
    category: 'cyberbullying',
    narrative:
      'Në grupin e klasës më kanë vënë një nofkë dhe qeshin sa herë shkruaj. Nuk di nëse duhet të dal nga grupi.',
    platform: 'whatsapp',
    about: 'me',
    reporter: { role: 'child', ageYears: 15 },
    place: { region: 'AL-03' },
    language: 'sq',
  },
  justTrying: {
    category: 'question',
    narrative: 'Hello, is anybody there? I only wanted to see what happens.',
    reporter: { role: 'child', ageYears: 16 },
    language: 'en',
  },
  classLead: inOneClass(15, 'Ka një grup ku tallin çdo ditë një vajzë të klasës sonë. Ajo nuk flet më me askënd.'),
  classSecond: inOneClass(15, 'Në grupin e klasës vënë foto të një shoqeje dhe shkruajnë poshtë gjëra që e fyejnë.'),
  classThird: inOneClass(
    16,
    'Dua t’ju tregoj për një grup ku përqeshin shoqen time. I thashë të ndalen, por vazhdojnë.',
  ),
  profileOfAPupil: {
    category: 'impersonation_account',
    narrative: 'Dikush ka hapur një profil me emrin dhe foton e një nxënësi tim dhe u shkruan shokëve të tij.',
    urls: ['www.example.com/profil-i-shpikur'],
    platform: 'facebook',
    about: 'pupil_or_client',
    victims: [{ ageYears: 16, gender: 'male' }],
    reporter: { role: 'teacher' },
    place: { region: 'AL-02' },
    language: 'sq',
  },
  lostAccount: {
    category: 'hacking',
    narrative: 'Nuk hyj dot më në llogarinë time. Dikush u shkruan shokëve në emrin tim dhe u kërkon para.',
    accounts: [{ platform: 'instagram', handle: '@llogari.e.shpikur' }],
    platform: 'instagram',
    about: 'me',
    reporter: { role: 'child', ageYears: 14 },
    place: { region: 'AL-11' },
    language: 'sq',
  },
  newAccounts: {
    category: 'stalking_harassment',
    narrative: 'Someone I blocked keeps making new accounts and writes to me every day. I do not know who it is.',
    platform: 'instagram',
    about: 'me',
    victims: [{ ageYears: 16, gender: 'female' }],
    reporter: { role: 'child', ageYears: 16 },
    place: { region: 'AL-12' },
    language: 'en',
  },
  threatened: {
    category: 'sexual_extortion',
    narrative:
      'Dikush që njoha në një lojë më kërcënon se do t’u dërgojë shokëve një foto timen, nëse nuk i dërgoj para.',
    accounts: [{ platform: 'instagram', handle: '@nje.i.panjohur' }],
    platform: 'instagram',
    about: 'me',
    victims: [{ ageYears: 14, gender: 'male' }],
    suspect: { relation: 'stranger' },
    flags: { threatToShare: true, paymentAsked: true },
    reporter: { role: 'child', ageYears: 14 },
    place: { region: 'AL-11' },
    wishes: { parents: 'no', police: 'ask_me' },
    language: 'sq',
  },
  noPolice: {
    category: 'grooming',
    narrative: 'Një i rritur më shkruan çdo natë dhe më thotë që jemi shokë. Nuk dua ta marrë vesh policia.',
    platform: 'tiktok',
    about: 'me',
    victims: [{ ageYears: 15, gender: 'female' }],
    suspect: { relation: 'stranger', adult: true },
    reporter: { role: 'child', ageYears: 15 },
    place: { region: 'AL-04' },
    wishes: { parents: 'no', police: 'no' },
    language: 'sq',
  },
  addresses: {
    category: 'csam',
    narrative: 'Këto faqe m’u shfaqën vetë dhe i mbylla menjëherë. Ju lutem shihini ju.',
    urls: ['hxxps://faqe-e-shpikur.example/a', 'hxxps://faqe-e-shpikur.example/b'],
    about: 'content_only',
    reporter: { role: 'citizen', ageYears: 40 },
    language: 'sq',
  },
  changedMind: {
    category: 'privacy',
    narrative: 'Një shoqe vuri një foto timen pa më pyetur. I kam kërkuar ta heqë.',
    platform: 'snapchat',
    about: 'me',
    reporter: { role: 'child', ageYears: 16 },
    place: { region: 'AL-01' },
    language: 'sq',
  },
  paidForNothing: {
    category: 'fraud_scam',
    narrative: 'My son bought something in a game and it never came. The bank asks for a letter about it.',
    platform: 'roblox',
    about: 'my_child',
    victims: [{ ageYears: 15, gender: 'male' }],
    reporter: { role: 'parent' },
    place: { region: 'AL-11' },
    language: 'en',
  },
  notInSchool: {
    category: 'cyberbullying',
    narrative:
      'Një vajzë e klasës sime nuk vjen më në shkollë, sepse e tallin në TikTok. Nuk dua të dihet që ju shkrova.',
    platform: 'tiktok',
    about: 'someone_i_know',
    victims: [{ ageYears: 15, gender: 'female' }],
    reporter: { role: 'child', ageYears: 15 },
    place: { region: 'AL-08' },
    language: 'sq',
  },
  howMuchIsTooMuch: {
    category: 'excessive_use',
    narrative: 'My daughter is on her phone until midnight. How do other parents agree on an hour with their children?',
    about: 'my_child',
    victims: [{ ageYears: 16, gender: 'female' }],
    reporter: { role: 'parent' },
    language: 'en',
  },
  wantsToMeet: {
    category: 'grooming',
    narrative: 'Dikush që e njoh vetëm nga interneti kërkon të takohemi sot pas shkolle. Kam frikë t’i them jo.',
    platform: 'snapchat',
    about: 'me',
    victims: [{ ageYears: 14, gender: 'female' }],
    suspect: { relation: 'stranger', adult: 'unsure' },
    flags: { meetingArranged: true },
    reporter: { role: 'child', ageYears: 14 },
    place: { region: 'AL-11' },
    language: 'sq',
  },
} as const satisfies Readonly<Record<string, ReportBody>>;

/** What was told to a counsellor on the telephone. */
export const sampleCalls = {
  afraidAtNight: {
    channel: 'helpline',
    category: 'harmful_content',
    narrative: 'Babai tregon në telefon: vajza pa disa video që e trembën dhe natën ka frikë. Pyet çfarë mund të bëjë.',
    about: 'my_child',
    victims: [{ ageYears: 11, gender: 'female' }],
    reporter: { role: 'parent' },
    place: { region: 'AL-05' },
    language: 'sq',
  },
  aSecret: {
    channel: 'helpline',
    category: 'blackmail_other',
    narrative: 'Nëna tregon në telefon: dikush i shkruan djalit dhe kërkon para që të mos tregojë një sekret të tij.',
    platform: 'whatsapp',
    about: 'my_child',
    victims: [{ ageYears: 16, gender: 'male' }],
    reporter: { role: 'parent' },
    place: { region: 'AL-07' },
    language: 'sq',
  },
} as const satisfies Readonly<Record<string, FiledReport>>;

/** What the centre writes to them, and what colleagues write for each other. */
export const sampleMessages = {
  mockedFirst:
    'Faleminderit që na shkrove. Nuk është faji yt. Mos iu përgjigj, ruaj foto të ekranit dhe tregoji një të rrituri që i beson.',
  mockedLast:
    'Folëm për çfarë mund të bësh. Nëse nis përsëri, na shkruaj këtu ose telefono 116 111, falas, ditë e natë.',
  class: 'Faleminderit që na shkrove. Bëre mirë. Po flasim me shkollën dhe nuk themi kush na tregoi.',
  account: 'Faleminderit që na shkrove. I kërkuam platformës ta mbyllë llogarinë derisa ta marrësh prapë.',
  whichAccount:
    'Thank you for writing. It is not your fault. Can you tell us the names of the newest accounts? You can answer here.',
  threatened:
    'Nuk është faji yt. Mos paguaj, mos iu përgjigj, ruaj mesazhet. Jemi me ty. Telefono 116 111 kur të duash, falas.',
  noteOfCall: 'I thashë nënës të mos paguajnë dhe t’i ruajnë mesazhet.',
  noteOfReading: 'Mësuesi thotë se e njeh familjen. Pyet nesër nëse profili është ende aty.',
} as const;
