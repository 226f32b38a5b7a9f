import type { PeopleWords } from '#shared/domain/console/centre/people-words.ts';
import { label } from '../label.ts';

export const peopleWords: PeopleWords = {
  title: label('Njerëzit', 'People'),
  one: label('Dikush nga lista', 'A person of the directory'),
  unknown: label('Në listë nuk ka askënd me këtë adresë.', 'Nobody in the directory has this address.'),
  back: label('Te lista', 'To the list'),
  search: label('Kërkoni sipas emrit', 'Search by name'),
  ofRole: label('Roli', 'Role'),
  anyRole: label('Të gjitha', 'All'),
  found: label('{n} nga {all}', '{n} of {all}'),
  nobodyFound: label('Nuk u gjet askush.', 'Nobody was found.'),
  nothingWaits: label('Tani nuk pret asgjë për vendim.', 'Nothing waits for a decision now.'),
  waitsForYou: label(
    'Këtu janë vetëm ata për të cilët pret një ndryshim. Listën e plotë e mbajnë administratorët.',
    'Only those about whom a change waits are here. Administrators keep the whole list.',
  ),
  lacks: label('Çfarë i mungon qendrës', 'What the centre lacks'),
  unheld: label('Këtë detyrë nuk e ka askush: {duty}', 'Nobody holds this duty: {duty}'),
  silent: label(
    'Këtu natën nuk bie asnjë telefon: {duty}. Shkruani për dikë SMS ose telefon të turnit.',
    'No telephone rings here at night: {duty}. Give somebody on it a text message or a phone desk.',
  ),
  waits: label('Pret një vendim', 'Waits for a decision'),
  returned: label('Emailet kthehen', 'Mails come back'),
  lacksNothing: label(
    'Çdo detyrë ka dikë që njoftohet, dhe nuk pret asnjë vendim.',
    'Every duty has somebody who is reached, and no decision waits.',
  ),
  add: label('Shtoni dikë', 'Add somebody'),
  addTitle: label('Shtoni dikë në listë', 'Add somebody to the directory'),
  waitsAfter: label(
    'Roli dhe e drejta për adresat presin një administrator të dytë. Detyrat hyjnë në fuqi menjëherë.',
    'The role and the clearance for addresses wait for a second administrator. Duties hold at once.',
  ),
  yes: label('po', 'yes'),
  no: label('jo', 'no'),
  nothing: label('asnjë', 'none'),
  anyTeam: label('të dy ekipet', 'both teams'),
  decide: label('Pret një vendim', 'Waits for a decision'),
  askedBy: label('E kërkoi {name}, {at}.', 'Asked by {name}, {at}.'),
  lapses: label('Pa vendim, kërkesa mbyllet {at}.', 'Without a decision the request ends {at}.'),
  effective: label(
    'Nëse nuk e ndalon askush, hyn në fuqi vetvetiu {at}.',
    'If nobody stops it, it holds by itself {at}.',
  ),
  deciders: label('Mund ta miratojë: {names}.', 'May approve it: {names}.'),
  nobodyDecides: label('Tani nuk ka askush në qendër që mund ta miratojë.', 'Nobody at the centre can approve it now.'),
  partnerDecides: label(
    'Vendos partneri i jashtëm me telefon. Kodi i shkoi me email vetëm partnerit.',
    'The outside partner decides by phone. The code went by mail to the partner alone.',
  ),
  takeBack: label('Tërhiqeni kërkesën', 'Take the request back'),
  takeBackMeans: label(
    'Kërkesën e bëtë ju. Ju mund vetëm ta tërhiqni; miratimin e jep dikush tjetër.',
    'The request is yours. You can only take it back; somebody else approves it.',
  ),
  takeBackSuspension: label(
    'Edhe pas tërheqjes hyrja mbetet e mbyllur. Për ta hapur, përdorni “Kthejeni në punë”.',
    'Sign-in stays ended after you take it back. To open it, use “Bring back”.',
  ),
  approveMeans: label('Ndryshimi hyn në fuqi menjëherë.', 'The change holds at once.'),
  refuseMeans: label('Gjithçka mbetet siç është tani.', 'Everything stays as it is now.'),
  refuseSuspension: label('Ky person hyn përsëri në Besa.', 'This person signs in again.'),
  mayNotDecide: label('Për këtë nuk vendosni ju.', 'This is not for you to decide.'),
  byCall: label(
    'Telefononi partnerin e jashtëm dhe thoni për çfarë bëhet fjalë. Nëse është dakord, ju thotë kodin.',
    'Ring the outside partner and say what it is about. If the partner agrees, they tell you the code.',
  ),
  callCode: label('Kodi që tha partneri', 'The code that the partner said'),
  callHint: label(
    'Lëreni bosh nëse vendosni vetë. Pas pesë kodeve të gabuara kërkesa mbyllet.',
    'Leave it empty if you decide yourself. After five wrong codes the request ends.',
  ),
  callMissing: label('Shkruani kodin që tha partneri.', 'Enter the code that the partner said.'),
  willChange: label('{field}: tani {before}; pastaj {after}', '{field}: now {before}; then {after}'),
  hasChanged: label('{field}: më parë {before}; tani {after}', '{field}: before {before}; now {after}'),
  place: label('Vendi', 'Place'),
  changedMeanwhile: label('Çfarë ndryshoi ndërkohë:', 'What changed meanwhile:'),
  changeWaits: label(
    'Derisa të vendoset, këtu nuk ndryshohet asgjë tjetër.',
    'Until that is decided, nothing else here is changed.',
  ),
  suspensionMeans: label(
    'Hyrja mbyllet menjëherë, edhe në telefonin që është tani i hapur. Vendi i fundit i një roli ose i një niveli ruhet derisa ta konfirmojë dikush tjetër. Pastaj mbylleni llogarinë edhe në Cognito.',
    'Sign-in ends at once, also on a phone that is open now. The last place of a role or a rung is kept until somebody else confirms. Then disable the account in Cognito, too.',
  ),
  suspensionAgain: label(
    'Hyrja është e mbyllur. Këtu mund të shënoni se këtij personi nuk i besohet, ose ta kërkoni vendimin përsëri.',
    'Sign-in has ended. Here you can record that the person is not to be trusted, or ask for the decision again.',
  ),
  recordDistrust: label('Shënoni se nuk i besohet', 'Record that they are not trusted'),
  askAgain: label('Kërkoni vendimin përsëri', 'Ask for the decision again'),
  contactSuspension: label(
    'Ky kontakt nuk njoftohet më. Vendi i fundit i një niveli ruhet derisa ta konfirmojë dikush tjetër.',
    'This contact is told no more. The last place of a rung is kept until somebody else confirms.',
  ),
  distrustMeans: label(
    'Këtij personi, ose atij që ka telefonin, nuk i besohet më. Kodet e raportuesve që i di, nuk hapin më asgjë.',
    'The person, or who has their phone, is not to be trusted. Codes of reporters that they know open nothing any more.',
  ),
  returnMeans: label(
    'Kush hyn në Besa, kthehet kur ta miratojë një administrator i dytë. Edhe dyshimi mbaron atëherë. Një kontakt që nuk hyn, njoftohet menjëherë.',
    'Whoever signs in is back once a second administrator agrees. Any doubt ends then, too. A contact that does not sign in is told again at once.',
  ),
  mailMeans: label(
    'Shkruani adresën përsëri, një tjetër ose të njëjtën kur punon. Personi njoftohet përsëri menjëherë.',
    'Write the address anew, another one, or the same once it works. The person is told again at once.',
  ),
  changeMeans: label(
    'Dërgohet vetëm ajo që ndryshoni. Ajo që i jep dikujt më shumë, ose heq një vend të fundit, pret dikë tjetër.',
    'Only what you change is sent. What gives somebody more, or takes a last place, waits for somebody else.',
  ),
  barredMeans: label(
    'Hyrja është mbyllur, por vendi ruhet: njoftimet shkojnë ende këtu, derisa dikush tjetër të konfirmojë.',
    'Sign-in has ended, and the place is kept: calls still go here until somebody else confirms.',
  ),
  suspendedMeans: label('Nuk hyn në Besa dhe nuk njoftohet për asgjë.', 'Does not sign in, and is told of nothing.'),
  distrustedMeans: label(
    'Shënuar {since}: qendra nuk i beson këtij personi, ose atij që ka telefonin.',
    'Recorded {since}: the centre does not trust this person, or who has their phone.',
  ),
  unreachableMeans: label(
    'Emailet nuk mbërrijnë: {because} ({since}, {tries} herë). Ky person kapërcehet; adresa provohet përsëri: {again}.',
    'Mails do not arrive: {because} ({since}, {tries} times). This person is passed over; the address is tried again: {again}.',
  ),
  chosenMeans: label(
    'E drejta u dha me kalimin e kohës, me kërkesën e {name} ({at}). Për shtatë ditë këta të dy nuk janë person i dytë për njëri-tjetrin.',
    'This came by time alone, asked by {name} ({at}). For seven days the two are no second person for each other.',
  ),
  aloneMeans: label(
    'Këtë kontakt e vendosi vetëm {name} ({at}). Derisa ta miratojë dikush tjetër, nuk vlen si person i dytë.',
    'Only {name} set this contact ({at}). Until somebody else agrees, it counts as no second person.',
  ),
  heldMeans: label(
    'Rolin “{role}” e ka humbur së fundi. Kjo mbahet mend shtatë ditë dhe mbaron {until}. Deri atëherë koha nuk vendos në vend të njerëzve.',
    'Lost the role “{role}” lately. That is remembered for seven days and ends {until}. Until then time decides for nobody.',
  ),
  kinds: {
    account: label('Hyjnë në Besa', 'Sign in'),
    contact: label('Kontakte që nuk hyjnë', 'Contacts who do not sign in'),
    institution: label('Kontakte të institucioneve', 'Contacts of institutions'),
  },
  kindNames: {
    account: label('Koleg me llogari', 'A colleague with an account'),
    contact: label('Kontakt që nuk hyn', 'A contact who does not sign in'),
    institution: label('Kontakt i një institucioni', 'The contact of an institution'),
  },
  kindMeans: {
    account: label(
      'Llogaria bëhet më parë në Cognito; prej andej vjen identifikuesi (sub). Derisa ta miratojë një administrator i dytë, llogaria nuk mund të bëjë asgjë.',
      'The account is made in Cognito first; its identifier (sub) comes from there. Until a second administrator agrees, the account may do nothing.',
    ),
    contact: label(
      'Dikush që njoftohet dhe nuk hyn: një telefon turni, ose partneri i jashtëm. Partneri vendos me telefon vetëm pasi ta miratojë një administrator i dytë.',
      'Somebody who is told and does not sign in: a phone desk, or the outside partner. The partner decides by phone only once a second administrator agrees.',
    ),
    institution: label(
      'Dikush te një institucion, që njoftohet për rastet e dërguara atje. Përdorni adresën e vetë personit, jo një adresë të përbashkët.',
      'A person at an institution, who is told of cases sent there. Use the person’s own address, never a shared inbox.',
    ),
  },
  states: {
    waiting: label('pret një vendim', 'waits for a decision'),
    barred: label('hyrja e mbyllur, vendi ruhet', 'sign-in ended, place kept'),
    suspended: label('pezulluar', 'suspended'),
    distrusted: label('nuk i besohet', 'not trusted'),
    unreachable: label('emailet kthehen', 'mails come back'),
    chosen: label('nga dikush i vetëm', 'by one person alone'),
    held: label('humbi një rol së fundi', 'lost a role lately'),
  },
  panels: {
    change: label('Ndryshoni', 'Change'),
    mail: label('Shkruani adresën përsëri', 'Write the mail anew'),
    suspension: label('Pezullojeni', 'Suspend'),
    return: label('Kthejeni në punë', 'Bring back'),
  },
  contactKinds: {
    mail: label('lexon emailin', 'reads mails'),
    mail_to_sms: label('emaili bëhet SMS', 'the mail becomes a text message'),
    phone_desk: label('një turn telefonon', 'a desk rings'),
  },
  because: {
    role_up: label(
      'Roli i ri lejon më shumë se i tanishmi. E miraton një administrator tjetër.',
      'The new role may do more than the present one. Another administrator approves it.',
    ),
    clearance_given: label(
      'Jep të drejtën për të parë adresat e rasteve CSAM. E miraton një administrator tjetër.',
      'It gives the right to see addresses of CSAM cases. Another administrator approves it.',
    ),
    duty_to_oneself: label(
      'Kush e kërkoi, ia jep detyrën vetes. E miraton një administrator tjetër.',
      'Whoever asked gives the duty to themselves. Another administrator approves it.',
    ),
    brought_back: label(
      'Dikush hyn përsëri në Besa. E miraton një administrator tjetër.',
      'Somebody signs in again. Another administrator approves it.',
    ),
    codes_by_mail: label('kodet me email', 'codes by mail'),
    partner_named: label(
      'Ky bëhet partneri i jashtëm, ose i ndryshon adresa. Deri në miratim nuk vendos me telefon.',
      'This one becomes the outside partner, or is reached elsewhere. Until it is approved, they decide nothing by phone.',
    ),
    last_of_role: label(
      'Në këtë rol nuk do të mbetej askush tjetër. E konfirmon dikush tjetër; koha nuk vendos kurrë.',
      'Nobody else would be left in this role. Somebody else confirms it; time never does.',
    ),
    last_of_rung: label(
      'Një nivel njoftimi do të mbetej pa askënd. E konfirmon dikush tjetër; koha nuk vendos kurrë.',
      'A rung would be left to nobody. Somebody else confirms it; time never does.',
    ),
  },
  places: {
    in: label('në punë', 'in place'),
    barred: label('hyrja e mbyllur, vendi ruhet', 'sign-in ended, place kept'),
    out: label('pezulluar', 'suspended'),
  },
  hints: {
    contact: label(
      'Natën emaili nuk zgjon askënd. Pa zgjedhje: lexon emailin.',
      'At night a mail wakes nobody. Without a choice: reads mails.',
    ),
    phone: label(
      'Numri ku telefonon turni. Mbajeni edhe numrin e drejtorit dhe të partnerit.',
      'The number that a desk rings. Keep those of the director and the partner, too.',
    ),
    team: label('Pa zgjedhje: të dy ekipet.', 'Without a choice: both teams.'),
    unit: label(
      'Kur institucione të tilla ka shumë. Për shembull: Bashkia Kamëz.',
      'Where there are many of its kind. For example: Bashkia Kamëz.',
    ),
    cleared: label(
      'Kush e ka, i sheh adresat e rasteve CSAM (materiale të abuzimit seksual të fëmijëve). Pret një administrator të dytë.',
      'Who has it sees the addresses of cases of child sexual abuse material (CSAM). It waits for a second administrator.',
    ),
    codeBy: label(
      'Vetëm kur një person i vetëm e lexon këtë adresë. Pret një administrator të dytë; deri atëherë kodet thuhen me telefon.',
      'Only where one person alone reads this address. It waits for a second administrator; until then codes are said by phone.',
    ),
    mail: label('Një adresë e vetë personit.', 'An address of the person’s own.'),
    role: label(
      'Pret një administrator të dytë, nëse lejon më shumë.',
      'It waits for a second administrator where it may do more.',
    ),
  },
  idHints: {
    account: label('Vlera “sub” e llogarisë në Cognito, siç është.', 'The “sub” of the account in Cognito, as it is.'),
    contact: label(
      'E zgjidhni ju: shkronja latine dhe numra, pa hapësira. Për shembull: turni-nate. Nuk ndryshohet më.',
      'You choose it: Latin letters and digits, no spaces. For example: night-desk. It never changes.',
    ),
    institution: label(
      'E zgjidhni ju: shkronja latine dhe numra, pa hapësira. Për shembull: njmf-kamez. Nuk ndryshohet më.',
      'You choose it: Latin letters and digits, no spaces. For example: njmf-kamez. It never changes.',
    ),
  },
};
