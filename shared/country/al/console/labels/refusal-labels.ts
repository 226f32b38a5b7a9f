import type { RefusalLabels } from '#shared/domain/console/labels/refusal-labels.ts';
import { staffProblemTexts } from '../../texts/staff-problem-texts.ts';
import { label } from '../label.ts';

/** What stands against a command, and what to do about it. */
export const refusalLabels: RefusalLabels = {
  forbidden: staffProblemTexts.because,
  conflicts: {
    fields_missing: label(
      'Mungon diçka. Plotësoni fushat e shënuara.',
      'Something is missing. Fill in the fields named here.',
    ),
    role: label(
      'Roli juaj nuk e përfshin këtë. Kërkojani një punonjësi përgjegjës ose mbikëqyrësit.',
      'Your role does not include this. Ask an officer or a supervisor.',
    ),
    asked_by_another: label('Skedarin e merr vetëm kush e kërkoi.', 'Only the person who asked for the file takes it.'),
    own_call: label(
      'Telefonatën e bëtë ju. Atë e shqyrton dikush tjetër.',
      'You made this call. Somebody else looks at it.',
    ),
    wrong_status: label(
      'Në gjendjen e tanishme të rastit kjo nuk bëhet. Shihni rastin përsëri.',
      'In its present state the case does not take this. Look at the case again.',
    ),
    not_read: label(
      'Rastin nuk e ka lexuar ende askush. Lexojeni më parë.',
      'Nobody has read the case yet. Read it first.',
    ),
    not_read_by_you: label(
      'Ju nuk e keni lexuar këtë rast. Lexojeni më parë.',
      'You have not read this case. Read it first.',
    ),
    no_code_concern: label(
      'Me kodin e raportuesit nuk ka asnjë problem, pra nuk ka çfarë të shënohet.',
      'There is no concern about the reporter’s code, so there is nothing to record.',
    ),
    code_known_to_you: label(
      'Kodin e dini edhe ju. Me raportuesin flet dikush tjetër.',
      'You know the code yourself. Somebody else speaks to the reporter.',
    ),
    not_handled: label(
      'Rasti nuk është trajtuar ende. Shënoni më parë trajtimin.',
      'The case is not handled yet. Record the handling first.',
    ),
    assigned_to_another: label(
      'Rastin e ka dikush tjetër. Kërkojani, ose pyesni mbikëqyrësin.',
      'Somebody else has the case. Ask them for it, or ask a supervisor.',
    ),
    severity_unchanged: label('Urgjenca është tashmë kjo.', 'The severity is this already.'),
    severity_differs: label(
      'Urgjenca ka ndryshuar ndërkohë. Shihni të renë dhe konfirmojeni, ose ndryshojeni më parë.',
      'The severity has changed meanwhile. See the new one and confirm it, or change it first.',
    ),
    lead_not_resolved: label(
      'Rasti kryesor nuk është zgjidhur ende. Zgjidheni më parë atë.',
      'The parent case is not resolved yet. Resolve that one first.',
    ),
    timer_ended: label(
      'Ky afat ka mbaruar. Nuk ka më çfarë të bëhet me të.',
      'This deadline has ended. There is nothing to do about it.',
    ),
    rung_moved_on: label(
      'Ndërkohë u njoftua niveli tjetër. Nëse e merrni ju, konfirmoni nivelin e tanishëm.',
      'The next rung was escalated meanwhile. If it is yours, acknowledge the present one.',
    ),
    no_danger: label(
      'Në këtë rast asgjë nuk flet për një person në rrezik.',
      'Nothing in this case names a person in danger.',
    ),
    unknown_referral: label(
      'Ky referim nuk ekziston. Shihni rastin përsëri.',
      'There is no such referral. Look at the case again.',
    ),
    wrong_referral_status: label(
      'Në gjendjen e tanishme të referimit kjo nuk bëhet. Shihni referimin përsëri.',
      'In its present state the referral does not take this. Look at the referral again.',
    ),
    copy_changed: label(
      'Nuk u dërgua: kopja nuk është më ajo që patë. Shiheni përsëri, pastaj dërgojeni.',
      'Not sent: the copy is not the one any more that you saw. Look at it again, then send it.',
    ),
    no_look_owed: label('Këtu nuk ka telefonatë që pret shqyrtim.', 'No call waits to be looked at here.'),
    no_access_code: label(
      'Ky kontakt nuk ka kod hyrjeje që hap diçka. Dërgoni një rikujtim, dhe vjen një i ri.',
      'This contact has no access code that opens something. Send a reminder, and a new one comes.',
    ),
    questions_full: label(
      'Institucioni ka bërë tashmë {limit} pyetje. Telefononi.',
      'The institution has asked {limit} questions already. Call it.',
    ),
    no_question_waits: label(
      'Asnjë pyetje e këtij institucioni nuk pret. Dikush mund të jetë përgjigjur ndërkohë: shihni referimin përsëri.',
      'No question of this institution waits. Somebody may have replied meanwhile: look at the referral again.',
    ),
    reminded_just_now: label(
      'Ky institucion mori një rikujtim para pak minutash. Telefononi, ose prisni dhjetë minuta.',
      'This institution was reminded some minutes ago. Call it, or wait ten minutes.',
    ),
    institution_not_asked: label(
      'Asnjë institucion nuk është pyetur ende. Dërgoni më parë një referim.',
      'No institution was asked yet. Send a referral first.',
    ),
    reporter_not_asked: label(
      'Raportuesi nuk ka një pyetje pa përgjigje. Shkruajini më parë.',
      'The reporter has no open question. Write to them first.',
    ),
    institution_excluded: label(
      'Ky institucion është përjashtuar nga rasti. Zgjidhni një tjetër.',
      'The case excludes this institution. Choose another one.',
    ),
    institution_never_told: label(
      'Ky institucion nuk njoftohet në një rast të tillë. Zgjidhni institucionin mbi të.',
      'Such a case is never passed on to this institution. Choose another one, above it.',
    ),
    institution_out_of_use: label(
      'Me këtë institucion nuk punohet më. Zgjidhni një tjetër.',
      'No case is passed on to this institution any more. Choose another one.',
    ),
    referrals_full: label(
      'Rasti ka tashmë {limit} referime. Përdorni një nga ato.',
      'The case has {limit} referrals already. Use one of them.',
    ),
    referral_not_acknowledged: label(
      'Një institucion që duhet ta dijë nuk e ka konfirmuar. Telefononi atje, ose përdorni një rrugë të dytë.',
      'An institution that must know has not acknowledged. Call it, or use a second route.',
    ),
    duty_not_sent: label(
      'Ligji kërkon njoftim, dhe te ky institucion nuk është dërguar referim. Dërgojeni më parë.',
      'The law requires a report, and no referral to this institution was sent. Send it first.',
    ),
    notice_not_sent: label(
      'Hapi tjetër ishte platforma, dhe ajo nuk është njoftuar. Shënoni më parë njoftimin.',
      'The next step was the platform, and it was not asked. Record the notice first.',
    ),
    person_excluded: label(
      'Ky person është përjashtuar nga rasti. Zgjidhni dikë tjetër.',
      'The case excludes this person. Choose somebody else.',
    ),
    unknown_notice: label(
      'Ky njoftim nuk ekziston. Shihni rastin përsëri.',
      'There is no such notice. Look at the case again.',
    ),
    notices_full: label(
      'Rasti ka tashmë {limit} njoftime te platformat.',
      'The case has {limit} takedown notices already.',
    ),
    approvals_full: label(
      'Rasti ka tashmë {limit} kërkesa për një person të dytë. Flisni me mbikëqyrësin.',
      'The case has {limit} requests for a second person already. Speak to the supervisor.',
    ),
    notes_full: label(
      'Rasti ka tashmë {limit} shënime. Nuk shtohet dot tjetër.',
      'The case has {limit} notes already. No other can be added.',
    ),
    linked_already: label(
      'Rasti është i lidhur me një tjetër. Ndajeni më parë.',
      'The case is linked to another one. Unlink it first.',
    ),
    not_linked: label('Rasti nuk është i lidhur me asnjë tjetër.', 'The case is linked to no other.'),
    leads_others: label(
      'Ky rast është vetë rast kryesor i të tjerëve. Ndajini më parë ata.',
      'This case is itself the parent of others. Unlink those first.',
    ),
    lead_closed: label(
      'Rasti kryesor është mbyllur. Hapeni përsëri, ose zgjidhni një tjetër.',
      'The parent case is closed. Reopen it, or choose another one.',
    ),
    lead_full: label(
      'Rasti kryesor ka tashmë {limit} raste të lidhura.',
      'The parent case has {limit} linked cases already.',
    ),
    matters_open: label(
      'Ka ende gjëra të hapura. Shihni cilat, ose thoni pse mbyllet gjithsesi.',
      'Something is still open. See what, or say why it is closed all the same.',
    ),
    not_quiet_yet: label(
      'Në këtë rast ka pasur lëvizje së fundi. Prisni, ose thoni pse mbyllet tani.',
      'The case has not been quiet for long enough. Wait, or say why it is closed now.',
    ),
    never_moves: label(
      'Ky afat nuk zhvendoset: iu premtua raportuesit.',
      'This deadline never moves: it was promised to the reporter.',
    ),
    missed_already: label(
      'Ky afat ka kaluar. Një afat i kaluar nuk zhvendoset.',
      'This deadline was missed. A missed one is not moved.',
    ),
    held: label(
      'Fshirja është ndaluar. Lejojeni përsëri më parë.',
      'The case is held from erasure. Release the hold first.',
    ),
    not_held: label('Fshirja nuk është ndaluar.', 'There is no hold on the case.'),
    safety_unclear: label(
      'Nuk dihet nëse fëmija është jashtë rrezikut. Rasti nuk fshihet pa këtë.',
      'It is not known whether the child is safe. Without that the case is not erased.',
    ),
    withdrawal_waits: label(
      'Tërheqja pret ende: dikush duhet të shohë nëse fëmija është jashtë rrezikut, dhe koha të kalojë.',
      'The withdrawal still waits: somebody looks whether the child is safe, and the time must pass.',
    ),
    unknown_approval: label(
      'Kjo kërkesë nuk ekziston. Shihni rastin përsëri.',
      'There is no such request. Look at the case again.',
    ),
    approval_pending: label(
      'Për këtë pritet tashmë vendimi i një personi të dytë.',
      'This waits for a second person already.',
    ),
    taken_already: label(
      'Skedari është marrë një herë. Kërkojeni përsëri nëse ju duhet.',
      'The file was taken once. Ask for it again if you need it.',
    ),
    names_self: label(
      'Veten nuk e përjashtoni dot. Kërkojani dikujt tjetër.',
      'You cannot exclude yourself. Ask somebody else.',
    ),
    exclusion_waits: label(
      'Përjashtimi që kërkuat pret ende një vendim. Deri atëherë kjo nuk bëhet.',
      'The exclusion that you asked for still waits for a decision. Until then this is not done.',
    ),
    nobody_to_ask: label(
      'Nuk ka mbetur askush që mund ta vendosë. Flisni me drejtorin.',
      'Nobody is left who could decide it. Speak to the director.',
    ),
    outcome_unchanged: label('Përfundimi është tashmë ky.', 'The outcome is this already.'),
    own_request: label('Kërkesën e bëtë ju. Vendos dikush tjetër.', 'The request is yours. Somebody else decides.'),
    not_an_approver: label(
      'Për këtë nuk mund të vendosni ju. Faqja thotë kush mund të vendosë.',
      'You cannot decide this one. The page says who can.',
    ),
    approval_over: label(
      'Kjo kërkesë ka mbaruar. Nëse duhet, bëhet një e re.',
      'This request is over. If it is needed, a new one is made.',
    ),
    no_call_asked: label(
      'Këtu nuk pritet vendimi i partnerit të jashtëm me telefon.',
      'No call of the outside partner is awaited here.',
    ),
    wrong_code: label(
      'Kodi i telefonatës nuk është ky. Kërkojani partnerit ta lexojë përsëri nga emaili.',
      'This is not the code of the call. Ask the partner to read it again from the mail.',
    ),
    person_known: label(
      'Dikush në listë e ka tashmë këtë identifikues. Kërkojeni në listë, ose zgjidhni një tjetër.',
      'Somebody in the directory has this identifier already. Look for them in the list, or choose another one.',
    ),
    last_administrator: label(
      'Është administratori i fundit. Caktoni më parë një tjetër.',
      'This is the last administrator. Name another one first.',
    ),
    own_record: label(
      'Të drejtat tuaja nuk i zgjeroni dot vetë. Kërkojani një administratori tjetër.',
      'You cannot widen your own rights. Ask another administrator.',
    ),
    change_waits: label(
      'Për këtë person pret tashmë një ndryshim. Prisni vendimin, ose refuzojeni.',
      'A change of this person waits already. Wait for the decision, or refuse it.',
    ),
    nothing_waits: label(
      'Këtu nuk pret më asnjë ndryshim: u vendos, ose koha mbaroi. Shihni si është tani.',
      'No change waits here any more: it was decided, or its time ended. See how it stands now.',
    ),
    too_many_wait: label(
      'Presin tashmë shumë ndryshime. Vendosni më parë për to.',
      'Too many changes wait already. Decide on those first.',
    ),
    no_call: label(
      'Këtu nuk pritet telefonata e këtij partneri. Shihni kush vendos tani.',
      'No call of this partner is awaited here. See who decides now.',
    ),
    filed_by_another: label(
      'Ky raportim u ruajt tashmë nga dikush tjetër me të njëjtin çelës. Shihni rastin e ruajtur.',
      'Somebody else has filed this report with the same key. See the case that was filed.',
    ),
    rung_unheld: label(
      'Një nivel njoftimi do të mbetej pa asnjë person. Caktoni dikë për të.',
      'A rung would be left with nobody. Name somebody for it.',
    ),
    nobody_left: label(
      'Për një fëmijë në rrezik nuk do të mbetej asnjë institucion. Vini më parë në përdorim një tjetër.',
      'For a child in danger no institution would be left. Put another one into use first.',
    ),
  },
  changedMeanwhile: {
    somebody: label(
      'Rasti ka ndryshuar ndërkohë. Shihni çfarë ka ndryshuar.',
      'The case has changed meanwhile. See what changed.',
    ),
    nothing_lost: label('Teksti juaj është ende këtu.', 'Your text is still here.'),
  },
};
