import type { TeamWords } from '#shared/domain/console/words/team-words.ts';
import { label } from '../label.ts';

export const teamWords: TeamWords = {
  you: label('{name} (ju)', '{name} (you)'),
  handOverMeans: label(
    'Rastin nuk e ka askush derisa ta marrë dikush i atij ekipi. Afatet vazhdojnë.',
    'Nobody has the case until somebody of that team claims it. The clocks run on.',
  ),
  linkMeans: label(
    'Të dy raportimet janë për të njëjtën ngjarje. Ky rast vihet nën rastin kryesor, dhe ruan bisedën e vet.',
    'Both reports are of the same event. This case is put under the parent case, and keeps its own thread.',
  ),
  maybeSame: label('Ndoshta e njëjta ngjarje:', 'Perhaps the same event:'),
  unlinkMeans: label(
    'Ky rast ndahet nga rasti kryesor. Urgjenca e tij nuk ndryshon.',
    'This case is taken from under the parent case. Its severity stays.',
  ),
  exclusionsMeans: label(
    'Kush është shënuar këtu nuk e hap dot rastin, dhe rasti nuk i jepet. Veten nuk e shënoni dot.',
    'Who is ticked here cannot open the case or get it. You cannot tick yourself.',
  ),
  exclusionsMayWait: label(
    'Nëse mbeten shumë pak persona, ose shënohet një auditues ose drejtori, vendos edhe një person i dytë.',
    'Where too few people are left, or an auditor or the director is ticked, a second person decides.',
  ),
  whichCases: label('Cilat raste', 'Which cases'),
  whichHint: label(
    'Secili rast ka përgjigjen e vet. Çfarë nuk bëhet mbetet e shënuar.',
    'Each case is answered alone. What is not done stays ticked.',
  ),
  parent: label('rasti kryesor', 'parent case'),
  noneTicked: label('Shënoni të paktën një rast.', 'Tick at least one case.'),
  wasDone: label('u bë', 'done'),
  wasRefused: label('nuk u bë', 'not done'),
  someRefused: label(
    'Disa nuk u bënë. Ata mbeten të shënuar, dhe teksti juaj është ende këtu.',
    'Some were not done. They stay ticked, and your text is still here.',
  ),
  linkedSeverity: label('Çdo rast i shënuar duhet të ketë këtë urgjencë.', 'Each ticked case must have this severity.'),
};
