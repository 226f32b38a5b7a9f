import type { StartWords } from '#shared/domain/console/centre/start-words.ts';
import { label } from '../label.ts';

export const startWords: StartWords = {
  noCases: label(
    'Roli juaj nuk punon me raste, prandaj këtu nuk del asnjë.',
    'Your role works with no cases, so none stands here.',
  ),
  title: label('Çfarë i mungon ende qendrës', 'What the centre still lacks'),
  nothingMissing: label(
    'Këtu del çfarë i mungon qendrës: njerëz, turne, numra. Tani nuk mungon asgjë.',
    'What the centre lacks stands here: people, shifts, numbers. Nothing is missing now.',
  ),
  notAll: label(
    'Një pjesë nuk u hap dot, prandaj këtu mund të mungojë diçka.',
    'A part could not be loaded, so something may be left out here.',
  ),
  pages: label('Faqet tuaja', 'Your pages'),
  steps: {
    caseworkers: label(
      'Shtoni njerëzit që punojnë me raste. Ende askush nuk i lexon dot raportimet.',
      'Add the people who work on cases. Nobody can read a report yet.',
    ),
    secondAdministrator: label(
      'Shtoni një administrator të dytë. Kur dikujt i shtohen të drejta, vendos një administrator tjetër.',
      'Add a second administrator. When somebody gets more rights, another administrator decides.',
    ),
    partner: label(
      'Shtoni partnerin e jashtëm. Ky partner vendos kur në qendër nuk ka kush.',
      'Add the outside partner, who decides where nobody at the centre can.',
    ),
    unheld: label(
      'Jepini dikujt këto detyra: {duties}. Tani askush nuk njoftohet për to.',
      'Give these duties to somebody: {duties}. Nobody is called for them now.',
    ),
    silent: label(
      'Shënoni një telefon që bie për këto detyra: {duties}. Vetëm emaili nuk zgjon askënd.',
      'Enter a contact that rings for these duties: {duties}. A mail alone wakes nobody.',
    ),
    roster: label(
      'Shkruani turnet e javës. Deri atëherë njoftohen gjithmonë të gjithë që kanë detyrën.',
      'Write the week’s roster. Until then everybody with a duty is always called.',
    ),
    hours: label(
      'Plotësoni turnet. Në dy javët që vijnë ka orë pa askënd në detyrë: {count}.',
      'Fill the roster. In the next two weeks so many hours have nobody on duty: {count}.',
    ),
    numbers: label(
      'Shënoni numrat e telefonit të institucioneve. Pa numër janë {count}.',
      'Enter the phone numbers of institutions. {count} have none.',
    ),
  },
};
