import type { MeWords } from '#shared/domain/console/centre/me-words.ts';
import { label } from '../label.ts';
import { rosterWords } from './roster-words.ts';

export const meWords: MeWords = {
  language: label('Gjuha juaj', 'Your language'),
  languageFor: label('Për emailet, dhe për Besën në çdo pajisje', 'For mails, and for Besa on every device'),
  languageMeans: label('Butoni lart vlen vetëm për këtë pajisje.', 'The button at the top is for this device alone.'),
  saved: label('Ruajeni gjuhën', 'Save the language'),
  reached: label('Si ju njofton Besa', 'How Besa reaches you'),
  contact: {
    mail: label(
      'Emailet shkojnë te {mail}. Asnjë telefon nuk bie vetvetiu.',
      'Mails go to {mail}. No phone rings by itself.',
    ),
    mail_to_sms: label(
      'Njoftimet vijnë si mesazhe në telefonin tuaj, përmes {mail}.',
      'Calls come as short messages to your phone, through {mail}.',
    ),
    phone_desk: label(
      'Njoftimet shkojnë te {mail}. Që andej ju telefonojnë në {phone}.',
      'Calls go to {mail}. The desk there rings you at {phone}.',
    ),
  },
  byAdministrator: label(
    'Adresën, telefonin, rolin dhe detyrat i ndryshon vetëm një administrator. Me një adresë tjetër njoftimet do të shkonin te dikush tjetër.',
    'Only an administrator changes address, phone, role and duties. With another address the calls would go to somebody else.',
  ),
  noDuty: label(
    'Nuk keni asnjë detyrë, prandaj nuk ju njofton askush për raste të reja. Emailet vijnë vetëm për çfarë pret punën ose vendimin tuaj.',
    'You hold no duty, so nothing calls you about new cases. Mails come only about what waits for your work or your decision.',
  ),
  duty: label('Detyra: {duty}', 'Duty: {duty}'),
  calledFirst: label('Për një rast kritik njoftoheni menjëherë.', 'About a critical case you are called at once.'),
  calledAfter: label(
    'Për një rast kritik njoftoheni pas {minutes} minutash, nëse deri atëherë askush nuk e ka marrë.',
    'About a critical case you are called after {minutes} minutes, when nobody has taken it by then.',
  ),
  always: label(
    'Kjo detyrë nuk ka turne, prandaj njoftoheni gjithmonë.',
    'This duty is on no roster, so you are always called.',
  ),
  onShifts: label('Turnet tuaja çdo javë:', 'Your shifts of each week:'),
  onNoShift: label(
    'Kjo detyrë ka turne, dhe ju nuk jeni në asnjërin. Për të nuk njoftoheni.',
    'This duty is on the roster, and you stand on no shift. You are not called for it.',
  ),
  shift: label('{days}: {from}–{to}', '{days}: {from}–{to}'),
  shiftNow: label('Tani jeni në turn. Turni mbaron {to}.', 'You are on a shift now. It ends {to}.'),
  nextShift: label('Turni juaj i ardhshëm fillon {from}.', 'Your next shift begins {from}.'),
  noNextShift: label('Në dy javët që vijnë nuk jeni në asnjë turn.', 'You stand on no shift of the next two weeks.'),
  night: label(
    'Natën, nga ora {from} deri në {to}, ju zgjojnë vetëm rastet kritike, dhe ato me urgjencë të lartë ku mund të ketë një fëmijë. Të tjerat presin deri në {to}.',
    'By night, from {from} to {to}, only critical cases wake you, and high ones where a child may be involved. The rest waits until {to}.',
  ),
  daily: label(
    'Rastet me urgjencë normale ose të ulët vijnë në një email të përbashkët, çdo ditë në: {times}.',
    'Normal and low cases come together in one mail, every day at {times}.',
  ),
  cameBack: label(
    'Emailet për ju u kthyen, së pari {since}. Adresa provohet përsëri {until}. Deri atëherë njoftohet dikush tjetër në vendin tuaj. Kërkojini një administratori ta rregullojë adresën: {mail}.',
    'Mails to you came back, first {since}. The address is tried again {until}. Until then somebody else is called in your place. Ask an administrator to put the address right: {mail}.',
  ),
  test: label('Provë me email', 'Test mail'),
  testMeans: label(
    'Emaili i provës niset brenda dy minutash, në të njëjtën rrugë si çdo njoftim. Nëse sapo ju ka ardhur diçka tjetër, ai vjen deri në {minutes} minuta më vonë. Njoftimet për raste kalojnë përpara.',
    'The test mail leaves within two minutes, by the way of every call. If something else has just gone to you, it comes up to {minutes} minutes later. Letters about cases go first.',
  ),
  testFails: label(
    'Nëse nuk vjen, ose nuk e dëgjoni, thuajini një administratori. Natën nuk do t’i dëgjonit as njoftimet.',
    'If it does not come, or if you do not hear it, tell an administrator. By night you would not hear the calls either.',
  ),
  testAsked: label('Provën e fundit e kërkuat {at}.', 'You asked for the last test {at}.'),
  testCameBack: label('Prova juaj u kthye mbrapsht.', 'Your test came back.'),
  testAgain: label('Mund ta kërkoni përsëri {at}.', 'You can ask for it again {at}.'),
  askTest: label('Më dërgoni një provë', 'Send me a test mail'),
  device: label('Në këtë pajisje', 'On this device'),
  dutyPhone: label('Jam në turn me këtë telefon', 'I am on duty with this phone'),
  dutyPhoneMeans: label(
    'Ky telefon e mban hyrjen tuaj deri në fund të turnit, më së shumti 12 orë, edhe kur e mbyllni faqen. Pas 15 minutash pa e prekur shfaqen vetëm lista dhe “Merrem unë”. Kush e merr telefonin e hapur, i sheh gjithashtu. Nëse e humbni, njoftoni menjëherë një administrator, që t’jua mbyllë hyrjen.',
    'This phone keeps you signed in until the shift ends, for 12 hours at most, also when you close the page. After 15 minutes without a touch only the list and “I have it” are shown. Whoever takes the phone unlocked sees them, too. If you lose it, tell an administrator at once, who ends your access.',
  ),
  sound: label('Tingull kur vjen diçka e re', 'A sound when something new comes'),
  soundMeans: label(
    'Dëgjohet vetëm kur kjo faqe është e hapur. Njoftimet e turnit vijnë me email si më parë.',
    'It is heard only while this page is open. Calls of the shift come by mail as before.',
  ),
  letters: label('Komanda me një shkronjë', 'Commands by a single letter'),
  lettersMean: label('Shtypni ? për t’i parë të gjitha.', 'Press ? to see them all.'),
  days: rosterWords.days,
};
