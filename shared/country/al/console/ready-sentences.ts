import type { BlankName, ReadySentence } from '#shared/domain/console/ready-sentences.ts';
import type { Text } from '#shared/domain/text.ts';
import { addressed } from '../texts/addressed.ts';
import { label } from './label.ts';

/** What a counsellor reads in a blank that nothing fills. Those of a moment bring its preposition. */
export const blanks: Readonly<Record<BlankName, Text>> = {
  by: label('deri kur', 'by when'),
  when: label('kur', 'when'),
  keptUntil: label('deri kur ruhet', 'until when it is kept'),
  question: label('pyetja', 'question'),
  reason: label('arsyeja', 'reason'),
  what: label('çfarë', 'what'),
  nextStep: label('hapi tjetër', 'next step'),
  who: label('kush', 'who'),
  service: label('shërbimi, numri', 'service, number'),
  platform: label('platforma', 'platform'),
};

const open = ['received', 'triaged', 'in_progress', 'waiting_reporter', 'waiting_institution'] as const;

/** Sentences to reporters. Nothing is promised that is not done. A native speaker must still read them. */
export const readySentences: readonly ReadySentence[] = [
  {
    code: 'blackmailed',
    title: label('Përgjigjja e parë ndaj shantazhit me foto', 'First answer to blackmail with pictures'),
    text: addressed({
      ti: 'Bëre shumë mirë që na tregove. Nuk është faji yt dhe këtu askush nuk të qorton. Tani vetëm tri gjëra: mos paguaj, mos dërgo asgjë tjetër, mos i fshi mesazhet. Të shkruajmë përsëri këtu {by}. Nëse ndihesh shumë keq, mos prit: 116 111, falas, ditë e natë.',
      ju: 'Bëtë shumë mirë që na treguat. Nuk është faji juaj. Tani vetëm tri gjëra: mos paguani, mos dërgoni asgjë tjetër, mos i fshini mesazhet. Ju shkruajmë përsëri këtu {by}. Nëse ndiheni shumë keq, mos prisni: 116 111, falas, ditë e natë.',
      en: 'You did very well to tell us. It is not your fault and nobody here will scold you. Only three things now: do not pay, send nothing more, do not delete the messages. We write to you here again {by}. If you feel very bad, do not wait: 116 111, free, day and night.',
      enAdult:
        'You did very well to tell us. It is not your fault. Only three things now: do not pay, send nothing more, do not delete the messages. We write to you here again {by}. If you feel very bad, do not wait: 116 111, free, day and night.',
    }),
    fits: [
      { categories: ['sexual_extortion', 'blackmail_other'], audiences: ['child', 'adult'], statuses: open },
      { situations: ['threat_to_share', 'payment'], audiences: ['child', 'adult'], statuses: open },
    ],
  },
  {
    code: 'self_harm',
    title: label('Kur dikush mund ta lëndojë veten', 'When somebody may hurt themselves'),
    text: addressed({
      ti: 'Faleminderit që na e tregove këtë. Ajo që ndien është e rëndë, dhe nuk ke pse ta mbash vetëm. Fol me ne tani: 116 111, falas, ditë e natë. Nëse je lënduar, ose ke pirë diçka, telefono 127. A ka pranë teje një të rritur që i beson? Nëse nuk flet dot, na shkruaj këtu.',
      ju: 'Faleminderit që na treguat. Mos e lini vetëm. Nëse është lënduar, ose ka pirë diçka, telefononi 127 tani. Pyeteni drejtpërdrejt si ndihet: pyetja nuk e bën më keq. Ju ndihmojmë si të flisni: 116 111, falas, ditë e natë.',
      en: 'Thank you for telling us this. What you feel is heavy, and you don’t have to carry it alone. Talk to us now: 116 111, free, day and night. If you are hurt, or took something, call 127. Is there an adult you trust near you? If you can’t talk, write here.',
      enAdult:
        'Thank you for telling us. Do not leave them alone. If they are hurt, or took something, call 127 now. Ask directly how they feel: asking does not make it worse. We help you how to talk: 116 111, free, day and night.',
    }),
    fits: [
      { categories: ['suicide_self_harm'], statuses: open },
      { situations: ['self_harm'], statuses: open },
    ],
  },
  {
    code: 'taken_or_hurt',
    title: label(
      'Kur dikush ka pirë diçka ose ka plagë: 127 në fillim',
      'When something was taken or there is a wound: 127 first',
    ),
    text: addressed({
      ti: 'Nëse je lënduar, ose ke pirë diçka, telefono 127 tani. Faleminderit që na e tregove. Ajo që ndien është e rëndë, dhe nuk ke pse ta mbash vetëm. Thirr një të rritur që i beson. Ne jemi te 116 111, falas, ditë e natë.',
      ju: 'Nëse është lënduar, ose ka pirë diçka, telefononi 127 tani. Mos e lini vetëm. Faleminderit që na treguat. Ju ndihmojmë si të flisni: 116 111, falas, ditë e natë.',
      en: 'If you are hurt, or took something, call 127 now. Thank you for telling us. What you feel is heavy, and you don’t have to carry it alone. Call an adult you trust. We are at 116 111, free, day and night.',
      enAdult:
        'If they are hurt, or took something, call 127 now. Do not leave them alone. Thank you for telling us. We help you how to talk: 116 111, free, day and night.',
    }),
    fits: [{ situations: ['taken_or_hurt', 'wounded'], statuses: open }],
  },
  {
    code: 'to_parent',
    title: label('Për një prind', 'To a parent'),
    text: {
      adult: label(
        'Faleminderit që na shkruat. Fëmija juaj nuk ka faj, dhe as ju. Sonte mjafton kjo: dëgjojeni me qetësi, mos ia merrni telefonin, mos i shkruani personit tjetër. Ruajini mesazhet, por jo fotot. Ju shkruajmë përsëri {by}. Edhe ju mund të flisni me ne: 116 111.',
        'Thank you for writing. It is not your child’s fault, and not yours. Tonight this is enough: listen calmly, do not take the phone away, do not write to the other person. Keep the messages, not the pictures. We write again {by}. You can talk to us too: 116 111.',
      ),
    },
    fits: [{ audiences: ['parent'], statuses: open }],
  },
  {
    code: 'to_teacher',
    title: label('Për shkollën', 'To a teacher'),
    text: {
      adult: label(
        'Faleminderit që na njoftuat. Thuajini fëmijës se bëri mirë që tregoi, dhe mos e pyesni më për hollësi. Fotot mos i shikoni, mos i ruani, mos i kërkoni. Njoftoni vetëm psikologun ose punonjësin social të shkollës. Nëse ka rrezik tani: policia 129; nëse dikush është lënduar ose ka pirë diçka: ambulanca 127.',
        'Thank you for telling us. Tell the child it was right to speak, and ask for no more details. Do not look at, keep or ask for the pictures. Tell only the psychologist or social worker of the school. If there is danger now: police 129; if somebody is hurt or took something: ambulance 127.',
      ),
    },
    fits: [{ audiences: ['school'], statuses: open }],
  },
  {
    code: 'ask_more',
    title: label('Kur duhet edhe një gjë', 'Asking for more'),
    text: addressed({
      ti: 'E lexuam atë që na shkrove. Për të të ndihmuar më mirë na duhet edhe një gjë: {question}. Përgjigju vetëm nëse mundesh. Nuk ke pse të na tregosh gjithçka, dhe foto mos na dërgo. Ne ndërkohë vazhdojmë.',
      ju: 'E lexuam atë që na shkruat. Për t’ju ndihmuar më mirë na duhet edhe një gjë: {question}. Përgjigjuni vetëm nëse mundeni. Nuk keni pse të na tregoni gjithçka, dhe foto mos na dërgoni. Ne ndërkohë vazhdojmë.',
      en: 'We have read what you wrote. To help you better we need one more thing: {question}. Answer only if you can. You don’t have to tell us everything, and send no pictures. Meanwhile we go on.',
    }),
    fits: [{ statuses: ['in_progress'] }],
  },
  {
    code: 'police_before',
    title: label('Para se të njoftohet policia', 'Before the police are told'),
    text: addressed({
      ti: 'Duam ta dëgjosh prej nesh: do të njoftojmë policinë, sepse {reason}. Ligji na detyron. Nuk po të akuzon njeri: e bëjmë që të të mbrojmë. U tregojmë vetëm {what}. E njoftojmë {when}. Nëse ke frikë, na shkruaj këtu ose fol me ne në 116 111.',
      ju: 'Duam ta dëgjoni prej nesh: do të njoftojmë policinë, sepse {reason}. Ligji na detyron. U tregojmë vetëm {what}. E njoftojmë {when}. Nëse keni pyetje, na shkruani këtu ose telefononi 116 111.',
      en: 'We want you to hear it from us: we will tell the police, because {reason}. The law obliges us. Nobody accuses you: we do it to protect you. We tell them only {what}. We tell them {when}. If you are afraid, write here or talk to us on 116 111.',
      enAdult:
        'We want you to hear it from us: we will tell the police, because {reason}. The law obliges us. We tell them only {what}. We tell them {when}. If you have questions, write here or call 116 111.',
    }),
    fits: [{ situations: ['danger', 'violence', 'missing', 'meeting', 'picture_of_minor'], statuses: ['in_progress'] }],
  },
  {
    code: 'police_after',
    title: label('Pasi policia u njoftua menjëherë', 'After the police were told at once'),
    text: addressed({
      ti: 'Na u desh të njoftonim policinë menjëherë, sepse {reason}. Na vjen keq që nuk ta thamë dot më parë. U treguam vetëm {what}. Tani {nextStep}. Nëse ke frikë, fol me ne në 116 111.',
      ju: 'Na u desh të njoftonim policinë menjëherë, sepse {reason}. Na vjen keq që nuk jua thamë dot më parë. U treguam vetëm {what}. Tani {nextStep}. Nëse keni frikë, flisni me ne në 116 111.',
      en: 'We had to tell the police at once, because {reason}. We are sorry that we could not tell you before. We told them only {what}. Now {nextStep}. If you are afraid, talk to us on 116 111.',
    }),
    fits: [{ statuses: ['waiting_institution'] }, { outcomes: ['police_involved'] }],
  },
  {
    code: 'missed',
    title: label('Kur nuk e mbajtëm premtimin', 'When we did not keep a promise'),
    text: addressed({
      ti: 'Të premtuam një përgjigje dhe nuk e mbajtëm premtimin. Faji është yni, jo yti. Drejtuesi i ekipit e di. Tani me raportimin tënd po merret {who}, dhe të shkruajmë {by}. Nuk ke pse të presësh: 116 111.',
      ju: 'Ju premtuam një përgjigje dhe nuk e mbajtëm premtimin. Faji është yni, jo juaji. Drejtuesi i ekipit e di. Tani me raportimin tuaj po merret {who}, dhe ju shkruajmë {by}. Nuk keni pse të prisni: 116 111.',
      en: 'We promised you an answer and did not keep the promise. That is our fault, not yours. The head of the team knows. Now {who} is working on your report, and we write to you {by}. You don’t have to wait: 116 111.',
    }),
    fits: [{ promiseMissed: true }],
  },
  {
    code: 'closing',
    title: label('Në mbyllje', 'Closing'),
    text: addressed({
      ti: 'Pjesën tonë e mbyllim këtu. Bëmë këto: {what}. Me kodin tënd mund t’i lexosh përsëri të gjitha {keptUntil}. Nëse ndodh përsëri, ose thjesht dëshiron të flasësh, na shkruaj këtu ose telefono 116 111. Bëre mirë që na tregove.',
      ju: 'Pjesën tonë e mbyllim këtu. Bëmë këto: {what}. Me kodin tuaj mund t’i lexoni përsëri të gjitha {keptUntil}. Nëse ndodh përsëri, na shkruani këtu ose telefononi 116 111. Faleminderit që na besuat.',
      en: 'We close our part here. We did this: {what}. With your code you can read everything again {keptUntil}. If it happens again, or you just want to talk, write here or call 116 111. You did well to tell us.',
      enAdult:
        'We close our part here. We did this: {what}. With your code you can read everything again {keptUntil}. If it happens again, write here or call 116 111. Thank you for trusting us.',
    }),
    fits: [{ statuses: ['in_progress', 'waiting_institution', 'resolved'] }],
  },
  {
    code: 'no_answer',
    title: label('Kur raportuesi nuk u përgjigj', 'When the reporter did not answer'),
    text: addressed({
      ti: 'Të shkruam {when} dhe nuk kemi marrë përgjigje. S’ka gjë: ndoshta tani nuk është koha. Ajo që na tregove nuk humbet. Kur të duash, na shkruaj me të njëjtin kod, ose telefono 116 111.',
      ju: 'Ju shkruam {when} dhe nuk kemi marrë përgjigje. S’ka gjë. Ajo që na treguat nuk humbet. Kur të doni, na shkruani me të njëjtin kod, ose telefononi 116 111.',
      en: 'We wrote to you {when} and have no answer. That is all right: perhaps it is not the moment. What you told us is not lost. Whenever you like, write with the same code, or call 116 111.',
      enAdult:
        'We wrote to you {when} and have no answer. That is all right. What you told us is not lost. Whenever you like, write with the same code, or call 116 111.',
    }),
    fits: [{ statuses: ['waiting_reporter'] }, { outcomes: ['no_answer_from_reporter'] }],
  },
  {
    code: 'outside_our_work',
    title: label('Kur nuk është punë e jona', 'Outside our work'),
    text: addressed({
      ti: 'Bëre mirë që pyete. Këtë nuk e zgjidhim dot ne, por ja kush mundet: {service}. Nëse nuk të ndihmojnë, na shkruaj përsëri këtu.',
      ju: 'Faleminderit që na shkruat. Këtë nuk e zgjidhim dot ne, por ja kush mundet: {service}. Nëse nuk ju ndihmojnë, na shkruani përsëri këtu.',
      en: 'It was good that you asked. We can’t solve this, but here is who can: {service}. If they do not help you, write to us here again.',
      enAdult:
        'Thank you for writing. We can’t solve this, but here is who can: {service}. If they do not help you, write to us here again.',
    }),
    fits: [{ categories: ['out_of_remit'] }, { outcomes: ['outside_our_work'] }],
  },
  {
    code: 'content_removed',
    title: label('Pasi përmbajtja u hoq', 'After content was removed'),
    text: addressed({
      ti: 'Lajm i mirë: ajo që raportove u hoq nga {platform}. Nuk mund ta dimë nëse dikush ka ruajtur një kopje. Nëse e sheh përsëri, mos e ruaj dhe mos e dërgo: na shkruaj vetëm ku është. Ne e nisim përsëri nga fillimi.',
      ju: 'Ajo që raportuat u hoq nga {platform}. Nuk mund ta dimë nëse dikush ka ruajtur një kopje. Nëse e shihni përsëri, mos e ruani dhe mos e dërgoni: na shkruani vetëm ku është, dhe e nisim përsëri.',
      en: 'Good news: what you reported was taken down from {platform}. We can’t know whether somebody kept a copy. If you see it again, do not keep it or send it: just write to us where it is. We start again.',
      enAdult:
        'What you reported was taken down from {platform}. We can’t know whether somebody kept a copy. If you see it again, do not keep it or send it: just write to us where it is, and we start again.',
    }),
    fits: [{ outcomes: ['content_removed'] }],
  },
  {
    code: 'content_still_up',
    title: label('Kur platforma nuk e hoqi', 'When the platform left it up'),
    text: addressed({
      ti: '{platform} na u përgjigj se nuk do ta heqë. Na vjen keq. Kjo nuk do të thotë se nuk të besojmë, as se ajo që të bënë është në rregull. Tani provojmë këtë: {nextStep}. Ti mund ta bllokosh llogarinë dhe nuk ke pse ta shohësh më. Nëse të rëndon, fol me ne: 116 111.',
      ju: '{platform} na u përgjigj se nuk do ta heqë. Na vjen keq. Kjo nuk do të thotë se nuk ju besojmë. Tani provojmë këtë: {nextStep}. Ju mund ta bllokoni llogarinë. Nëse keni pyetje, flisni me ne: 116 111.',
      en: '{platform} answered that it will not take it down. We are sorry. It does not mean that we don’t believe you, or that what they did to you is all right. Now we try this: {nextStep}. You can block the account and you don’t have to look at it again. If it weighs on you, talk to us: 116 111.',
      enAdult:
        '{platform} answered that it will not take it down. We are sorry. It does not mean that we don’t believe you. Now we try this: {nextStep}. You can block the account. If you have questions, talk to us: 116 111.',
    }),
    fits: [{ outcomes: ['content_still_up'] }],
  },
];
