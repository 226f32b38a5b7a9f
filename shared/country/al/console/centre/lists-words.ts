import type { ListsWords } from '#shared/domain/console/centre/lists-words.ts';
import { label } from '../label.ts';

export const listsWords: ListsWords = {
  inUse: label('në përdorim', 'in use'),
  outOfUse: label('jashtë përdorimit: asnjë rast nuk i dërgohet', 'not in use: no case is sent there'),
  phones: label('Telefoni: {phones}', 'Phone: {phones}'),
  noPhone: label('Ende pa numër telefoni.', 'No phone number yet.'),
  phonesHint: label(
    'Një në çdo rresht. Bosh: vlejnë numrat që vijnë me Besën ({phones}).',
    'One in each line. Empty: the numbers that come with Besa hold ({phones}).',
  ),
  phonesOfPack: label('asnjë', 'none'),
  ringFirst: label(
    'Faqja e vetë institucionit thotë: {said}. Askush nuk e ka konfirmuar. Telefononi më parë, pastaj shkruajeni këtu.',
    'The institution’s own page says: {said}. Nobody has confirmed it. Ring first, then enter it here.',
  ),
  contacts: label('Kush njoftohet', 'Who can be told'),
  noContact: label(
    'Ende askush nuk njoftohet dot me email. Shtoni te njerëzit:',
    'Nobody can be told by mail yet. Add to the people:',
  ),
  suspended: label('nuk njoftohet më', 'is not told any more'),
  unreachable: label('emaili nuk mbërrin: {moment}', 'mails have come back since {moment}'),
  change: label('Ndryshoni', 'Change'),
  institutionsMean: label(
    'Institucionet vijnë me Besën. Këtu thoni me cilat punoni dhe cilët numra janë të saktë.',
    'The institutions come with Besa. Here you say with which of them you work, and which numbers are right.',
  ),
  platformsMean: label(
    'Ku shkojnë kërkesat për heqje, dhe si. Platforma pa rrugë nuk merr ende kërkesa.',
    'Where takedown notices go, and how. A platform without a way takes no notices yet.',
  ),
  noWay: label('Ende pa rrugë.', 'No way yet.'),
  enterWay: label('Shkruani si dhe ku i merr kërkesat.', 'Enter how and where it takes notices.'),
  withoutWay: label('Ende pa rrugë: {names}.', 'No way yet: {names}.'),
  notice: label('{way}: {to}', '{way}: {to}'),
  ofCentre: label('e shtuar nga qendra', 'added by the centre'),
  addPlatform: label('Shtoni një platformë', 'Add a platform'),
  code: label('Kodi', 'Code'),
  codeHint: label(
    'Shkronja të vogla, numra ose viza poshtë, p.sh. village_chat. Nuk ndryshohet më.',
    'Small letters, digits or underscores, such as village_chat. It cannot be changed later.',
  ),
  until: label('Deri më', 'To'),
  where: label('Ku', 'Where'),
  toHint: label('Adresa e formularit ose emaili.', 'The address of the form, or a mail address.'),
  campaignsMean: label(
    'Kodi numëron sa njerëz arriti një ngjarje. Nuk bëhet kurrë për një klasë: do të tregonte kush raportoi.',
    'A code counts how many people an event reached. It is never made for one class: it would tell who reported.',
  ),
  noCampaigns: label(
    'Këtu qëndrojnë kodet që mbajnë posterat dhe orët e mësimit, me ditët e tyre. Ende nuk ka asnjë. Hapi i parë: shtoni kodin e ngjarjes së ardhshme.',
    'Here stand the codes that posters and lessons carry, with their days. There is none yet. First step: add the code of the next event.',
  ),
  addCampaign: label('Shtoni një fushatë', 'Add a campaign'),
  campaignCodeHint: label(
    'Shkronja të mëdha, numra ose viza, p.sh. SID-2027. Jo kodi i një klase, si 9B ose KLASA-7.',
    'Capital letters, digits or dashes, such as SID-2027. Never of one class, such as 9B or KLASA-7.',
  ),
  days: label('{from} – {to}', '{from} – {to}'),
  begins: label('ende nuk ka filluar', 'not begun yet'),
  runs: label('në vazhdim', 'running'),
  over: label('ka mbaruar', 'over'),
  onlyLook: label('Ndryshimet i bën një administrator.', 'An administrator makes changes.'),
};
