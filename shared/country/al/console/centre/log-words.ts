import type { LogWords } from '#shared/domain/console/centre/log-words.ts';
import { label } from '../label.ts';

export const logWords: LogWords = {
  intro: label(
    'Këtu del kush hapi tekstin e cilit rast, dhe pse. Nga rasti del vetëm numri.',
    'Here stands who opened the text of which case, and why. Of a case only its number is shown.',
  ),
  notLogged: label(
    'Nuk shënohet kush e pa një rast në listë, dhe as kush pa gjendjen dhe afatet e tij: ato nuk hapin asnjë tekst.',
    'It is not recorded who saw a case in a list, nor who saw its status and deadlines: these open no text.',
  ),
  accusesNobody: label(
    'Kjo nuk fajëson askënd: edhe një natë e ngarkuar duket kështu. Thotë vetëm ku ia vlen të pyetet.',
    'A mark accuses nobody: a busy night looks like this, too. It only says where it is worth asking.',
  ),
  byPerson: label('Sipas personit dhe muajit', 'By person and month'),
  byCase: label('Sipas rastit', 'By case'),
  person: label('Personi', 'Person'),
  caseNumber: label('Numri i rastit', 'Case number'),
  caseHint: label(
    'Për shembull B-7K3M-9QX1. Gjendet edhe rasti që është fshirë.',
    'Such as B-7K3M-9QX1. A case that was erased is found as well.',
  ),
  numberWrong: label(
    'Ky nuk është numër rasti. Shihni shkronjat dhe numrat një nga një.',
    'This is no number of a case. Look at its letters and digits one by one.',
  ),
  choose: label('Zgjidhni', 'Choose'),
  marked: label('Për t’u parë: {n} nga {all}', 'Marked: {n} of {all}'),
  markedSoFar: label(
    'Për t’u parë: {n} nga {all} hapjet e para. Ka edhe të tjera.',
    'Marked: {n} of the first {all}. There are more.',
  ),
  onlyMarked: label('Vetëm ato për t’u parë', 'Only those that are marked'),
  noneMarked: label('Asnjë nga këto hapje nuk është për t’u parë.', 'None of these rows is marked.'),
  who: label('Kush', 'Who'),
  what: label('Çfarë bëri', 'What they did'),
  why: label('Pse', 'Why'),
  marks: label('Pse ia vlen të shihet', 'Why it is marked'),
  severity: label('Urgjenca', 'Severity'),
  found: label('Raste të shfaqura', 'Cases shown'),
  excludes: label('Sa persona përjashton rasti', 'How many people the case keeps out'),
  holder: label('Kush e kishte rastin', 'Who had the case'),
  onShift: label('Në turn', 'On shift'),
  refusedByLook: label(
    'Kërkoi {kind} që është edhe në këtë rast. Rasti nuk iu shfaq',
    'Searched for {kind} that this case names, too. The case was not shown to them',
  ),
  actions: {
    read: label('Hapi tekstin', 'Opened the text'),
    export: label('Nxori tekst nga rasti', 'Took text out of the case'),
    filed: label('Shkroi raportimin', 'Wrote the report down'),
    receipt: label('Mori një kod të ri për raportuesin', 'Got another code for the reporter'),
    refused: label('Provoi ta hapte, dhe nuk u hap', 'Tried to open it, and it stayed closed'),
    exclusion_asked: label('Kërkoi një përjashtim', 'Asked for an exclusion'),
    exclusion_set: label('Vendosi kush përjashtohet', 'Decided who is kept out'),
    looked: label('Kërkoi {kind}. Raste të shfaqura: {n}', 'Searched for {kind}. Cases shown: {n}'),
    found: label('E pa, sepse kërkoi {kind}', 'Saw it by searching for {kind}'),
  },
  kinds: {
    account: label('një llogari', 'an account'),
    phone: label('një telefon', 'a phone number'),
    address: label('një adresë', 'an address'),
  },
  holders: {
    self: label('vetë ky person', 'this person'),
    another: label('dikush tjetër', 'somebody else'),
    nobody: label('askush', 'nobody'),
  },
  signs: {
    many_cases: label('Shumë raste brenda një kohe të shkurtër', 'Many cases within a short time'),
    off_shift: label('Jashtë turnit, sipas listës së turneve', 'Outside a shift, by the roster'),
    without_reason: label(
      'Rastin e kishte dikush tjetër, dhe nuk u shënua arsye',
      'Somebody else had the case, and no reason was noted',
    ),
    not_theirs: label(
      'Arsyeja ishte “E kam rastin”, por rastin nuk e kishte ky person',
      'The reason was “It is my case”, and this person did not have the case',
    ),
    excluded: label('Rasti e përjashton këtë person', 'The case keeps this person out'),
    exclusion: label(
      'U kërkua ose u vendos kush përjashtohet nga rasti',
      'It was asked or decided who is kept out of the case',
    ),
    code_given: label('U dha një kod që hap bisedën', 'A code was given out that opens the thread'),
    many_looks: label('Shumë kërkime brenda një kohe të shkurtër', 'Many searches within a short time'),
  },
  reasons: {
    not_asked: label('Nuk kërkohej arsye', 'No reason was asked for'),
    set_alone: label('Vendim i një personi', 'Decided by one person'),
    excluded: label('Rasti e përjashton', 'The case keeps them out'),
    second_person: label('Me kërkesë për një person të dytë', 'By a request for a second person'),
    letter: label('Letra për: {what}', 'The letter to: {what}'),
    referral: label('Referimi te: {what}', 'The referral to: {what}'),
    desk: label('Me kodin e hyrjes, te: {what}', 'With the access code, at: {what}'),
    addresses: label('Lista e adresave, te: {what}', 'The list of addresses, at: {what}'),
    preview: label('Kopja para dërgimit te: {what}', 'The copy before it was sent to: {what}'),
    notice: label('Kërkesë për heqje te: {what}', 'Takedown notice to: {what}'),
    noticeOfNone: label('Kërkesë për heqje', 'Takedown notice'),
    export: label('Nxjerrje e miratuar: {what}', 'An approved export: {what}'),
  },
};
