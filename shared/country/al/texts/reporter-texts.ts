import type { ReporterTexts } from '#shared/domain/country-pack.ts';

/**
 * What reporters read in answers. A ten-year-old can understand it. It never blames, and always says what happens next
 * and where a person answers. Moments come without "ora": the sentences bring it.
 * Source: docs/practice.md, Reporter's side.
 */
export const reporterTexts: ReporterTexts = {
  nextStep: {
    willBeRead: {
      sq: 'Një person do ta lexojë këtë para orës {readBy}.',
      en: 'A person will read this before {readBy}.',
    },
    filed: {
      sq: 'Një person i ekipit tonë e ka shkruar dhe e ka lexuar raportimin tënd.',
      en: 'A person of our team has written your report down and has read it.',
    },
    filedLate: {
      sq: 'Një person i ekipit tonë e ka shkruar dhe e ka lexuar raportimin tënd, por më vonë se sa duhej. Faji është yni, jo yti.',
      en: 'A person of our team has written your report down and has read it, but later than it should have been. That is our fault, not yours.',
    },
    reportAgain: {
      sq: 'E kemi raportimin tënd. Me kodin tënd sheh nëse e ka lexuar një person dhe çfarë po bëhet.',
      en: 'We have your report. With your code you see whether a person has read it and what is being done.',
    },
    messageAgain: {
      sq: 'E kemi mesazhin tënd. Me kodin tënd sheh nëse ka diçka që ende nuk është lexuar në kohë.',
      en: 'We have your message. With your code you see whether anything was not read in time.',
    },
  },
  meanwhile: {
    critical: {
      sq: 'Nëse ti ose dikush tjetër është në rrezik tani, telefono 129 ose 112. Mund të flasësh me dikë që tani: 116 111, falas, ditë e natë.',
      en: 'If you or someone else is in danger now, call 129 or 112. You can talk to someone right now: 116 111, free, day and night.',
    },
    high: {
      sq: 'Nëse nuk mund të presësh, telefono 116 111, falas, ditë e natë.',
      en: "If it can't wait, call 116 111, free, day and night.",
    },
    normal: {
      sq: 'Nëse nuk mund të presësh, telefono 116 111, falas, ditë e natë.',
      en: "If it can't wait, call 116 111, free, day and night.",
    },
    low: {
      sq: 'Nëse do të flasësh me dikë më parë, telefono 116 111, falas, ditë e natë.',
      en: 'If you want to talk to someone sooner, call 116 111, free, day and night.',
    },
  },
  keep: {
    sq: 'Nuk je i detyruar ta ruash këtë kod. Pa të nuk mund të të përgjigjemi këtu, por raportimi yt vlen njësoj. Mos ia trego kodin askujt që nuk i beson.',
    en: "You don't have to keep this code. Without it we can't answer you here, but your report counts all the same. Don't show it to anyone you don't trust.",
  },
  firstReportArrived: {
    sq: 'Raportimi yt i parë ka mbërritur. Shtoje këtu atë që ndryshoi.',
    en: 'Your first report arrived. Add the change here.',
  },
  asked: {
    withdrawal: {
      sq: 'E kemi kërkesën tënde për ta tërhequr raportimin. Nuk e tërheqim para orës {until}, dhe vetëm pasi një person të ketë parë nëse je i sigurt ose e sigurt. Nëse nuk ndihesh i sigurt, telefono 116 111, falas, ditë e natë.',
      en: 'We have your request to take the report back. We do not take it back before {until}, and only once a person has looked whether you are safe. If you do not feel safe, call 116 111, free, day and night.',
    },
    withdrawalWaited: {
      sq: 'E kemi kërkesën tënde për ta tërhequr raportimin. Mund ta tërheqim pasi një person të ketë parë nëse je i sigurt ose e sigurt. Nëse nuk e kërkove ti, ose nuk ndihesh i sigurt, na shkruaj këtu ose telefono 116 111, falas, ditë e natë.',
      en: 'We have your request to take the report back. We may take it back once a person has looked whether you are safe. If it was not you who asked, or you do not feel safe, write to us here or call 116 111, free, day and night.',
    },
    lock: {
      sq: 'Ky kod nuk hap më asgjë. Raportimi yt mbetet te ne. Për të na shkruar përsëri, telefono 116 111: pasi flasim, mund të të japim një kod të ri.',
      en: 'This code opens nothing any more. Your report stays with us. To write to us again, call 116 111: after we have talked, we can give you a new code.',
    },
    helped: {
      sq: 'Faleminderit që na tregove. Nëse diçka ende nuk shkon mirë, na shkruaj këtu ose telefono 116 111.',
      en: 'Thank you for telling us. If something is still wrong, write to us here or call 116 111.',
    },
  },
  status: {
    received: {
      sq: 'E kemi marrë raportimin tënd. Ende nuk e ka lexuar një person.',
      en: 'We have your report. A person has not read it yet.',
    },
    triaged: {
      sq: 'E kemi marrë raportimin tënd. Ende nuk e ka lexuar një person.',
      en: 'We have your report. A person has not read it yet.',
    },
    in_progress: {
      sq: 'Një person e ka lexuar raportimin tënd dhe po merremi me të.',
      en: 'A person has read your report and we are working on it.',
    },
    waiting_reporter: {
      sq: 'Të kemi shkruar dhe presim përgjigjen tënde. Mos u nxito. Ne vazhdojmë të merremi me rastin.',
      en: 'We have written to you and are waiting for your answer. Take your time. We keep working on it.',
    },
    waiting_institution: {
      sq: 'Kemi kërkuar ndihmë nga dikush tjetër dhe po presim. Ne vazhdojmë të merremi me rastin.',
      en: 'We have asked someone else to help and are waiting for them. We keep working on it.',
    },
    resolved: {
      sq: 'E kemi përfunduar pjesën tonë të punës. Nëse po ndodh ende, na trego ose telefono 116 111.',
      en: 'We have finished our part of the work. If it is still happening, tell us or call 116 111.',
    },
    closed: {
      sq: 'Ky rast është mbyllur. Nëse ndodh përsëri, mund të raportosh sërish ose të telefonosh 116 111.',
      en: 'This case is closed. If it happens again, you can report again or call 116 111.',
    },
  },
  reopened: {
    sq: 'E kemi marrë përsëri në dorë raportimin tënd. Atë që na shkrove ende nuk e ka lexuar një person.',
    en: 'We have taken your report up again. A person has not read yet what you wrote to us.',
  },
  reopenedByUs: {
    sq: 'E kemi marrë përsëri në dorë raportimin tënd. Një person ende nuk e ka parë sërish.',
    en: 'We have taken your report up again. A person has not looked at it again yet.',
  },
  outcomes: {
    content_removed: {
      sq: 'Ajo që raportove u hoq nga interneti.',
      en: 'What you reported was taken down.',
    },
    content_still_up: {
      sq: 'Ajo që raportove ende nuk është hequr. Të kemi treguar çfarë mund të bëhet më tej.',
      en: 'What you reported is not down yet. We have told you what else can be done.',
    },
    account_recovered_or_closed: {
      sq: 'Llogaria u kthye te pronari i saj ose u mbyll.',
      en: 'The account was given back to its owner or closed.',
    },
    police_involved: {
      sq: 'Policia po ndihmon. Nëse kjo të shqetëson, fol me ne në 116 111.',
      en: 'The police are helping. If that worries you, talk to us on 116 111.',
    },
    child_protection_involved: {
      sq: 'Njerëzit që kanë për detyrë të mbrojnë fëmijët po ndihmojnë.',
      en: 'The people whose job it is to protect children are helping.',
    },
    school_supporting: {
      sq: 'Një person i besuar në shkollë po ndihmon.',
      en: 'A person you can trust at school is helping.',
    },
    helpline_support: {
      sq: 'Ekipi ynë i linjës 116 111 po të mbështet.',
      en: 'Our helpline team on 116 111 is supporting you.',
    },
    advice_given: {
      sq: 'Të kemi treguar çfarë mund të bësh. Mund të na pyesësh përsëri kur të duash.',
      en: 'We have told you what you can do. You can ask us again whenever you like.',
    },
    site_passed_on: {
      sq: 'Faqen ua kaluam atyre që mund ta bllokojnë.',
      en: 'We passed the page on to those who can block it.',
    },
    nothing_more_possible: {
      sq: 'Bëmë atë që mundëm me ato që dimë. Kjo nuk do të thotë që nuk të besojmë.',
      en: "We did what we could with what we know. It does not mean that we don't believe you.",
    },
    no_answer_from_reporter: {
      sq: 'Të shkruam dhe nuk morëm përgjigje. Nuk ka asgjë të keqe në këtë: mund të na shkruash kur të duash.',
      en: 'We wrote to you and heard nothing back. That is all right: you can write to us whenever you like.',
    },
    withdrawn: {
      sq: 'Kërkove ta tërheqësh raportimin dhe e respektuam kërkesën tënde.',
      en: 'You asked to take your report back, and we did as you asked.',
    },
    same_event: {
      sq: 'Dikush tjetër kishte raportuar të njëjtën gjë. Raportimi yt na ndihmoi, dhe kemi vepruar për të dy.',
      en: 'Someone else had reported the same thing. Your report helped us, and we acted on both.',
    },
    outside_our_work: {
      sq: 'Kjo nuk është diçka që mund ta zgjidhim ne. Të kemi treguar kush mund të ndihmojë.',
      en: 'This is not something we can solve. We have told you who can help.',
    },
    test: {
      sq: 'Ky ishte një raportim prove.',
      en: 'This was a test report.',
    },
  },
  promiseMissed: {
    sq: 'Të premtuam një përgjigje deri në orën {by} dhe nuk e mbajtëm premtimin. Faji është yni, jo yti.',
    en: 'We promised an answer by {by} and did not keep it. That is our fault, not yours.',
  },
  readMissed: {
    sq: 'Të thamë se një person do ta lexonte deri në orën {by}, dhe nuk u lexua në kohë. Faji është yni, jo yti.',
    en: 'We said that a person would read it by {by}, and nobody read it in time. That is our fault, not yours.',
  },
  messageMissed: {
    sq: 'Të thamë se një person do ta lexonte mesazhin tënd deri në orën {by}, dhe ende nuk e ka lexuar askush. Faji është yni, jo yti.',
    en: 'We said that a person would read your message by {by}, and nobody has read it yet. That is our fault, not yours.',
  },
  beingTold: {
    head: { sq: 'Drejtuesit e ekipit tonë po njoftohen.', en: 'The head of our team is being told.' },
    duty: { sq: 'Kolegët tanë në detyrë po njoftohen.', en: 'Our colleagues on duty are being told.' },
  },
  callNow: { sq: 'Mund të telefonosh tani 116 111.', en: 'You can call 116 111 now.' },
  sameTeam: {
    sq: 'Raportimi yt tani është te kolegë të tjerë tanët. Linja jonë e ndihmës është i njëjti ekip: nuk ke pse t’i tregosh të gjitha nga fillimi.',
    en: 'Your report is now with other colleagues of ours. Our helpline is the same team: you don’t have to tell it all again.',
  },
  takenBack: {
    sq: 'Këtë e kemi tërhequr (ora {when}).',
    en: 'We took this back ({when}).',
  },
  moments: {
    today: { sq: '{time} sot', en: '{time} today' },
    tomorrow: { sq: '{time} nesër', en: '{time} tomorrow' },
    later: { sq: '{time} {weekday}', en: '{weekday} {time}' },
    distant: { sq: '{time} më {day}.{month}.{year}', en: '{time} on {day}/{month}/{year}' },
    weekdays: [
      { sq: 'të dielën', en: 'Sunday' },
      { sq: 'të hënën', en: 'Monday' },
      { sq: 'të martën', en: 'Tuesday' },
      { sq: 'të mërkurën', en: 'Wednesday' },
      { sq: 'të enjten', en: 'Thursday' },
      { sq: 'të premten', en: 'Friday' },
      { sq: 'të shtunën', en: 'Saturday' },
    ],
  },
};
