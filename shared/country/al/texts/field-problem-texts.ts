import type { ProblemTexts } from '#shared/domain/country-pack.ts';

/**
 * One sentence for each way a field can be wrong. It says what to do, not who is wrong. Those that only staff get speak to
 * staff.
 */
export const fieldProblems: ProblemTexts['fieldProblems'] = {
  required: { sq: 'Kjo fushë duhet plotësuar.', en: 'This field is needed.' },
  wrong_type: { sq: 'Kjo fushë duhet të ketë një lloj tjetër vlere.', en: 'This field needs another kind of value.' },
  unknown_field: { sq: 'Këtë fushë nuk e njohim.', en: 'We do not know this field.' },
  unknown_code: {
    sq: 'Këtë vlerë nuk e njohim. Zgjidh një nga lista.',
    en: 'We do not know this value. Choose one from the list.',
  },
  too_long: {
    sq: 'Kjo është shumë e gjatë. Kufiri: {limit}.',
    en: 'This is too long. The most is {limit}.',
  },
  too_many: { sq: 'Këto janë shumë. Kufiri: {limit}.', en: 'These are too many. The most is {limit}.' },
  too_much: {
    sq: 'Së bashku kjo është më shumë sesa mund të kalohet njëherësh. Kufiri: {limit}. Zgjidhni më pak fusha.',
    en: 'Together this is more than can be passed on at once. The most is {limit}. Choose fewer fields.',
  },
  too_small: {
    sq: 'Kjo vlerë është shumë e vogël. Vlera më e vogël: {limit}.',
    en: 'This value is too small. The least is {limit}.',
  },
  too_large: {
    sq: 'Kjo vlerë është shumë e madhe. Kufiri: {limit}.',
    en: 'This value is too large. The most is {limit}.',
  },
  not_a_number: { sq: 'Këtu duhet një numër.', en: 'A number is needed here.' },
  empty_report: {
    sq: 'Na trego të paktën një gjë: çfarë ndodhi, një adresë faqeje, një llogari, ose si të flasim me ty.',
    en: 'Tell us at least one thing: what happened, an address of a page, an account, or how to talk with you.',
  },
  weak_key: {
    sq: 'Ky çelës mund të jetë edhe i dikujt tjetër. Përdor një çelës të ri të rastësishëm, për shembull një UUID të versionit 4 ose 7.',
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
    sq: 'Asnjë polic nuk e ka pranuar rastin. Regjistroni kush e pranoi ose telefonatën te referimi, ose thoni me kë folët dhe pse (spokenTo).',
    en: 'Nobody of the police has acknowledged the case. Record who acknowledged it, or the call, at the referral, or say to whom you spoke and why (spokenTo).',
  },
  child_protection_not_reached: {
    sq: 'Askush nga shërbimi për mbrojtjen e fëmijëve nuk e ka pranuar rastin. Regjistroni kush e pranoi ose telefonatën te referimi, ose thoni me kë folët dhe pse (spokenTo).',
    en: 'Nobody of child protection has acknowledged the case. Record who acknowledged it, or the call, at the referral, or say to whom you spoke and why (spokenTo).',
  },
  school_not_reached: {
    sq: 'Askush nga shkolla ose zyra e arsimit nuk e ka pranuar rastin. Regjistroni kush e pranoi ose telefonatën te referimi, ose thoni me kë folët dhe pse (spokenTo).',
    en: 'Nobody of a school or an education office has acknowledged the case. Record who acknowledged it, or the call, at the referral, or say to whom you spoke and why (spokenTo).',
  },
  site_not_received: {
    sq: 'Askush që mund ta bllokojë faqen nuk e ka pranuar adresën. Regjistroni kush e pranoi ose telefonatën te referimi, ose thoni me kë folët dhe pse (spokenTo).',
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
  nobody_to_mail: {
    sq: 'Askush atje nuk njoftohet dot me email. Telefononi institucionin, dhe regjistroni telefonatën (call).',
    en: 'Nobody there can be told by mail. Ring the institution, and record the call (call).',
  },
};

/** One sentence for each form that a field may have to take. It speaks to nobody, so it fits every reader. */
export const forms: ProblemTexts['forms'] = {
  idempotency_key: {
    sq: 'Çelësi ka 16 deri në 255 karaktere ASCII të dukshme.',
    en: 'The key has 16 to 255 visible ASCII characters.',
  },
  receipt: {
    sq: 'Kodi ka 17 shkronja e numra, për shembull 7K3M-9QXR-2F5T-8WNA-W.',
    en: 'The code has 17 letters and numbers, such as 7K3M-9QXR-2F5T-8WNA-W.',
  },
  one_time_code: {
    sq: 'Kodi ka gjashtë shifra, për shembull 482 913.',
    en: 'The code has six digits, such as 482 913.',
  },
  country_code: {
    sq: 'Kodi i vendit ka dy shkronja, për shembull AL.',
    en: 'The code of a country has two letters, such as AL.',
  },
  campaign_code: {
    sq: 'Kodi i fushatës ka 2 deri në 32 shkronja, numra ose viza.',
    en: 'The code of a campaign has 2 to 32 letters, numbers or dashes.',
  },
  email: {
    sq: 'Këtu duhet një adresë emaili, për shembull emri@shembull.al.',
    en: 'An email address is needed here, such as name@example.org.',
  },
  phone: {
    sq: 'Numri i telefonit ka vetëm shifra, hapësira dhe një + në fillim.',
    en: 'A phone number has digits and blanks only, and a + in front.',
  },
  date: { sq: 'Data shkruhet kështu: 2026-11-30.', en: 'A date is written like this: 2026-11-30.' },
  time_of_day: { sq: 'Ora shkruhet kështu: 08:30.', en: 'A time of the day is written like this: 08:30.' },
  date_time: {
    sq: 'Data dhe ora shkruhen me zonën kohore: 2026-11-30T22:10:00+01:00.',
    en: 'Date and time are written with their offset: 2026-11-30T22:10:00+01:00.',
  },
  month: { sq: 'Muaji shkruhet kështu: 2026-11.', en: 'A month is written like this: 2026-11.' },
  year: { sq: 'Viti shkruhet kështu: 2026.', en: 'A year is written like this: 2026.' },
  message_number: {
    sq: 'Këtu duhet numri i një mesazhi, nga 1 e lart.',
    en: 'The number of a message is needed here, from 1 on.',
  },
  cursor: {
    sq: 'Kursori është ai që dha faqja e mëparshme, pa ndryshim.',
    en: 'The cursor is the one that the page before gave, unchanged.',
  },
  person_id: {
    sq: 'Identifikuesi ka 1 deri në 64 shkronja, numra, pika ose viza, dhe fillon me shkronjë ose numër.',
    en: 'An id has 1 to 64 letters, numbers, dots or dashes, and begins with a letter or number.',
  },
  entry_code: {
    sq: 'Kodi ka 1 deri në 40 shkronja të vogla, numra ose viza poshtë, dhe fillon me shkronjë.',
    en: 'A code has 1 to 40 small letters, numbers or underscores, and begins with a letter.',
  },
  whole_value: {
    sq: 'Shkruhet e plotë: llogaria ose adresa ka të paktën 3 shkronja ose numra, numri i telefonit të paktën 8 shifra.',
    en: 'Write it in full: an account or address has at least 3 characters, a phone number at least 8 digits.',
  },
  not_of_one_class: {
    sq: 'Kodi i fushatës nuk tregon një klasë të vetme: ai do të tregonte kush raportoi.',
    en: 'The code of a campaign names no single class: it would tell who reported.',
  },
  each_once: { sq: 'Secila shkruhet vetëm një herë.', en: 'Each is given once only.' },
  each_once_of_one_kind: {
    sq: 'Secili përfundim shkruhet vetëm një herë, dhe një përfundim administrativ qëndron vetëm.',
    en: 'Each outcome is given once only, and an administrative outcome stands alone.',
  },
  not_with_message: {
    sq: 'Kjo nuk shkon bashkë me një mesazh: ose mesazhi, ose arsyeja pse nuk ka.',
    en: 'This does not go with a message: either the message, or why there is none.',
  },
  only_when_required: {
    sq: 'Kjo jepet vetëm kur raportimi është i detyrueshëm.',
    en: 'This is given only where reporting is required.',
  },
  only_same_event: {
    sq: 'Rasti kryesor jepet vetëm me përfundimin same_event.',
    en: 'A parent case is given only with the outcome same_event.',
  },
  another_unlinked_case: {
    sq: 'Këtu duhet një rast tjetër, që vetë nuk është nën një rast kryesor.',
    en: 'Another case is needed here, one that itself stands under no parent case.',
  },
  only_outside_our_work: {
    sq: 'Kjo jepet vetëm me përfundimin outside_our_work.',
    en: 'This is given only with the outcome outside_our_work.',
  },
  only_after_withdrawal: {
    sq: 'Kjo arsye vlen vetëm kur raportuesi e ka kërkuar tërheqjen me kod.',
    en: 'This reason holds only where the reporter has asked with the code to take it back.',
  },
  ground_of_addresses: {
    sq: 'Baza nothing_personal vlen vetëm kur jepen vetëm adresa, dhe atëherë është e vetmja.',
    en: 'The ground nothing_personal holds only where addresses alone are given, and there it is the only one.',
  },
  addresses_alone: {
    sq: 'Këtij institucioni i jepen vetëm adresat.',
    en: 'This institution is given addresses alone.',
  },
  only_what_is_given: {
    sq: 'Shënohet vetëm ajo që jepet: fusha nuk është ndër ato që u zgjodhën.',
    en: 'Only what is given away is ticked: the field is not among those chosen.',
  },
  only_with_override: {
    sq: 'Kjo arsye jepet vetëm kur baza është override.',
    en: 'This reason is given only where the ground is override.',
  },
  only_where_local: {
    sq: 'Njësia jepet vetëm për institucione me njësi vendore.',
    en: 'A unit is given only for institutions that have local ones.',
  },
  only_with_that_answer: { sq: 'Kjo nuk i përket kësaj përgjigjeje.', en: 'This does not belong to this answer.' },
  another_contact: {
    sq: 'Kontakti i një institucioni mbetet tek ai dhe tek njësia e tij. Për një vend tjetër shtohet një kontakt tjetër dhe pezullohet ky.',
    en: 'The contact of an institution stays with it and with its unit. Another place needs another contact; then this one is suspended.',
  },
  documented: { sq: 'Forma e duhur gjendet në dokumentin e API-së.', en: 'The form is in the API document.' },
};
