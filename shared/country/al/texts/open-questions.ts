import type { OpenQuestion } from '#shared/domain/country-pack.ts';

/**
 * What a native speaker, the Youth Advisory Board or the centre must still decide. The texts stand as written until then.
 * `npm run texts` lists them beside the facts that are `unverified`.
 */
export const openQuestions: readonly OpenQuestion[] = [
  {
    about: '“You are not in trouble”',
    choice: 'Këtu askush nuk të qorton',
    doubt: 'Is qortoj alive for ten-year-olds? “Nuk të bërtet” (shouts at you) is plainer, and lower.',
    where: ['guidance/nobody_scolds_you/', 'taxonomy/showFirst/sexual_extortion/child'],
  },
  {
    about: 'a naked picture',
    choice: 'foto pa rroba',
    doubt: 'Fourteen-year-olds say nudo. Is pa rroba childish for them? Perhaps “pa rroba (nudo)”.',
    where: [
      'taxonomy/categories/csam/child',
      'taxonomy/categories/csam_synthetic/child',
      'taxonomy/categories/intimate_image/child',
      'taxonomy/flags/sexualImageOfMinor/',
    ],
  },
  {
    about: 'a person of ours',
    choice: 'dikush nga ekipi ynë',
    doubt:
      'Or “një këshillues ose këshilluese”? Does ekip promise the right thing? Does it read well in Shkodër, Kukës and Dibër?',
    where: ['reporterTexts/nextStep/', 'reporterTexts/status/'],
  },
  {
    about: 'the hash of a picture',
    choice: '“gjurmë gishti” e fotos',
    doubt: 'Does it frighten, as a word of the police? “Një numër që e njeh foton” is the other way.',
    where: ['guidance/take_it_down', 'guidance/stop_ncii'],
  },
  {
    about: '“you don’t have to carry it alone”',
    choice: 'nuk ke pse ta mbash vetëm këtë barrë',
    doubt: 'Is it poetic? “Nuk ke pse ta kalosh vetëm këtë” is plainer.',
    where: ['guidance/talk_now/words/child'],
  },
  {
    about: 'to hurt oneself',
    choice: 'lëndoj veten',
    doubt: '“I bëj keq vetes” may be more spoken, and pritem is what some write.',
    where: ['taxonomy/categories/suicide_self_harm/child', 'taxonomy/flags/selfHarm/'],
  },
  {
    about: 'being touched',
    choice: 'më prek ku nuk dua',
    doubt: 'Is it the right measure for a ten-year-old, in a list?',
    where: ['taxonomy/categories/abuse_offline/child'],
  },
  {
    about: 'ti or ju at 16 and 17, and where nobody knows the age',
    choice: 'ti',
    doubt: 'Young people may be offended by neither. The centre decides.',
    where: ['problems/problems/', 'reporterTexts/keep/child'],
  },
  {
    about: 'ju to staff',
    choice: 'ju',
    doubt: 'Colleagues say ti to each other. The rule “adults: ju” was followed.',
    where: ['mails/occasions/', 'problems/staff/', 'console/'],
  },
  {
    about: 'a meeting with a stranger',
    choice: 'Mos shko në takim',
    doubt: 'It is stronger than not going alone. The centre confirms the content.',
    where: ['guidance/meeting/words/child', 'taxonomy/showFirst/grooming/child'],
  },
  {
    about: 'a report',
    choice: 'raportim',
    doubt: 'Is it understood at ten? “Ajo që na tregove” is the other way.',
    where: ['reporterTexts/status/received/child', 'reporterTexts/firstReportArrived/child'],
  },
  {
    about: 'a rung of the ladder',
    choice: 'niveli i njoftimit',
    doubt: 'What do the people of the centre call it?',
    where: ['mails/occasions/escalated/', 'console/labels/concerns/raise_not_acknowledged'],
  },
  {
    about: 'the Lanzarote Convention',
    choice: 'Konventa e Lanzarotes',
    doubt: 'Official pages write four different forms.',
    where: ['referrals/legalBases/lanzarote_art_12/'],
  },
  {
    about: 'titles of articles 119/a, 119/b, 121/a, 108/a and 84/a',
    choice: 'as the Code has them, as far as it was seen',
    doubt: 'To be compared with the Official Gazette.',
    where: [
      'referrals/legalBases/al_cc_119_a/',
      'referrals/legalBases/al_cc_119_b/',
      'referrals/legalBases/al_cc_121_a/',
      'referrals/legalBases/al_cc_108_a/',
      'referrals/legalBases/al_cc_84_a/',
    ],
  },
  {
    about: 'the name of 116 117',
    choice: 'Linja e këshillimit për gra dhe vajza 116 117',
    doubt: 'What is its full official name?',
    where: ['helpLines/116117/name'],
  },
  {
    about: '127, when a child calls alone',
    choice: 'telefono 127',
    doubt: 'Does the ambulance answer a child?',
    where: ['reporterTexts/meanwhile/taken_or_hurt/child', 'taxonomy/showFirst/suicide_self_harm/child'],
  },
  {
    about: 'what an adult reads first of each category',
    choice: 'what that adult must do now, as in the guidance of the same category',
    doubt:
      'Beyond the corrected Albanian these are new words: the school’s and the adult’s own ones. The centre confirms the content.',
    where: [
      'taxonomy/showFirst/suicide_self_harm/',
      'taxonomy/showFirst/threat_violence/school',
      'taxonomy/showFirst/abuse_offline/',
      'taxonomy/showFirst/trafficking_exploitation/',
      'taxonomy/showFirst/sexual_extortion/school',
      'taxonomy/showFirst/csam/school',
      'taxonomy/showFirst/intimate_image/',
      'taxonomy/showFirst/grooming/',
    ],
  },
  {
    about: 'questions about danger, to an adult',
    choice: 'A është dikush në rrezik tani: fëmija, ju ose dikush tjetër?',
    doubt: 'One question has to fit a parent, a teacher and an adult who is in danger.',
    where: ['taxonomy/flags/inDanger/adult', 'taxonomy/flags/selfHarm/adult'],
  },
  {
    about: 'when the law makes the centre tell',
    choice: 'Ka dy raste kur ligji na detyron të njoftojmë policinë ose shërbimin për mbrojtjen e fëmijëve',
    doubt: 'A lawyer confirms that these are the two cases, and that the duty is the centre’s.',
    where: ['taxonomy/beforeYouSend/'],
  },
  {
    about: 'the register of the official letter',
    choice: 'formal ju, no gender, a colon before what is filled in',
    doubt:
      'Does it sound like a letter (shkresë) from one institution to another? Are “Referim”, “Drejtuar”, “Për vëmendje” and “Në cilësinë” the usual words?',
    where: ['letters/'],
  },
  {
    about: 'the words of the console',
    choice: 'written by the glossary, and read by no native speaker yet',
    doubt: 'What do counsellors call these things among themselves? A label that nobody says is read twice at night.',
    where: ['console/labels/'],
  },
  {
    about: '“I have it”, the answer to an alert',
    choice: 'Merrem unë',
    doubt: 'Is it what somebody on duty says at night? “E kam unë” is a calque.',
    where: ['console/labels/commands/acknowledgement'],
  },
  {
    about: 'telling a child that the police are told',
    choice: 'Nuk po të akuzon njeri',
    doubt: 'To a child who did something too, such as sending a picture on, it may be untrue.',
    where: ['console/readySentences/police_before/text/child'],
  },
  {
    about: 'sentences of counsellors that were not in the corrected list',
    choice: 'taken_or_hurt, and police_after to an adult',
    doubt: 'They are put together from corrected sentences. The centre confirms the content.',
    where: ['console/readySentences/taken_or_hurt/', 'console/readySentences/police_after/text/adult'],
  },
  {
    about: 'the page about data, as a child reads it',
    choice: 'Çfarë ruajmë për ty; Fjalët e tua i mbajmë të mbyllura me çelës',
    doubt:
      'Does a child of ten understand it? Is it short enough? Read it with the Youth Advisory Board, and with a lawyer.',
    where: ['privacy/texts/sections/'],
  },
];
