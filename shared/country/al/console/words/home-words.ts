import type { HomeWords } from '#shared/domain/console/words/home-words.ts';
import { label } from '../label.ts';

export const homeWords: HomeWords = {
  left: label('mbeten {length}', '{length} left'),
  late: label('me vonesë {length}', '{length} late'),
  days: label('{n} ditë', '{n} days'),
  since: label('prej {length}', 'for {length}'),
  sinceDays: label('prej {n} ditësh', 'for {n} days'),
  nothingUnseen: label(
    'Këtu del çdo rast që askush nuk e ka parë. Tani nuk ka asnjë.',
    'Each case that nobody has seen stands here. There is none now.',
  ),
  list: label('Raste që presin', 'Cases that wait'),
  changes: label('{n} ndryshime, shfaqini', '{n} changes, show'),
  change: label('1 ndryshim, shfaqeni', '1 change, show'),
  notFresh: label(
    'Lista nuk u hap përsëri: kontrolloni lidhjen. Më poshtë është ajo që dihej {moment}.',
    'The list could not be loaded again: check the connection. Below is what was known {moment}.',
  ),
  fresh: label('Si ishte {moment}', 'As it was {moment}'),
  moreUnseen: label(
    'Ka edhe raste që nuk u shikuan këtu. Shihni te “Rastet”.',
    'There are more cases, which were not looked at here. See “Cases”.',
  ),
  leftOver: label(
    'Raste që kanë mbaruar, me propozim ende pa vendim: {n}',
    'Ended cases in which a proposal is undecided: {n}',
  ),
  leftOverMean: label(
    'Këto raste kanë mbaruar, dhe asgjë tjetër nuk pret në to. Dërgojeni propozimin, ose hiqeni.',
    'These cases have ended, and nothing else waits in them. Send the proposal, or drop it.',
  ),
  leftOverList: label('Raste që kanë mbaruar', 'Cases that have ended'),
  centre: label('Në qendër', 'At the centre'),
  rungsWithNobody: label('Nuk ka askënd te: {rungs}.', 'There is nobody at: {rungs}.'),
  hoursWithNobody: label(
    'Orë pa askënd në nivelin që njoftohet së pari: {hours}.',
    'Hours with nobody of those who are called first: {hours}.',
  ),
  hoursWithNobodyCleared: label(
    'Orë kur askush nga niveli që njoftohet së pari nuk i sheh dot adresat e rasteve CSAM: {hours}.',
    'Hours in which nobody of those who are called first may see the addresses of CSAM cases: {hours}.',
  ),
  span: label('{from} – {until}', '{from} – {until}'),
  ringing: label('U njoftua, dhe askush nuk e ka marrë', 'Escalated, and nobody has it'),
  unread: label('Të palexuara', 'Unread'),
  nothingUnread: label(
    'Këtu dalin raportimet dhe mesazhet që askush nuk i ka lexuar. Tani nuk ka asnjë.',
    'Reports and messages that nobody has read stand here. There is none now.',
  ),
  mine: label('Rastet e mia', 'My cases'),
  nothingMine: label(
    'Këtu dalin rastet që i keni ju. Tani nuk keni asnjë.',
    'Cases that you hold stand here. You hold none now.',
  ),
  acknowledge: label('Merrem unë · ndal {minutes} min', 'I have it · stops {minutes} min'),
  stillMine: label('Po, merrem unë · ndal {minutes} min', 'Yes, I have it · stops {minutes} min'),
  heldUntil: label(
    'Njoftimet u ndalën deri {moment}. Rasti ende nuk është trajtuar.',
    'Held until {moment}. It is not handled yet.',
  ),
  notCalled: label(
    'Për këtë nuk njoftohet më askush. Rasti ende nuk është trajtuar.',
    'Nobody is called about this any more. It is not handled yet.',
  ),
  movedOn: label(
    'Ndërkohë u njoftua niveli tjetër: {rung}. A e keni ende ju?',
    'The ladder is now at: {rung}. Is it still yours?',
  ),
  phone: label('Telefononi {name} ({rung})', 'Phone {name} ({rung})'),
  phoneNone: label('Pa telefon në listë: {name} ({rung})', 'No telephone in the directory: {name} ({rung})'),
  raiseTitle: label('U njoftua, dhe askush nuk e ka marrë', 'Escalated, and nobody has it'),
  ladder: label('Tani: {last}. Më pas: {next}, {at}.', 'Now: {last}. Next: {next}, {at}.'),
  ladderAll: label(
    'Tani: {last}. Më pas u kujtohet të gjithëve, {at}.',
    'Now: {last}. Next, everybody is reminded, {at}.',
  ),
  ladderSlow: label(
    'Tani: {last}. Më pas njoftohet mbikëqyrësi, {at}.',
    'Now: {last}. Next, the supervisor is told, {at}.',
  ),
  letterTitle: label('Rastet e emailit', 'Cases of the email'),
  letterCount: label('Emaili u dërgua {at}. Raste në të: {n}.', 'The email left {at}. Cases in it: {n}.'),
  letterShown: label('Këtu shfaqen {n}.', '{n} are shown here.'),
  letterAcknowledged: label(
    'E konfirmuat këtë email. Njoftimet për këto raste u ndalën për {minutes} minuta. Rastet ende nuk janë trajtuar.',
    'You have acknowledged this email. The calls for these cases are held for {minutes} minutes. They are not handled yet.',
  ),
  letterGoesOn: label(
    'E konfirmuat këtë email. Njoftimet për të gjitha rastet ndalen brenda pak minutash. Rastet ende nuk janë trajtuar.',
    'You have acknowledged this email. The calls for all its cases are held within a few minutes. They are not handled yet.',
  ),
  letterAlready: label('E konfirmuat këtë email {at}.', 'You acknowledged this email {at}.'),
  onDutyOnly: label(
    'Askush nuk e preku këtë telefon për 15 minuta. Lista dhe “Merrem unë” punojnë. Për gjithçka tjetër, hyni përsëri.',
    'Nobody touched this phone for 15 minutes. The list and “I have it” work. For everything else, sign in again.',
  ),
  mySettings: label('Cilësimet e mia', 'My settings'),
  mySettingsMean: label(
    'Gjuha, ky telefon, si ju njofton Besa, dhe këshillat e ditës së parë.',
    'Language, this phone, how Besa reaches you, and the guide of the first day.',
  ),
  readings: label('Lexime të rënda në 12 orët e fundit', 'Hard readings in the last 12 hours'),
  readingsMean: label(
    'Sa herë secili ka hapur një rast kritik ose me urgjencë të lartë. Pyetini si janë.',
    'How often each opened a critical or high case. Ask them how they are.',
  ),
  noReadings: label('Askush nuk ka hapur raste të tilla.', 'Nobody has opened such a case.'),
};
