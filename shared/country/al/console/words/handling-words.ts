import type { HandlingWords } from '#shared/domain/console/words/handling-words.ts';
import { label } from '../label.ts';

export const handlingWords: HandlingWords = {
  readySentences: label('Fjali të gatshme', 'Ready sentences'),
  readyHint: label(
    'Fjalia shtohet aty ku keni kursorin. Ndryshojeni si të doni. Çfarë mbetet në kllapa { } plotësohet ose fshihet.',
    'The sentence is added where your cursor is. Change it as you like. Fill in or delete what is left in braces { }.',
  ),
  fits: label('Për këtë rast', 'For this case'),
  others: label('Fjali të tjera', 'Other sentences'),
  preview: label('Si e sheh raportuesi', 'As the reporter sees it'),
  previewOfChild: label('Si e sheh fëmija', 'As a child sees it'),
  nothingToPreview: label(
    'Këtu shfaqet mesazhi, ashtu siç e lexon raportuesi.',
    'The message stands here as the reporter reads it.',
  ),
  reads: label('Raportuesi lexon {language}, {address}.', 'The reporter reads {language}, {address}.'),
  blankLeft: label(
    'Në mesazh ka ende diçka në kllapa { }. Plotësojeni ose fshijeni.',
    'Something in braces { } is still in the message. Fill it in or delete it.',
  ),
  tell: label('A i shkruhet raportuesit', 'Is the reporter written to'),
  write: label('Po, me këtë mesazh', 'Yes, with this message'),
  messageMissing: label(
    'Shkruani mesazhin për raportuesin, ose zgjidhni pse nuk i shkruhet.',
    'Write the message to the reporter, or choose why nobody writes to them.',
  ),
  choose: label('Zgjidhni', 'Choose'),
  missing: label('Mungon ende: {field}.', 'Still missing: {field}.'),
  notJudged: label('nuk u gjykua', 'not judged'),
  severityHint: label(
    'E tanishmja është zgjedhur. Nëse duhet një tjetër, ndryshojeni më parë.',
    'The present one is chosen. If it should be another, change it first.',
  ),
  changeSeverityFirst: label(
    'Trajtimi konfirmon urgjencën e tanishme. Ndryshojeni më parë urgjencën: ajo që shkruat këtu nuk humbet.',
    'Handling confirms the present severity. Change the severity first: what you typed here is not lost.',
  ),
  lowerMeans: label(
    'Uljen nga urgjenca kritike e shqyrton edhe një person i dytë ({roles}). Nëse nuk ka kush ta shqyrtojë, rasti mbetet kritik deri në vendim.',
    'Another person ({roles}) looks at a lowering from critical. Where nobody can look, the case stays critical until it is decided.',
  ),
  fromReport: label('Fillon me atë që u raportua.', 'It begins with what was reported.'),
  fromAssessment: label('Fillon me vlerësimin e fundit.', 'It begins with the last assessment.'),
  victim: label('Personi {n}', 'Person {n}'),
  addVictim: label('Shtoni një person', 'Add a person'),
  removeVictim: label('Hiqeni personin {n}', 'Remove person {n}'),
  mostAlso: label('Më së shumti tri.', 'Three at most.'),
  flagsHint: label('Çfarë nuk gjykoni mbetet siç u raportua.', 'What you do not judge stays as it was reported.'),
  riskHint: label(
    'Vetëm kur ka rëndësi për ndihmën. Raportuesi nuk pyetet për këtë.',
    'Only where it matters for help. Nobody asks the reporter for it.',
  ),
  noTarget: label(
    'Asnjë afat nuk zhvendoset tani. Premtimi ndaj raportuesit dhe afatet e kaluara nuk zhvendosen.',
    'No deadline can be moved now. The promise to the reporter and missed deadlines never move.',
  ),
  newTimeHint: label('Me orën e qendrës.', 'In the time of the centre.'),
  noTime: label('Shkruani ditën dhe orën.', 'Give the day and the time.'),
  noSuchTime: label(
    'Kjo orë nuk ekziston: atë natë ora shtyhet përpara.',
    'There is no such time: the clocks go forward that night.',
  ),
  noteHint: label('E lexojnë kolegët. Raportuesi nuk e sheh.', 'Colleagues read it. The reporter does not see it.'),
  waitingHint: label('Pritja nuk ndal asnjë afat të premtimit.', 'Waiting stops no clock of the promise.'),
  addresses: {
    child: label('me fjalët për një fëmijë', 'addressed as a child'),
    adult: label('me fjalët për një të rritur', 'addressed as an adult'),
  },
};
