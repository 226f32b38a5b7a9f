import type { KeepingWords } from '#shared/domain/console/words/keeping-words.ts';
import { label } from '../label.ts';

export const keepingWords: KeepingWords = {
  asked: label(
    'Kërkesa u bë. Tani vendos dikush tjetër: {roles}.',
    'It is asked for. Now somebody else decides: {roles}.',
  ),
  lowered: label(
    'Urgjenca u ul. Uljen e shqyrton edhe dikush tjetër: {roles}.',
    'The severity is lowered. Somebody else looks at the lowering, too: {roles}.',
  ),
  partnerDecides: label(
    'Në qendër nuk ka kush tjetër të vendosë. Vendos partneri i jashtëm, me telefon.',
    'Nobody else at the centre can decide. The outside partner does, by phone.',
  ),
  holdMeans: label(
    'Asgjë e rastit nuk fshihet derisa dikush ta lejojë përsëri.',
    'Nothing of the case is erased until somebody releases it.',
  ),
  releaseMeans: label(
    'Rasti fshihet përsëri kur t’i vijë koha. Ditët e paralajmërimit fillojnë nga e para.',
    'The case is erased again when its time is over. The days of warning begin anew.',
  ),
  erasureMeans: label(
    'Pasi dikush tjetër ta miratojë, rasti fshihet përgjithmonë: teksti, biseda, shënimet, emrat. Kodi i raportuesit nuk hap më asgjë.',
    'Once somebody else approves, the case is erased for good: the text, the thread, the notes, the names. The reporter’s code opens nothing any more.',
  ),
  erasureSure: label(
    'Fshirjen nuk e kthen dot askush. Nëse jeni të bindur, shtypni edhe një herë.',
    'Nobody can undo an erasure. If you are sure, press once more.',
  ),
  erasureGoOn: label('Vazhdoni', 'Go on'),
  erasureLast: label('Kërkoni fshirjen përgjithmonë', 'Ask to erase for good'),
  approvals: label('Miratimet', 'Approvals'),
  nothingWaits: label(
    'Asgjë nuk pret vendimin tuaj. Këtu shfaqet çfarë kërkuan kolegët dhe pret një person të dytë.',
    'Nothing waits for you. What colleagues asked for and a second person must decide stands here.',
  ),
  askedBy: label('E kërkoi {name}, {at}.', 'Asked for by {name}, {at}.'),
  decideBy: label('Vendoset {by}.', 'To be decided {by}.'),
  holdsFrom: label('Hyn në fuqi {at}, nëse askush nuk e refuzon.', 'It takes effect {at}, unless somebody refuses.'),
  ownRequest: label(
    'Kërkesën e bëtë ju. Vendos dikush tjetër; ju mund ta tërhiqni.',
    'The request is yours. Somebody else decides; you may take it back.',
  ),
  takeBack: label('Tërhiqeni kërkesën', 'Take the request back'),
  partnerCall: label(
    'Vendos partneri i jashtëm. Shënoni çfarë tha në telefon.',
    'The outside partner decides. Record what they said on the phone.',
  ),
  callHint: label('Partneri e lexon nga emaili i vet.', 'The partner reads it from their mail.'),
  exportMeans: label(
    'Pasi dikush tjetër ta miratojë, e merrni tekstin një herë. Skedari thotë kush e ka dhe pse.',
    'Once somebody else approves, you take the text once. The file says who has it and why.',
  ),
  exportOnce: label(
    'Skedari merret një herë. Besa nuk e ruan, as kjo faqe.',
    'The file is taken once. Besa does not keep it, nor does this page.',
  ),
  exportReady: label(
    'Skedari është gati. Ruajeni para se ta mbyllni.',
    'The file is ready. Save it before you close this.',
  ),
  saveFile: label('Ruajeni skedarin', 'Save the file'),
  nextPart: label('Merrni pjesën tjetër', 'Take the next part'),
  markSays: label('Në skedar shkruhet:', 'The file has this mark:'),
  fileName: label('besa-teksti', 'besa-text'),
  reissueMeans: label(
    'Kodi i vjetër nuk hap më asgjë. Kodi i ri tregohet vetëm një herë.',
    'The old code opens nothing any more. The new code is shown only once.',
  ),
  newCode: label('Kodi i ri', 'New code'),
  tellItNow: label(
    'Thuajani tani raportuesit. Nuk tregohet më, dhe nuk ruhet askund.',
    'Tell it to the reporter now. It is not shown again, and stored nowhere.',
  ),
  printIt: label('Printojeni', 'Print'),
  codeGone: label(
    'Kodi u dha tashmë dhe nuk tregohet më. Nëse nuk e lexuat, jepni një tjetër.',
    'The code was given out already and is not shown again. If you did not read it, give out another.',
  ),
  spokenMeans: label(
    'Shënoni se folët me raportuesin për kodin. Kod i ri nuk jepet këtu.',
    'Record that you spoke to the reporter about the code. No new code is given out here.',
  ),
  subjectMeans: label(
    'Më parë vërtetoni se kërkon raportuesi vetë. Në fletë fjalët janë të zbuluara. Mesazhet tona dhe shënimet nuk janë në të.',
    'First make sure that it is the reporter who asks. The words on the sheet are uncovered. Our messages and notes are not on it.',
  ),
  subjectSheet: label('Fleta për raportuesin', 'The sheet for the reporter'),
  subjectHint: label(
    'Jepjani vetëm raportuesit. Kush e hap shënohet, dhe fleta nuk ruhet askund.',
    'Give it to the reporter alone. Who opens it is logged, and the sheet is kept nowhere.',
  ),
  languageOfReport: label('gjuha e raportimit', 'the language of the report'),
};
