import type { KeptWords } from '#shared/domain/console/centre/kept-words.ts';
import { label } from '../label.ts';

export const keptWords: KeptWords = {
  count: label('Raste: {n}', 'Cases: {n}'),
  countAndMore: label('Raste: {n} dhe të tjera', 'Cases: {n} and more'),
  owner: label('E ka {name}.', 'With {name}.'),
  noOwner: label('Nuk e ka askush.', 'With nobody.'),
  endedAt: label('Përfundoi {at}.', 'It ended {at}.'),
  erasedAt: label('Fshihet {at} ({left}).', 'It is erased {at} ({left}).'),
  nextRun: label('Fshihet brenda një ore.', 'It is erased within the hour.'),
  noDate: label('Nuk fshihet para se ta shohë dikush.', 'It is not erased before somebody has seen it.'),
  keptFor: label('Ruhet {n} ditë pas përfundimit: {why}.', 'It is kept {n} days after its end: {why}.'),
  toldAt: label('Paralajmërimi u dërgua {at}.', 'The warning was sent {at}.'),
  tellAt: label('Paralajmërimi dërgohet {at}.', 'The warning is sent {at}.'),
  tellNext: label('Paralajmërimi dërgohet brenda një ore.', 'The warning is sent within the hour.'),
  heldBy: label('E vendosi {name}, {at}.', 'Set by {name}, {at}.'),
  withdrawal: label(
    'Raportuesi kërkoi ta tërheqë raportimin, {at}.',
    'The reporter asked to take the report back, {at}.',
  ),
  waitsUntil: label(
    'Rasti nuk mbyllet si i tërhequr para kësaj: {at}.',
    'The case does not end as withdrawn before this: {at}.',
  ),
  waitOver: label('Koha e pritjes kaloi.', 'The time of waiting is over.'),
  lookedAt: label('Siguria e fëmijës u pa {at}.', 'The child’s safety was looked at {at}.'),
  notLooked: label(
    'Pas kësaj askush nuk e ka parë ende nëse fëmija është jashtë rrezikut.',
    'Since then nobody has looked yet whether the child is safe.',
  ),
  decidedBy: label('Vendosi {name}, {at}.', 'Decided by {name}, {at}.'),
  takeBy: label('Merret {by}.', 'To be taken {by}.'),
  takenBy: label('Kopjen e mori {name}, {at}.', 'The copy was taken by {name}, {at}.'),
  lists: {
    due: label('Fshihen së shpejti', 'Erased next'),
    held: label('Fshirja e ndaluar', 'Held'),
    requests: label('Kërkesa që presin', 'Requests that wait'),
    exports: label('Nxjerrjet e tekstit', 'Exports'),
  },
  means: {
    due: label(
      'Raste të përfunduara, sipas radhës së hapit tjetër: paralajmërimi ose fshirja.',
      'Cases that have ended, in the order of the next step: the warning or the erasure.',
    ),
    held: label(
      'Asgjë e këtyre rasteve nuk fshihet derisa dikush ta lejojë përsëri.',
      'Nothing of these cases is erased until somebody releases it.',
    ),
    requests: label(
      'Raportime që dikush kërkon t’i tërheqë, dhe fshirje që presin një person të dytë.',
      'Reports that somebody wants to take back, and erasures that wait for a second person.',
    ),
    exports: label(
      'Nxjerrja e jep tekstin e një rasti si skedar jashtë Besës. Kush merr kopjen, e ruan dhe e shkatërron vetë.',
      'An export is the text of a case as a file outside Besa. Whoever takes the copy keeps it safe, and destroys it.',
    ),
  },
  empty: {
    due: label(
      'Asnjë rast nuk pret fshirjen. Këtu shfaqet çdo rast i përfunduar, me ditën kur fshihet.',
      'No case waits to be erased. Each case that has ended stands here, with the day of its erasure.',
    ),
    held: label(
      'Për asnjë rast nuk është ndaluar fshirja. Këtu shfaqen rastet që dikush i ruan përtej afatit, dhe pse.',
      'No case is held. Cases that somebody keeps beyond their time stand here, with the reason.',
    ),
    requests: label(
      'Asnjë kërkesë nuk pret. Këtu shfaqen tërheqjet dhe fshirjet e kërkuara.',
      'No request waits. Withdrawals and erasures that were asked for stand here.',
    ),
    exports: label(
      'Askush nuk ka kërkuar nxjerrje të tekstit. Këtu shfaqet kush e kërkoi, kush vendosi dhe kush e mori kopjen.',
      'Nobody has asked for an export. Who asked, who decided and who took the copy stands here.',
    ),
  },
  waitsFor: {
    never_read: label('Askush nuk e ka lexuar.', 'Nobody has read it.'),
    words_unread: label('Ka fjalë të palexuara.', 'There are unread words.'),
    lowering_not_reviewed: label('Ulja e urgjencës pret shqyrtim.', 'The lowered severity waits for its review.'),
    call_not_looked_at: label(
      'Një telefonatë e bërë vetëm pret që ta shohë një punonjës përgjegjës.',
      'A call that somebody made alone waits for an officer to look at it.',
    ),
    question_waits: label(
      'Pyetja e një institucioni pret përgjigje.',
      'The question of an institution waits for a reply.',
    ),
    institution_silent: label(
      'Drejtësia nuk është përgjigjur ende, prandaj ruhet më gjatë.',
      'Justice has not answered yet, so it is kept longer.',
    ),
  },
  exportStates: {
    pending: label('pret vendim', 'waits for a decision'),
    approved: label('mund të merret', 'may be taken'),
    refused: label('u refuzua', 'refused'),
    lapsed: label('i kaloi afati', 'lapsed'),
    taken: label('u mor', 'taken'),
  },
};
