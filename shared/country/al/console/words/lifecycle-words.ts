import type { LifecycleWords } from '#shared/domain/console/words/lifecycle-words.ts';
import { label } from '../label.ts';

export const lifecycleWords: LifecycleWords = {
  goThere: label('Shkoni atje', 'Go there'),
  blocked: label('Rasti nuk zgjidhet ende. Bëni më parë këto:', 'The case cannot be resolved yet. Do this first:'),
  asCaseShows: label('siç e tregon vetë rasti', 'as the case itself shows'),
  spokenHint: label('Ruhet i vulosur, si shënim.', 'It is kept sealed, as a note.'),
  mostAlso: label('Më së shumti pesë. I pari është kryesori.', 'Five at most. The one above is the main outcome.'),
  dutyHint: label(
    'Raportimi flet për një krim të mundshëm ndaj një fëmije, prandaj kjo vendoset këtu.',
    'The report speaks of a possible crime against a child, so this is decided here.',
  ),
  noReason: label('pa arsye të veçantë', 'no special reason'),
  closableFrom: label('Pa arsye mund të mbyllet më vonë: {at}.', 'Without a reason it can be closed later: {at}.'),
  closureHint: label(
    'Arsyeja duhet vetëm kur diçka është ende e hapur, ose kur rasti nuk është ende i qetë.',
    'A reason is needed only while something is open, or while the case is not quiet yet.',
  ),
  reopeningMeans: label(
    'Rasti hapet përsëri, me një premtim të ri që fillon tani.',
    'The case goes on again, with a new promise that begins now.',
  ),
  leadCaseHint: label(
    'Numri i rastit kryesor, që është zgjidhur tashmë.',
    'The number of the parent case, which is resolved already.',
  ),
  dropProposalsHint: label(
    'Pa këtë ato mbeten te “Tani” derisa dikush të vendosë. Ato që janë të detyrueshme vendosen veçmas.',
    'Without it they stay under “Now” until somebody decides. Required ones are decided one by one.',
  ),
  correctionMeans: label(
    'Përfundimet e mëparshme mbeten te rasti. Asnjë afat nuk fillon nga e para.',
    'The outcomes before stay with the case. No clock starts.',
  ),
};
