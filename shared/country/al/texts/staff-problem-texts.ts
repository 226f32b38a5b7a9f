import type { ProblemTexts } from '#shared/domain/country-pack.ts';

/** What staff read otherwise than anybody: the same problems, to adults at work, and why they are refused. */
export const staffProblemTexts: ProblemTexts['staff'] = {
  problems: {
    malformed_json: {
      title: { sq: 'Kërkesa nuk u lexua dot', en: 'The request could not be read' },
      detail: {
        sq: 'Trupi i kërkesës nuk është JSON i rregullt. Asgjë nga kjo nuk u ruajt.',
        en: 'The body of the request is not strict JSON. Nothing of this was stored.',
      },
    },
    invalid_fields: {
      title: { sq: 'Disa fusha duhen ndryshuar', en: 'Some fields need to be changed' },
      detail: {
        sq: 'Shihni fushat e shënuara dhe dërgojeni përsëri. Nga kjo nuk u ruajt asgjë.',
        en: 'See the fields named here and send it again. Nothing of this was stored.',
      },
    },
    unsupported_media_type: {
      title: { sq: 'Kjo formë nuk merret', en: 'This form is not taken' },
      detail: {
        sq: 'Dërgoni vetëm tekst, si application/json. Mos dërgoni kurrë foto ose video.',
        en: 'Send text only, as application/json. Never send pictures or videos.',
      },
    },
    too_large: {
      title: { sq: 'Është shumë e gjatë', en: 'This is too long' },
      detail: {
        sq: 'Kufiri është 64 KiB. Shkurtojeni, ose dërgojeni në pjesë.',
        en: 'The most is 64 KiB. Make it shorter, or send it in parts.',
      },
    },
    in_progress: {
      title: { sq: 'Kjo po kryhet tani', en: 'This is being done right now' },
      detail: {
        sq: 'E njëjta kërkesë po kryhet në këtë çast. Provoni përsëri pas pak, me të njëjtin çelës.',
        en: 'The same request is being done at this moment. Try again shortly, with the same key.',
      },
    },
    erased: {
      title: { sq: 'Ky raportim është fshirë', en: 'This report has been erased' },
      detail: {
        sq: 'Raportimi që u dërgua me këtë çelës është fshirë. Për një raportim të ri merrni një çelës të ri.',
        en: 'The report that was sent with this key has been erased. Take a new key for a new report.',
      },
    },
    not_found: {
      title: { sq: 'Nuk u gjet asgjë', en: 'Nothing was found' },
      detail: {
        sq: 'Këtu nuk ka asgjë që mund t’ju tregojmë. Kontrolloni numrin ose adresën.',
        en: 'There is nothing here that we can show you. Check the number or the address.',
      },
    },
    method_not_allowed: {
      title: { sq: 'Kjo nuk bëhet kështu', en: 'This is not done this way' },
      detail: { sq: 'Kjo adresë nuk e njeh këtë metodë.', en: 'This address does not know this method.' },
    },
    forbidden: {
      title: { sq: 'Këtë nuk mund ta bëni', en: 'You cannot do this' },
      detail: {
        sq: 'Kjo kërkesë nuk lejohet për llogarinë tuaj.',
        en: 'This request is not allowed for your account.',
      },
    },
    conflict: {
      title: { sq: 'Në gjendjen e tanishme kjo nuk bëhet', en: 'As things stand this cannot be done' },
      detail: {
        sq: 'Arsyeja është te because. Shihni si është tani dhe vendosni sërish.',
        en: 'The reason is in because. See how it stands now and decide anew.',
      },
    },
    too_much_at_once: {
      title: { sq: 'Kaq shumë nuk ruhet dot njëherësh', en: 'This is too much to store at once' },
      detail: {
        sq: 'Asgjë nga kjo nuk u ruajt. Provoni me më pak.',
        en: 'Nothing of this was stored. Try it with less.',
      },
    },
    too_many_requests: {
      title: { sq: 'Shumë kërkesa njëherësh', en: 'Too many requests at once' },
      detail: { sq: 'Prisni pak dhe provoni përsëri.', en: 'Wait a little and try again.' },
    },
    unavailable: {
      title: { sq: 'Tani nuk kryhet dot', en: 'This cannot be done right now' },
      detail: {
        sq: 'Asgjë nga kjo nuk u ruajt. Provoni përsëri pas pak.',
        en: 'Nothing of this was stored. Try again shortly.',
      },
    },
    internal: {
      title: { sq: 'Diçka nuk shkoi mirë te ne', en: 'Something went wrong on our side' },
      detail: {
        sq: 'Nuk e dimë nëse u ruajt. Provoni përsëri me të njëjtin çelës: nuk kryhet dy herë.',
        en: 'We do not know whether it was stored. Try again with the same key: it is not done twice.',
      },
    },
  },
  fieldProblems: {
    unknown_code: {
      sq: 'Këtë vlerë nuk e njohim. Zgjidhni një nga lista.',
      en: 'We do not know this value. Choose one from the list.',
    },
    empty_text: {
      sq: 'Kjo fushë është bosh. Shkruani diçka që lexohet.',
      en: 'This field is empty. Write something that can be read.',
    },
    empty_report: {
      sq: 'Shkruani të paktën një gjë: çfarë ndodhi, një adresë faqeje, një llogari, ose si flitet me raportuesin.',
      en: 'Write at least one thing: what happened, an address of a page, an account, or how to talk with the reporter.',
    },
    weak_key: {
      sq: 'Ky çelës mund të jetë edhe i dikujt tjetër. Përdorni një çelës të ri të rastësishëm, për shembull një UUID të versionit 4 ose 7.',
      en: 'Somebody else may have this key, too. Use a new random one, such as a UUID of version 4 or 7.',
    },
  },
  because: {
    role: {
      sq: 'Roli juaj nuk e përfshin këtë, ose llogaria juaj nuk është aktive. Nëse ju duhet për punën, pyesni administratorin.',
      en: 'Your role does not include this, or your account is not active. If you need it for your work, ask the administrator.',
    },
    state: {
      sq: 'Rasti ka mbaruar. Roli juaj sheh vetëm raste të hapura.',
      en: 'The case has ended. Your role sees open cases only.',
    },
    holder: {
      sq: 'Rastin e ka dikush tjetër. Kërkojani, ose pyesni mbikëqyrësin.',
      en: 'Somebody else has the case. Ask them for it, or ask a supervisor.',
    },
    clearance: {
      sq: 'Në këtë rast adresat i sheh dhe i jep vetëm kush ka të drejtën për adresat. Pyesni mbikëqyrësin kush e ka.',
      en: 'In this case only somebody with clearance for addresses sees them and gives them away. Ask the supervisor who has it.',
    },
    not_critical: {
      sq: 'Këshilluesi dërgon vetë vetëm kur rasti është kritik, dhe ky rast nuk është. E dërgon një punonjës përgjegjës ose mbikëqyrësi.',
      en: 'A counsellor sends alone only when the case is critical, and this one is not. An officer or a supervisor sends it.',
    },
    no_call: {
      sq: 'Këshilluesi dërgon vetë vetëm me telefonatë. Telefononi institucionin dhe shënoni kush u përgjigj.',
      en: 'A counsellor sends alone only by a phone call. Call the institution and record who answered.',
    },
    somebody_on_duty: {
      sq: 'Në turn ka dikë që mund ta dërgojë. Kërkojani një punonjësi përgjegjës ose mbikëqyrësit.',
      en: 'Somebody who may send it is on duty. Ask an officer or a supervisor.',
    },
    asked_by_another: {
      sq: 'Skedarin e merr vetëm kush e kërkoi.',
      en: 'Only the person who asked for the file takes it.',
    },
    own_call: {
      sq: 'Telefonatën e bëtë ju. Atë e shqyrton dikush tjetër.',
      en: 'You made this call. Somebody else looks at it.',
    },
  },
};
