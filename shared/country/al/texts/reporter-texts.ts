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
    sq: 'Nuk je i detyruar ta ruash këtë kod. Pa të nuk mund të të përgjigjemi këtu, por ne do të veprojmë gjithsesi. Mos ia trego kodin askujt që nuk i beson.',
    en: "You don't have to keep this code. Without it we can't answer you, but we will still act. Don't show it to anyone you don't trust.",
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
      sq: 'Ajo që raportove u hoq nga vendi ku ishte. Nëse e sheh përsëri, na shkruaj këtu ose telefono 116 111.',
      en: 'What you reported was taken down from where it was. If you see it again, write to us here or call 116 111.',
    },
    content_still_up: {
      sq: 'Ajo që raportove ende nuk është hequr. Të kemi shkruar çfarë mund të bëhet më tej.',
      en: 'What you reported is not down yet. We have written to you what else can be done.',
    },
    account_recovered_or_closed: {
      sq: 'Llogaria iu kthye atij që i takon, ose u mbyll.',
      en: 'The account was given back to the one it belongs to, or closed.',
    },
    police_involved: {
      sq: 'Policia e di nga ne çfarë ka ndodhur. Nëse kjo të shqetëson, fol me ne në 116 111.',
      en: 'The police know from us what happened. If that worries you, talk to us on 116 111.',
    },
    child_protection_involved: {
      sq: 'Njerëzit që kanë për detyrë të mbrojnë fëmijët e dinë nga ne çfarë ka ndodhur.',
      en: 'The people whose job it is to protect children know from us what happened.',
    },
    school_supporting: {
      sq: 'Dikush që punon për shkollat, dhe e ka për detyrë të ndihmojë, e di nga ne çfarë ka ndodhur.',
      en: 'Somebody who works for schools, and whose job it is to help, knows from us what happened.',
    },
    helpline_support: {
      sq: 'Të kemi shkruar. Mund të flasësh me ekipin tonë të linjës 116 111 kur të duash.',
      en: 'We have written to you. You can talk to our helpline team on 116 111 whenever you like.',
    },
    advice_given: {
      sq: 'Të kemi shkruar çfarë mund të bësh. Mund të na pyesësh përsëri kur të duash.',
      en: 'We have written to you what you can do. You can ask us again whenever you like.',
    },
    site_passed_on: {
      sq: 'Adresën e faqes e kanë nga ne ata që mund ta bllokojnë.',
      en: 'Those who can block the page have its address from us.',
    },
    nothing_more_possible: {
      sq: 'Me ato që dimë, nuk mundëm të bënim më shumë. Kjo nuk do të thotë se nuk të besojmë.',
      en: "We did what we could with what we know. It does not mean that we don't believe you.",
    },
    no_answer_from_reporter: {
      sq: 'Të shkruam dhe nuk morëm përgjigje. Nuk ka asgjë të keqe në këtë: mund të na shkruash kur të duash.',
      en: 'We wrote to you and heard nothing back. That is all right: you can write to us whenever you like.',
    },
    withdrawn: {
      sq: 'Me kodin tënd u kërkua tërheqja e raportimit, dhe e mbyllëm. Nëse nuk e kërkove ti, na shkruaj këtu ose telefono 116 111.',
      en: 'Your code was used to ask that the report be taken back, and we ended it. If it was not you, write to us here or call 116 111.',
    },
    same_event: {
      sq: 'Atë që na tregove e kemi parë bashkë me gjithçka tjetër që dimë për këtë. Raportimi yt na ndihmoi.',
      en: 'We looked at what you told us together with all else that we know about it. Your report helped us.',
    },
    outside_our_work: {
      sq: 'Këtë nuk e zgjidhim dot ne. Mund të ndihmojë: {door}.',
      en: 'This is not something we can solve. Who can help: {door}.',
    },
    test: {
      sq: 'Ky ishte një raportim për provë.',
      en: 'This was a test report.',
    },
  },
  outcomesByFact: {
    content_removed: {
      own_look: {
        sq: 'E pamë vetë: ajo që raportove nuk ishte më aty ku ishte. Nëse e sheh përsëri, na shkruaj këtu ose telefono 116 111.',
        en: 'We looked ourselves: what you reported was no longer where it had been. If you see it again, write to us here or call 116 111.',
      },
    },
    account_recovered_or_closed: {
      notice: { sq: 'Llogaria u mbyll.', en: 'The account was closed.' },
    },
    police_involved: {
      call: {
        sq: 'I kemi telefonuar policisë, dhe ajo e di çfarë ka ndodhur. Nëse kjo të shqetëson, fol me ne në 116 111.',
        en: 'We have called the police, and they know what happened. If that worries you, talk to us on 116 111.',
      },
      spoken_to: {
        sq: 'Kemi folur me policinë për këtë. Nëse kjo të shqetëson, fol me ne në 116 111.',
        en: 'We have spoken with the police about this. If that worries you, talk to us on 116 111.',
      },
    },
    child_protection_involved: {
      spoken_to: {
        sq: 'Kemi folur për këtë me njerëzit që kanë për detyrë të mbrojnë fëmijët.',
        en: 'We have spoken about this with the people whose job it is to protect children.',
      },
    },
    school_supporting: {
      spoken_to: {
        sq: 'Kemi folur për këtë me dikë që punon për shkollat dhe e ka për detyrë të ndihmojë.',
        en: 'We have spoken about this with somebody who works for schools and whose job it is to help.',
      },
    },
    helpline_support: {
      spoken_to: {
        sq: 'Kemi folur për këtë. Mund të flasësh me ekipin tonë të linjës 116 111 kur të duash.',
        en: 'There was a talk about this. You can talk to our helpline team on 116 111 whenever you like.',
      },
    },
    advice_given: {
      spoken_to: {
        sq: 'Kemi folur për atë që mund të bëhet. Mund të na pyesësh përsëri kur të duash.',
        en: 'There was a talk about what can be done. You can ask us again whenever you like.',
      },
    },
    site_passed_on: {
      spoken_to: {
        sq: 'Kemi folur për faqen me ata që mund ta bllokojnë.',
        en: 'We have spoken about the page with those who can block it.',
      },
    },
    withdrawn: {
      asked_in_talk: {
        sq: 'Kërkove kur folëm ta tërheqësh raportimin, dhe e mbyllëm. Nëse do që të vazhdojmë, na shkruaj këtu ose telefono 116 111.',
        en: 'You asked us in a talk to take your report back, and we ended it. If you want us to go on, write to us here or call 116 111.',
      },
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
