import type { OfficeTexts } from '#shared/domain/pages/office-texts.ts';
import { severityTexts } from '../texts/severity-texts.ts';

/** Wordings of the pages for institutions, for officials, who are _ju_. A native speaker must still read them. */
export const officeTexts: OfficeTexts = {
  frame: {
    name: { sq: '{centre} për institucionet', en: '{centre} for institutions' },
    call: { sq: 'Pyetje, ose diçka nuk hapet? Na telefononi:', en: 'A question, or something does not open? Call us:' },
    close: { sq: 'Mbylleni dhe pastroni ekranin', en: 'Close and clear this screen' },
    closeHint: {
      sq: 'Kur të mbaroni, mbylleni këtë faqe. Përndryshe shfletuesi mund ta tregojë përsëri.',
      en: 'Close this page when you have finished. Otherwise the browser may show it again.',
    },
    printHow: {
      sq: 'Për ta printuar si shkresë, përdorni menynë e shfletuesit (Ctrl+P).',
      en: 'To print it as a letter, use the menu of the browser (Ctrl+P).',
    },
  },
  access: {
    title: { sq: 'Kodi i hyrjes', en: 'Access code' },
    heading: { sq: 'Hapni atë që ju dërguam', en: 'Open what we sent you' },
    intro: {
      sq: 'Kodi i hyrjes është në emailin tonë. Emailet tona nuk kanë kurrë link.',
      en: 'The access code is in our mail. Our mails never have a link.',
    },
    label: { sq: 'Kodi i hyrjes (nga emaili)', en: 'Access code (from the mail)' },
    hint: { sq: '17 shkronja dhe numra, në grupe me nga katër.', en: '17 letters and digits, in groups of four.' },
    go: { sq: 'Vazhdoni', en: 'Continue' },
    notMine: { sq: 'Nuk është për mua', en: 'Not for me' },
    noCode: {
      sq: 'Nuk keni kod, ose kodi nuk hap asgjë? Na telefononi në {phone}.',
      en: 'You have no code, or it opens nothing? Call us at {phone}.',
    },
    cleared: {
      sq: 'Ky ekran u pastrua. Për ta hapur përsëri, shkruani kodin e hyrjes.',
      en: 'This screen was cleared. To open it again, type the access code.',
    },
    mistyped: {
      sq: 'Një shkronjë ose numër nuk është si duhet. Shikojeni kodin edhe një herë.',
      en: 'One character seems wrong. Have another look at the code.',
    },
    wrongForm: {
      sq: 'Shkruani kodin e hyrjes siç është në email: 17 shkronja dhe numra.',
      en: 'Type the access code as it stands in the mail: 17 letters and digits.',
    },
  },
  notMine: {
    heading: { sq: 'Nuk është për ju?', en: 'Is it not for you?' },
    means: {
      sq: 'Nëse shtypni “Po”, kodi i hyrjes nuk hap më asgjë dhe qendra njoftohet menjëherë. Përmbajtja nuk ju tregohet.',
      en: 'If you press “Yes”, the access code opens nothing any more, and the centre is told at once. The content is not shown to you.',
    },
    yes: { sq: 'Po, nuk është për mua', en: 'Yes, it is not for me' },
    back: { sq: 'Jo, kthehuni', en: 'No, go back' },
    noted: { sq: 'Faleminderit, e shënuam', en: 'Thank you, it is noted' },
    notedText: {
      sq: 'Nëse ky kod vlente, tani nuk hap më asgjë dhe qendra njoftohet. Fshijeni emailin dhe mos ia përcillni askujt. Për pyetje telefononi {phone}.',
      en: 'If this code was good, it opens nothing any more and the centre is told. Delete the mail and forward it to nobody. With questions, call {phone}.',
    },
  },
  code: {
    title: { sq: 'Kodi me gjashtë shifra', en: 'Six-digit code' },
    heading: { sq: 'Shkruani gjashtë shifrat', en: 'Type the six digits' },
    sent: {
      sq: 'Nëse kodi i hyrjes vlen, gjashtë shifrat ju vijnë me email, ose ju telefonojmë ne. Mund të telefononi edhe vetë në {phone} dhe t’i dëgjoni. Vlejnë {minutes} minuta.',
      en: 'If the access code is good, six digits come to you by mail, or we call you. You can also call {phone} and hear them. They are good for {minutes} minutes.',
    },
    askedAgain: {
      sq: 'Kërkuat një kod të ri. Nëse vjen, vlejnë vetëm shifrat më të reja. Nëse nuk vjen, telefononi {phone}.',
      en: 'You asked for a new code. If it comes, only the newest digits are good. If it does not come, call {phone}.',
    },
    label: { sq: 'Kodi me gjashtë shifra', en: 'Code of six digits' },
    open: { sq: 'Hapeni', en: 'Open' },
    again: { sq: 'Kërkoni një kod të ri', en: 'Ask for a new code' },
    other: { sq: 'Shkruani një kod tjetër hyrjeje', en: 'Type another access code' },
    wrong: {
      sq: 'Ky kod nuk hap asgjë. Mund të jetë shkruar gabim, t’i ketë kaluar koha, ose të ketë ardhur një më i ri. Pas pesë gabimeve vlen vetëm një kod i ri.',
      en: 'This code opens nothing. It may be mistyped or too old, or a newer one has come. After five mistakes only a new code is good.',
    },
    sixDigits: { sq: 'Kodi ka gjashtë shifra.', en: 'The code has six digits.' },
    triesOver: {
      sq: 'Pesë kode nuk hapën asgjë. Kërkoni një kod të ri, ose telefononi {phone}.',
      en: 'Five codes opened nothing. Ask for a new code, or call {phone}.',
    },
  },
  copy: {
    title: { sq: 'Referimi', en: 'Referral' },
    heading: { sq: 'Referimi {number}', en: 'Referral {number}' },
    severity: { sq: 'Urgjenca', en: 'Severity' },
    status: { sq: 'Gjendja', en: 'State' },
    passed: { sq: 'afati kaloi {when}', en: 'was due {when}' },
    what: { sq: 'Çfarë ju jepet', en: 'What is given to you' },
    withheld: {
      sq: 'Adresat nuk tregohen këtu: i sheh vetëm kush është miratuar për këtë nga qendra. Na telefononi në {phone}.',
      en: 'Addresses are not shown here: only whom the centre has cleared for it sees them. Call us at {phone}.',
    },
    forTyping: { sq: 'Shfaqeni të plotë, për ta shkruar', en: 'Show whole, for typing' },
    asList: { sq: 'Të gjitha adresat si listë, për t’i kopjuar', en: 'All addresses as a list, to copy' },
    asFile: { sq: 'Ruani listën si skedar (CSV)', en: 'Save the list as a file (CSV)' },
    shownTo: { sq: 'Treguar: {name}, {time}', en: 'Shown to: {name}, {time}' },
    until: {
      sq: 'Faqja mbyllet {by}. Pastaj duhet një kod i ri; çfarë keni shkruar mbetet.',
      en: 'The page closes {by}. After that it needs a new code; what you have typed stays.',
    },
    untilOver: {
      sq: 'Faqja mbyllet {by}. Për ta parë përsëri duhet një kod i ri. {days} ditë pas përfundimit nuk hapet më. Nëse ju duhet, printojeni tani.',
      en: 'The page closes {by}. To see it again you need a new code. {days} days after completing it opens no more. If you need it, print it now.',
    },
    refresh: { sq: 'Rifreskoni', en: 'Refresh' },
    onlyFor: {
      school_psychosocial: {
        sq: 'Vetëm për psikologun ose punonjësin social të shkollës. Mos ia tregoni askujt tjetër në shkollë.',
        en: 'For the psychologist or social worker of the school only. Show it to nobody else at the school.',
      },
      school_safety_officer: {
        sq: 'Vetëm për oficerin e sigurisë në shkollë. Mos ia tregoni askujt tjetër në shkollë.',
        en: 'For the safety officer of the school only. Show it to nobody else at the school.',
      },
    },
  },
  answer: {
    heading: { sq: 'Përgjigja juaj', en: 'Your answer' },
    choose: { sq: 'Zgjidhni përgjigjen', en: 'Choose the answer' },
    name: { sq: 'Emri juaj', en: 'Your name' },
    post: { sq: 'Detyra juaj', en: 'Your post' },
    another: { sq: 'Përgjigjet dikush tjetër', en: 'Somebody else answers' },
    reference: { sq: 'Numri juaj i protokollit, nëse ka', en: 'Your own reference number, if there is one' },
    because: { sq: 'Arsyeja', en: 'Reason' },
    outcome: { sq: 'Rezultati', en: 'Outcome' },
    question: { sq: 'Pyetja juaj', en: 'Your question' },
    choice: { sq: 'Zgjidhni', en: 'Choose' },
    send: { sq: 'Dërgojeni përgjigjen', en: 'Send the answer' },
    noted: { sq: 'E shënuam: {answer}.', en: 'Noted: {answer}.' },
    said: { sq: 'Çfarë është thënë deri tani', en: 'What was said until now' },
    nothingChosen: { sq: 'Zgjidhni një përgjigje.', en: 'Choose an answer.' },
    missing: { sq: 'Plotësojeni këtë.', en: 'Fill this in.' },
    wrongState: {
      sq: 'Kjo përgjigje nuk mund të jepet tani. Gjendja: {status}.',
      en: 'This answer cannot be given now. State: {status}.',
    },
    otherContent: {
      sq: 'Nga kjo faqe u dërgua tashmë një përgjigje tjetër. Shihni gjendjen, pastaj dërgojeni përsëri nëse duhet.',
      en: 'Another answer was sent from this page already. Look at the state, then send again if it is needed.',
    },
    notSent: { sq: 'Nuk është dërguar ende.', en: 'Not sent yet.' },
  },
  thread: {
    heading: { sq: 'Pyetjet dhe përgjigjet', en: 'Questions and replies' },
    us: { sq: 'Qendra', en: 'The centre' },
    you: { sq: 'Ju', en: 'You' },
    replyComes: {
      sq: 'Kur qendra të përgjigjet, ju njofton me email ose me telefon.',
      en: 'When the centre replies, it tells you by mail or by phone.',
    },
  },
  ended: {
    title: { sq: 'Faqja nuk është më e hapur', en: 'The page is no longer open' },
    heading: { sq: 'Koha mbaroi', en: 'The time is over' },
    text: {
      sq: 'Kjo faqe ishte e hapur 30 minuta, ose u hap përsëri diku tjetër. Për të vazhduar duhet një kod i ri.',
      en: 'This page was open for 30 minutes, or it was opened again elsewhere. To go on you need a new code.',
    },
    ask: { sq: 'Kërkoni një kod të ri', en: 'Ask for a new code' },
    kept: {
      sq: 'Çfarë keni shkruar nuk është dërguar ende. Ju vjen përsëri kur ta hapni.',
      en: 'What you have typed is not sent yet. It comes back when you open it.',
    },
    closed: { sq: 'Ky referim është mbyllur', en: 'This is closed' },
    closedText: {
      sq: 'Gjendja: {status}. Për çdo gjë tjetër telefononi {phone}.',
      en: 'State: {status}. For anything else, call {phone}.',
    },
    unsent: { sq: 'Nuk është dërguar ende', en: 'Not sent yet' },
    notSent: { sq: 'Kjo nuk u dërgua:', en: 'This was not sent:' },
    again: { sq: 'Provoni përsëri', en: 'Try again' },
  },
  busy: {
    sq: 'Tani nuk mund ta kryejmë. Provoni përsëri pas pak, ose telefononi {phone}.',
    en: 'We cannot do this now. Try again in a little while, or call {phone}.',
  },
  problem: {
    sq: 'Provoni përsëri nga fillimi. Nëse nuk hapet, telefononi {phone}.',
    en: 'Try again from the start. If it does not open, call {phone}.',
  },
  toStart: { sq: 'Te fillimi', en: 'To the start' },
  turnedAway: { sq: 'Institucionet na telefonojnë në {phone}.', en: 'Institutions call us at {phone}.' },
  answers: {
    acknowledged: { sq: 'E morëm', en: 'We have received it' },
    accepted: { sq: 'E pranojmë', en: 'We take it on' },
    declined: { sq: 'Nuk mund ta pranojmë', en: 'We cannot take it on' },
    completed: { sq: 'E përfunduam', en: 'We have completed it' },
    question: { sq: 'Kemi një pyetje', en: 'We have a question' },
  },
  reasons: {
    not_competent: { sq: 'Nuk është në kompetencat tona', en: 'It is not within our competence' },
    no_capacity: { sq: 'Nuk kemi mundësi tani', en: 'We have no capacity now' },
    too_little_information: { sq: 'Të dhënat janë të pakta', en: 'There is too little information' },
    already_known: { sq: 'E njohim tashmë', en: 'We know of it already' },
    other: { sq: 'Arsye tjetër', en: 'Another reason' },
  },
  outcomes: {
    investigation_opened: { sq: 'U nis hetimi', en: 'An investigation was opened' },
    child_protected: { sq: 'Fëmija është nën mbrojtje', en: 'The child is protected' },
    support_given: { sq: 'U dha ndihmë', en: 'Support was given' },
    content_removed: { sq: 'Përmbajtja u hoq', en: 'The content was removed' },
    no_action_needed: { sq: 'Nuk duhej veprim', en: 'No action was needed' },
    no_action_possible: { sq: 'Nuk kishte ç’të bëhej', en: 'No action was possible' },
  },
  statuses: {
    proposed: { sq: 'ende e padërguar', en: 'not sent yet' },
    approved: { sq: 'pret konfirmimin tuaj', en: 'waits for you to acknowledge' },
    sent: { sq: 'pret konfirmimin tuaj', en: 'waits for you to acknowledge' },
    acknowledged: { sq: 'marrja u konfirmua', en: 'acknowledged' },
    accepted: { sq: 'u pranua', en: 'accepted' },
    declined: { sq: 'nuk u pranua', en: 'declined' },
    completed: { sq: 'u përfundua', en: 'completed' },
    withdrawn: { sq: 'qendra e tërhoqi', en: 'taken back by the centre' },
    dropped: { sq: 'u la mënjanë', en: 'dropped' },
  },
  severities: severityTexts,
  clocks: {
    referral_acknowledge: { sq: 'Konfirmoni marrjen', en: 'Acknowledge' },
    referral_answer: { sq: 'Përgjigjuni', en: 'Answer' },
    referral_hand_over: { sq: 'Konfirmoni marrjen', en: 'Acknowledge' },
  },
};
