/**
 * What the invented people of the year write, in the two languages of the centre. None of it is in the word lists: which
 * case is critical is for its category and flags to say.
 */
export const narratives: Readonly<Record<string, readonly [string, ...string[]]>> = {
  sexual_extortion: [
    'Dikush që njoha në internet kërkon para, përndryshe do t’ua dërgojë foton time shokëve të klasës.',
    'He has a picture of me and wants money every day. I do not know what to do.',
    'Kam dërguar një foto dhe tani më kërkon të tjera.',
  ],
  blackmail_other: [
    'Më kanë marrë bisedat dhe kërkojnë para që të mos i publikojnë.',
    'Someone got into my chats and wants money for keeping quiet.',
  ],
  cyberbullying: [
    'Në grupin e klasës tallen me një vajzë çdo ditë.',
    'They made a group only to laugh at me. Everybody from school is in it.',
    'Vajzës sime i shkruajnë fyerje në komentet e çdo fotoje.',
  ],
  intimate_image: [
    'Ish i dashuri ka përhapur një foto timen private.',
    'A private picture of me is going around at school.',
  ],
  grooming: [
    'Një burrë i rritur më shkruan çdo natë dhe kërkon të mos i tregoj askujt.',
    'An adult writes to my daughter every night and asks her to keep it secret.',
  ],
  sexual_harassment: ['Më dërgon mesazhe të pista edhe pse i thashë të ndalojë.', 'He sends me dirty messages.'],
  threat_violence: [
    'Pas një sherri në rrjet po kërcënojnë se do ta rrahin djalin nesër te shkolla.',
    'After a fight online they say that they will beat my brother up.',
  ],
  stalking_harassment: ['Më ndjek në çdo aplikacion me llogari të reja.', 'A new account follows me every day.'],
  impersonation_account: [
    'Dikush ka hapur një profil me emrin dhe fotot e mia.',
    'Somebody uses the name and photo of one of my pupils.',
  ],
  hacking: ['Ma kanë vjedhur llogarinë dhe u shkruajnë shokëve të mi.', 'My account was stolen.'],
  fraud_scam: ['Pagova për një telefon në internet dhe nuk erdhi kurrë.', 'A page took my money for a game.'],
  hate_speech: ['Në një faqe shkruajnë fyerje kundër romëve.', 'A page insults people for where they come from.'],
  csam: ['Pashë një faqe që nuk duhet të ekzistojë.', 'I saw a page with pictures of children by chance.'],
  csam_synthetic: ['Me një aplikacion kanë bërë foto të rreme të një shoqeje.', 'Fake pictures of a girl in my class.'],
  suicide_self_harm: ['Një shoqe shkruan se nuk do të jetojë më.', 'My friend writes that she cannot go on.'],
  privacy: ['Kanë publikuar adresën dhe numrin tim.', 'My number was posted on a page.'],
  harmful_content: ['Fëmija im pa një sfidë të rrezikshme.', 'A dangerous challenge is shown to children.'],
  illegal_site: ['Kjo faqe duket e paligjshme.', 'This site looks illegal.'],
  abuse_offline: ['Kam frikë në shtëpi.', 'I think that a child I know is being hurt at home.'],
  missing_child: ['Vajza nuk është kthyer në shtëpi që dje.', 'My sister did not come home.'],
  radicalisation: ['Djalit i dërgojnë video që nxisin urrejtje.', 'They send my son videos that call for violence.'],
  not_sure: ['Nuk e di si ta quaj këtë, por nuk ndihem mirë.', 'I do not know what this is.'],
  other: ['Kam një mosmarrëveshje për një faturë interneti.', 'I have a quarrel about an internet bill.'],
  question: ['Si ta bëj profilin privat?', 'How do I make my profile private?'],
  technical_help: ['Si t’i vendos kufij telefonit të fëmijës?', 'How do I set limits on a phone?'],
  excessive_use: ['Djali im luan gjithë natën.', 'My son plays all night.'],
};

/** What the centre writes when it has handled a case. */
export const firstWords =
  'Faleminderit që na tregove. Nuk është faji yt. Ruaj mesazhet dhe mos u përgjigj. Mund të flasësh me 116 111.';
/** What the centre writes at the end. */
export const lastWords = 'Bëmë atë që të thamë. Nëse ndodh përsëri, na shkruaj ose telefono 116 111.';
