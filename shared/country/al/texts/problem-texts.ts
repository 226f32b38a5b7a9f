import type { ProblemTexts } from '#shared/domain/country-pack.ts';
import { fieldProblems, forms } from './field-problem-texts.ts';
import { staffProblemTexts } from './staff-problem-texts.ts';

/**
 * The texts for a request that cannot be taken. Children read them too: what happened, what to do, never whose fault.
 * Nobody knows who reads them, so they say _ti_. What only staff read says _ju_. Each says that nothing was stored only
 * where that is certain.
 */
const problems: ProblemTexts['problems'] = {
  malformed_json: {
    title: { sq: 'Nuk mundëm ta lexonim', en: 'We could not read this' },
    detail: {
      sq: 'Ajo që u dërgua nuk ishte në formën që kuptojmë. Asgjë nga kjo nuk u ruajt. Provo përsëri ose telefono 116 111.',
      en: 'What was sent was not in a form we understand. Nothing of this was stored. Try again or call 116 111.',
    },
  },
  invalid_fields: {
    title: { sq: 'Diçka duhet ndryshuar', en: 'Something needs to be changed' },
    detail: {
      sq: 'Shiko fushat e shënuara dhe dërgoje përsëri. Nga kjo ende nuk u ruajt asgjë.',
      en: 'Look at the fields named here and send it again. Nothing of this is stored yet.',
    },
  },
  unsupported_media_type: {
    title: { sq: 'Këtë lloj skedari nuk e marrim', en: 'We do not take this kind of content' },
    detail: {
      sq: 'Dërgo vetëm tekst, si application/json. Mos dërgo kurrë foto ose video.',
      en: 'Send text only, as application/json. Never send pictures or videos.',
    },
  },
  too_large: {
    title: { sq: 'Është shumë e gjatë', en: 'This is too long' },
    detail: {
      sq: 'Kufiri është 64 KiB. Shkurtoje pak: pjesën tjetër mund të na e thuash më vonë.',
      en: 'The most is 64 KiB. Make it a little shorter: you can tell us the rest later.',
    },
  },
  missing_idempotency_key: {
    title: { sq: 'Mungon një çelës', en: 'A key is missing' },
    detail: {
      sq: 'Kërkesa duhet të ketë header-in Idempotency-Key me një vlerë të rastësishme, që i njëjti raportim të mos ruhet dy herë.',
      en: 'The request needs the header Idempotency-Key with a random value, so that the same report is not stored twice.',
    },
  },
  invalid_idempotency_key: {
    title: { sq: 'Çelësi nuk ka formën e duhur', en: 'The key does not have the right form' },
    detail: {
      sq: 'Idempotency-Key duhet të ketë 16 deri në 255 karaktere ASCII të dukshme, të rastësishme.',
      en: 'Idempotency-Key needs 16 to 255 visible ASCII characters, chosen at random.',
    },
  },
  key_reused_with_other_content: {
    title: { sq: 'Ky çelës u përdor më parë', en: 'This key was used before' },
    detail: {
      sq: 'Ky çelës u përdor për një raportim tjetër, dhe ai mbetet. Dërgoje këtë raportim me një çelës të ri.',
      en: 'This key was used for another report, and that one stands. Send this report with a fresh key.',
    },
  },
  message_key_reused: {
    title: { sq: 'Mesazhi yt i parë ka mbërritur', en: 'Your first message arrived' },
    detail: {
      sq: 'Me këtë çelës ka mbërritur tashmë një mesazh tjetër, dhe ai mbetet. Dërgoje këtë si mesazh të ri.',
      en: 'Another message already arrived with this key, and it stands. Send this one as a new message.',
    },
  },
  command_key_reused: {
    title: { sq: 'Ky çelës u përdor për diçka tjetër', en: 'This key was used for something else' },
    detail: {
      sq: 'Me këtë çelës është bërë tashmë një veprim tjetër, dhe ai mbetet. Për një veprim të ri merrni një çelës të ri.',
      en: 'Another command was already done with this key, and it stands. Take a new key for a new command.',
    },
  },
  in_progress: {
    title: { sq: 'Po e marrim tani', en: 'We are taking this right now' },
    detail: {
      sq: 'E njëjta gjë po merret në këtë çast. Provo përsëri pas pak.',
      en: 'The same thing is being taken at this moment. Try again shortly.',
    },
  },
  erased: {
    title: { sq: 'Ky raportim është fshirë', en: 'This report has been erased' },
    detail: {
      sq: 'Raportimi që u dërgua me këtë çelës është fshirë. Mund të raportosh përsëri kur të duash.',
      en: 'The report that was sent with this key has been erased. You can report again whenever you like.',
    },
  },
  not_found: {
    title: { sq: 'Nuk gjetëm asgjë', en: 'We found nothing' },
    detail: {
      sq: 'Këtu nuk ka asgjë që mund të tregojmë. Kontrollo kodin ose adresën, ose telefono 116 111.',
      en: 'There is nothing we can show here. Check the code or the address, or call 116 111.',
    },
  },
  receipt_mistyped: {
    title: { sq: 'Një shkronjë ose numër nuk është si duhet', en: 'One character seems wrong' },
    detail: {
      sq: 'Një shkronjë ose numër i kodit nuk është si duhet. Shikoje edhe një herë: kodi ka 17 shkronja e numra.',
      en: 'One character of the code seems wrong. Have another look: the code has 17 characters.',
    },
  },
  method_not_allowed: {
    title: { sq: 'Kjo nuk bëhet kështu', en: 'This is not done this way' },
    detail: {
      sq: 'Kjo adresë nuk e njeh këtë metodë.',
      en: 'This address does not know this method.',
    },
  },
  access_refused: {
    title: { sq: 'Kodi nuk hap asgjë', en: 'The code opens nothing' },
    detail: {
      sq: 'Ky kod nuk hap asgjë, ose nuk vlen më. Kodin e ri e jep qendra me telefon.',
      en: 'This code opens nothing, or it is no longer good. The centre gives out another one by phone.',
    },
  },
  addresses_withheld: {
    title: { sq: 'Adresat nuk tregohen këtu', en: 'The addresses are not shown here' },
    detail: {
      sq: 'Adresat e këtij rasti i sheh vetëm një kontakt që është i miratuar për to. Këtë e vendos qendra.',
      en: 'Only a contact who is cleared for them sees the addresses of this case. The centre decides that.',
    },
  },
  unauthenticated: {
    title: { sq: 'Duhet të hyni me llogarinë tuaj', en: 'You need to sign in' },
    detail: {
      sq: 'Kjo pjesë është për punonjësit e qendrës. Për të raportuar nuk ju duhet llogari.',
      en: 'This part is for staff. Nobody needs an account to report.',
    },
  },
  forbidden: {
    title: { sq: 'Kjo nuk lejohet', en: 'This is not allowed' },
    detail: {
      sq: 'Kjo kërkesë nuk lejohet. Nëse ke nevojë për ndihmë, telefono 116 111.',
      en: 'This request is not allowed. If you need help, call 116 111.',
    },
  },
  needs_officer: {
    title: { sq: 'Këtë e dërgon punonjësi i turnit ose mbikëqyrësi', en: 'An officer or a supervisor sends this' },
    detail: {
      sq: 'Këshilluesi e dërgon vetë vetëm kur rasti është kritik, telefonata është bërë, dhe është natë ose nuk ka në turn askënd tjetër që mund ta dërgojë.',
      en: 'A counsellor sends it alone only when the case is critical, the call was made, and it is night or nobody else who may send is on duty.',
    },
  },
  conflict: {
    title: { sq: 'Diçka ka ndryshuar ndërkohë', en: 'Something has changed meanwhile' },
    detail: {
      sq: 'Në gjendjen e tanishme kjo nuk mund të bëhet. Shiko si është tani dhe provo përsëri.',
      en: 'As things stand this cannot be done. Look at how it is now and try again.',
    },
  },
  too_much_at_once: {
    title: { sq: 'Kaq shumë nuk ruhet dot njëherësh', en: 'This is too much to store at once' },
    detail: {
      sq: 'Asgjë nga kjo nuk u ruajt. Provo me më pak, ose telefono 116 111.',
      en: 'Nothing of this was stored. Try it with less, or call 116 111.',
    },
  },
  precondition_failed: {
    title: { sq: 'Kjo ka ndryshuar', en: 'This has changed' },
    detail: {
      sq: 'Dikush tjetër e ka ndryshuar ndërkohë. Lexojeni përsëri dhe vendosni sërish.',
      en: 'Someone else has changed it meanwhile. Read it again and decide anew.',
    },
  },
  precondition_required: {
    title: { sq: 'Mungon If-Match', en: 'If-Match is missing' },
    detail: {
      sq: 'Dërgoni header-in If-Match me ETag-un e gjendjes që keni lexuar.',
      en: 'Send the header If-Match with the ETag of the state that you have read.',
    },
  },
  too_many_requests: {
    title: { sq: 'Shumë kërkesa njëherësh', en: 'Too many requests at once' },
    detail: {
      sq: 'Prit pak dhe provo përsëri. Nëse nuk mund të presësh, telefono 116 111.',
      en: "Wait a little and try again. If it can't wait, call 116 111.",
    },
  },
  unavailable: {
    title: { sq: 'Tani nuk e marrim dot', en: 'We cannot take this right now' },
    detail: {
      sq: 'Asgjë nga kjo nuk u ruajt. Provo përsëri pas pak. Nëse nuk mund të presësh, telefono 116 111.',
      en: "Nothing of this was stored. Try again shortly. If it can't wait, call 116 111.",
    },
  },
  internal: {
    title: { sq: 'Diçka nuk shkoi mirë te ne', en: 'Something went wrong on our side' },
    detail: {
      sq: 'Faji është yni, jo yti. Nuk e dimë nëse mbërriti. Dërgoje përsëri ashtu siç është: nuk ruhet dy herë. Nëse nuk mund të presësh, telefono 116 111.',
      en: "That is our fault, not yours. We don't know whether it arrived. Send it again as it is: it is not stored twice. If it can't wait, call 116 111.",
    },
  },
};

/** The texts for everything that can be wrong with a request. */
export const problemTexts: ProblemTexts = { problems, fieldProblems, forms, staff: staffProblemTexts };
