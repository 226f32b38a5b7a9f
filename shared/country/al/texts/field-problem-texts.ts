import type { ProblemTexts } from '#shared/domain/country-pack.ts';

/** One sentence for each way a field can be wrong. It says what to do, not who is wrong. */
export const fieldProblems: ProblemTexts['fieldProblems'] = {
  required: { sq: 'Kjo fushë duhet plotësuar.', en: 'This field is needed.' },
  wrong_type: { sq: 'Kjo fushë duhet të ketë një lloj tjetër vlere.', en: 'This field needs another kind of value.' },
  unknown_field: { sq: 'Këtë fushë nuk e njohim.', en: 'We do not know this field.' },
  unknown_code: {
    sq: 'Këtë vlerë nuk e njohim. Zgjidh një nga lista.',
    en: 'We do not know this value. Choose one from the list.',
  },
  too_long: {
    sq: 'Kjo është shumë e gjatë. Më e shumta: {limit}.',
    en: 'This is too long. The most is {limit}.',
  },
  too_many: { sq: 'Këto janë shumë. Më e shumta: {limit}.', en: 'These are too many. The most is {limit}.' },
  too_much: {
    sq: 'Së bashku kjo është më shumë se sa mund të kalohet njëherësh. Më e shumta: {limit}. Zgjidh më pak fusha.',
    en: 'Together this is more than can be passed on at once. The most is {limit}. Choose fewer fields.',
  },
  too_small: {
    sq: 'Kjo vlerë është shumë e vogël. Më e pakta: {limit}.',
    en: 'This value is too small. The least is {limit}.',
  },
  too_large: {
    sq: 'Kjo vlerë është shumë e madhe. Më e shumta: {limit}.',
    en: 'This value is too large. The most is {limit}.',
  },
  not_a_number: { sq: 'Këtu duhet një numër.', en: 'A number is needed here.' },
  empty_report: {
    sq: 'Na trego të paktën një gjë: çfarë ndodhi, një adresë faqeje, një llogari, ose si të të gjejmë.',
    en: 'Tell us at least one thing: what happened, an address of a page, an account, or how to reach you.',
  },
  weak_key: {
    sq: 'Ky çelës mund të jetë edhe i dikujt tjetër. Përdor një çelës të ri të rastit, për shembull një UUID të versionit 4 ose 7.',
    en: 'Somebody else may have this key, too. Use a new random one, such as a UUID of version 4 or 7.',
  },
  empty_text: {
    sq: 'Kjo fushë është bosh. Shkruaj diçka që lexohet.',
    en: 'This field is empty. Write something that can be read.',
  },
  names_another_case: {
    sq: 'Këtu është shkruar numri i një rasti tjetër. Asnjë raportuesi nuk i tregohet për një tjetër: hiqeni numrin.',
    en: 'This has the number of another case. No reporter is told of another one: leave the number out.',
  },
  named_twice: { sq: 'Ky rast është shënuar më parë.', en: 'This case was named before.' },
  removal_not_seen: {
    sq: 'Asgjë nuk tregon se u hoq. Regjistroni përgjigjen e platformës (“u hoq”), ose shikoni vetë dhe thojeni (ownLook).',
    en: 'Nothing shows that it was taken down. Record the answer of the platform (“removed”), or look yourself and say so (ownLook).',
  },
  not_written_what_else: {
    sq: 'Raportuesi duhet të lexojë çfarë mund të bëhet më tej: shkruajini një mesazh. Nëse platformat thonë se u hoq dhe ju ende e shihni, regjistroni më parë përgjigjen “mbeti”.',
    en: 'The reporter must read what else can be done: write a message. If the platforms say that it is gone and you still see it, record the answer “kept up” first.',
  },
  account_not_seen: {
    sq: 'Asgjë nuk tregon se llogaria u kthye ose u mbyll. Regjistroni përgjigjen e platformës (“llogaria u mbyll”), shikoni vetë (ownLook), ose thoni me kë folët dhe çfarë ju tha (spokenTo).',
    en: 'Nothing shows that the account was given back or closed. Record the answer of the platform (“account closed”), look yourself (ownLook), or say to whom you spoke and what they said (spokenTo).',
  },
  police_not_reached: {
    sq: 'Asnjë polic nuk e ka pranuar rastin. Regjistroni kush e pranoi ose telefonatën te përcjellja, ose thoni me kë folët dhe pse (spokenTo).',
    en: 'Nobody of the police has acknowledged the case. Record who acknowledged it, or the call, at the referral, or say to whom you spoke and why (spokenTo).',
  },
  child_protection_not_reached: {
    sq: 'Askush nga mbrojtja e fëmijëve nuk e ka pranuar rastin. Regjistroni kush e pranoi ose telefonatën te përcjellja, ose thoni me kë folët dhe pse (spokenTo).',
    en: 'Nobody of child protection has acknowledged the case. Record who acknowledged it, or the call, at the referral, or say to whom you spoke and why (spokenTo).',
  },
  school_not_reached: {
    sq: 'Askush nga shkolla ose zyra e arsimit nuk e ka pranuar rastin. Regjistroni kush e pranoi ose telefonatën te përcjellja, ose thoni me kë folët dhe pse (spokenTo).',
    en: 'Nobody of a school or an education office has acknowledged the case. Record who acknowledged it, or the call, at the referral, or say to whom you spoke and why (spokenTo).',
  },
  site_not_received: {
    sq: 'Askush që mund ta bllokojë faqen nuk e ka pranuar adresën. Regjistroni kush e pranoi ose telefonatën te përcjellja, ose thoni me kë folët dhe pse (spokenTo).',
    en: 'Nobody who can block the page has acknowledged its address. Record who acknowledged it, or the call, at the referral, or say to whom you spoke and why (spokenTo).',
  },
  nobody_spoke_or_wrote: {
    sq: 'Askush nuk i ka shkruar raportuesit. Shkruajini një mesazh, ose thoni me kë folët dhe çfarë i thatë (spokenTo).',
    en: 'Nobody has written to the reporter. Write a message, or say to whom you spoke and what you told them (spokenTo).',
  },
  reporter_not_asked_or_answered: {
    sq: 'Ose askush nuk i ka shkruar raportuesit, ose raportuesi ka shkruar pas mesazhit tonë. Zgjidhni një përfundim tjetër, ose shkruajini dhe prisni.',
    en: 'Either nobody has written to the reporter, or the reporter wrote after our message. Choose another outcome, or write and wait.',
  },
  withdrawal_not_asked: {
    sq: 'Askush nuk e ka kërkuar tërheqjen me kod. Nëse raportuesi e kërkoi në bisedë, thojeni (askedInTalk).',
    en: 'Nobody has asked with the code to take it back. If the reporter asked in a talk, say so (askedInTalk).',
  },
  case_not_linked: {
    sq: 'Ky rast nuk është i lidhur me një tjetër. Lidheni më parë.',
    en: 'This case is not linked to another. Link it first.',
  },
  fact_not_of_outcome: {
    sq: 'Kjo nuk e mbështet këtë përfundim. Jepni për secilin përfundim të përmendur vetëm një nga ownLook, spokenTo, askedInTalk, dhe vetëm aty ku vlen.',
    en: 'This is nothing that this outcome can stand on. Give one of ownLook, spokenTo and askedInTalk for each outcome named here, and only where it fits.',
  },
  wrong_form: { sq: 'Kjo duhet shkruar në një formë tjetër.', en: 'This needs to be written in another form.' },
};
