import type { GuidanceEntry } from '#shared/domain/country-pack.ts';
import { missingChild, stopNcii, takeItDown, talkNow } from './shared-guidance.ts';

const sexual = [
  'sexual_extortion',
  'csam',
  'csam_synthetic',
  'grooming',
  'intimate_image',
  'sexual_harassment',
  'trafficking_exploitation',
] as const;

/** Guidance by category. Source: docs/domain.md, Guidance. */
export const categoryGuidance: readonly GuidanceEntry[] = [
  {
    for: { categories: ['sexual_extortion'], audiences: ['child', 'adult'] },
    title: { sq: 'Çfarë të bësh tani', en: 'What to do now' },
    text: {
      sq: 'Nëse ke paguar ose ke dërguar një foto: nuk është faji yt. 1. Ruaj mesazhet. 2. Ndalo së përgjigjuri dhe mos paguaj. 3. Raporto llogarinë në aplikacion. 4. Bllokoje. Mos e fshi llogarinë tënde.',
      en: 'If you paid or sent a picture: it is not your fault. 1. Keep the messages. 2. Stop answering and do not pay. 3. Report the account in the app. 4. Block it. Do not delete your own account.',
    },
  },
  {
    for: { categories: ['sexual_extortion', 'grooming', 'intimate_image'], audiences: ['parent', 'school'] },
    title: { sq: 'Si ta mbështesësh fëmijën', en: 'How to support the child' },
    text: {
      sq: 'Thuaji që nuk është faji i tij. Ruani mesazhet dhe emrat e llogarive, por jo fotot. Mos paguani dhe mos u përgjigjni. Raportojeni dhe bllokojeni llogarinë.',
      en: 'Tell the child that it is not their fault. Keep the messages and the names of accounts, but no pictures. Do not pay and do not answer. Report and block the account.',
    },
  },
  {
    for: { categories: ['sexual_extortion', 'intimate_image', 'csam', 'csam_synthetic'], minor: true },
    ...takeItDown,
  },
  {
    for: { categories: ['sexual_extortion', 'intimate_image'], minor: false },
    ...stopNcii,
  },
  {
    for: { categories: ['csam', 'csam_synthetic', 'illegal_site'] },
    title: { sq: 'Mjafton adresa', en: 'The address is enough' },
    text: {
      sq: 'Kopjo vetëm adresën. Mos e shpërnda, mos e shkarko dhe mos bëj foto të ekranit. Mjafton ta raportosh një herë. Nëse ajo që pe të rri në mendje, fol me dikë në 116 111.',
      en: 'Copy the address only. Do not share it, download it or take a screenshot. Reporting once is enough. If what you saw stays on your mind, talk to someone on 116 111.',
    },
  },
  {
    for: { categories: ['illegal_site'] },
    title: { sq: 'Çfarë ndodh me faqen', en: 'What happens to the page' },
    text: {
      sq: 'Një person e shikon raportimin. Nëse duhet, adresa i kalon autoritetit që mund ta bllokojë faqen. Emri yt nuk kalon kurrë.',
      en: 'A person looks at the report. If needed, the address goes to the authority that can have the page blocked. Your name never does.',
    },
  },
  {
    for: { categories: ['grooming', 'sexual_harassment'], audiences: ['child'] },
    title: { sq: 'Ke të drejtë të mos përgjigjesh', en: 'You are allowed not to answer' },
    text: {
      sq: 'Nuk i detyrohesh askujt një përgjigje, një foto apo një takim. Ruaj mesazhet, ndalo së përgjigjuri, raportoje dhe bllokoje. Thuaji një të rrituri që i beson.',
      en: 'You do not owe anyone an answer, a picture or a meeting. Keep the messages, stop answering, report and block. Tell an adult you trust.',
    },
  },
  {
    for: { categories: ['intimate_image'], audiences: ['child'] },
    title: { sq: 'Kush e përhap, ai gabon', en: 'Whoever shares it does wrong' },
    text: {
      sq: 'Nuk është faji yt, edhe nëse e dërgove vetë foton. Shënoje ku është dhe raportoje në aplikacion. Nuk duhet ta shohësh më.',
      en: "It is not your fault, even if you sent the picture yourself. Note where it is and report it in the app. You don't have to look at it again.",
    },
  },
  {
    for: { categories: ['cyberbullying', 'stalking_harassment'] },
    title: { sq: 'Ruaj, blloko, trego', en: 'Keep, block, tell' },
    text: {
      sq: 'Ruaj mesazhet (por kurrë foto të zhveshura), mos u përgjigj, raportoji në aplikacion dhe blloko. Në shkollë mund të të ndihmojë psikologu ose punonjësi social. Mund të flasësh edhe me 116 111.',
      en: 'Keep the messages (but never naked pictures), do not answer, report in the app, and block. At school the psychologist or social worker can help you. You can also talk to 116 111.',
    },
  },
  {
    for: { categories: ['threat_violence'] },
    title: { sq: 'Mos shko te sherri', en: 'Stay away from the fight' },
    text: {
      sq: 'Mos shko te vendi ku janë lënë të takohen. Ruaj mesazhet. Thuaji menjëherë një të rrituri, në shkollë edhe oficerit të sigurisë. Nëse është për sot, telefono 129 ose 112.',
      en: 'Do not go to the place where they want to meet. Keep the messages. Tell an adult right away, at school also the safety officer. If it is for today, call 129 or 112.',
    },
  },
  {
    for: { categories: ['suicide_self_harm'] },
    ...talkNow,
  },
  {
    for: { categories: ['abuse_offline', 'trafficking_exploitation'] },
    title: { sq: 'Nuk është faji i fëmijës', en: "It is never the child's fault" },
    text: {
      sq: 'Askush nuk ka të drejtë të lëndojë ose të shfrytëzojë një fëmijë. Nëse ka rrezik tani, telefono 129 ose 112. Në 116 111 dikush dëgjon ditë e natë.',
      en: 'Nobody has the right to hurt or exploit a child. If there is danger now, call 129 or 112. On 116 111 someone listens day and night.',
    },
  },
  {
    for: { categories: ['missing_child'] },
    ...missingChild,
  },
  {
    for: { categories: ['blackmail_other', 'fraud_scam'] },
    title: { sq: 'Mos paguaj', en: 'Do not pay' },
    text: {
      sq: 'Ruaj mesazhet dhe të dhënat e pagesës, ndalo së përgjigjuri, raporto dhe blloko. Nëse ke paguar me kartë, njofto bankën. Kjo mund t’i ndodhë kujtdo.',
      en: 'Keep the messages and the details of the payment, stop answering, report and block. If a card was used, tell the bank. This can happen to anyone.',
    },
  },
  {
    for: { categories: ['impersonation_account', 'hacking'] },
    title: { sq: 'Merre llogarinë mbrapsht', en: 'Get the account back' },
    text: {
      sq: 'Raportoje në aplikacion si profil të rremë ose llogari të vjedhur. Ndrysho fjalëkalimet, së pari atë të emailit, dhe ndiz verifikimin me dy hapa.',
      en: 'Report it in the app as a fake profile or a stolen account. Change the passwords, that of the email first, and turn on two-step sign-in.',
    },
  },
  {
    for: { categories: ['hate_speech', 'radicalisation'] },
    title: { sq: 'Mos e përhap', en: 'Do not pass it on' },
    text: {
      sq: 'Mos iu përgjigj dhe mos e shpërnda. Raportoje te platforma. Disa fjalë urrejtjeje ndëshkohen me ligj: ne do ta shohim.',
      en: 'Do not answer and do not share it. Report it to the platform. Some hate is against the law: we will look at it.',
    },
    source: 'Criminal Code 119/a, 119/b, 84/a possible; current text must be checked',
    unverified: true,
  },
  {
    for: { categories: ['privacy'] },
    title: { sq: 'Kërko që të hiqet', en: 'Ask for it to be taken down' },
    text: {
      sq: 'Shëno ku është, raportoje te platforma dhe kërko heqjen. Nëse nuk hiqet, të ndihmojmë me Komisionerin për të dhënat personale.',
      en: 'Note where it is, report it to the platform and ask for removal. If it stays up, we help you with the data protection commissioner.',
    },
  },
  {
    for: { categories: ['harmful_content'] },
    title: { sq: 'Mbylle dhe fol për të', en: 'Close it and talk about it' },
    text: {
      sq: 'Mbylle faqen. Nuk duhet ta shohësh më. Mos provo sfida që mund të lëndojnë. Nëse të rri në mendje, fol me dikë që i beson ose me 116 111.',
      en: "Close the page. You don't have to look at it again. Do not try challenges that can hurt. If it stays on your mind, talk to someone you trust or to 116 111.",
    },
  },
  {
    for: { categories: ['excessive_use', 'gaming', 'technical_help', 'question', 'not_sure', 'other'] },
    title: { sq: 'Do të të përgjigjet një person', en: 'A person will answer you' },
    text: {
      sq: 'Çdo pyetje është e mirë. Një person e lexon dhe të përgjigjet. Deri atëherë mund të telefonosh 116 111.',
      en: 'Every question is a good one. A person reads it and answers. Until then you can call 116 111.',
    },
  },
  {
    for: { categories: sexual, audiences: ['adult'] },
    title: { sq: 'Kujdesu edhe për veten', en: 'Look after yourself too' },
    text: {
      sq: 'Mos hyj vetë në bisedë me atë që e bën dhe mos mblidh prova me foto: mund të jetë e paligjshme dhe i lajmëron ata. Na trego ku është, pjesën tjetër e bëjmë ne.',
      en: 'Do not talk to whoever does it and do not collect pictures as proof: it may be illegal, and it warns them. Tell us where it is, we do the rest.',
    },
  },
];
