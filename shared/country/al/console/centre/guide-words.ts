import type { GuideWords } from '#shared/domain/console/centre/guide-words.ts';
import { label } from '../label.ts';

const iHaveIt = label(
  '“Merrem unë” i ndal njoftimet për {minutes} minuta. Rasti nuk është trajtuar ende: hapeni dhe merreni.',
  '“I have it” stops the calls for {minutes} minutes. The case is not handled by that: open it and take it.',
);
const readingIsLogged = label(
  'Teksti hapet vetëm kur e hapni ju. Çdo hapje shënohet me emrin tuaj, dhe për rastet më urgjente thoni pse.',
  'A text opens only when you open it. Each opening is noted with your name, and for the most urgent cases you say why.',
);

export const guideWords: GuideWords = {
  title: label('Dita e parë: pesë gjëra', 'The first day: five things'),
  read: label('I lexova', 'I have read it'),
  stays: label('Këto i gjeni gjithmonë te “Cilësimet e mia”.', 'You always find this under “My settings”.'),
  roles: {
    volunteer: [
      label(
        'Ju shihni cilat raste presin: numrin, urgjencën dhe afatin.',
        'You see which cases wait: number, urgency and due time.',
      ),
      label('Tekstet e raportimeve nuk i hapni dot.', 'You cannot open what was reported.'),
      label(
        'Kur një rast po vonohet, njoftoni kush është në turn.',
        'When a case is getting late, tell whoever is on duty.',
      ),
      label(
        'Numrin e rastit mos e shkruani kurrë jashtë Besës.',
        'Never write the number of a case anywhere outside Besa.',
      ),
      label(
        'Kur rasti mbyllet ose zgjidhet, nuk e shihni më.',
        'Once a case is resolved or closed, you do not see it any more.',
      ),
    ],
    counsellor: [
      label(
        'Te “Tani” gjeni çfarë po pret: njoftimet, çfarë nuk e ka lexuar askush, dhe rastet tuaja.',
        'Under “Now” stands what waits: calls, what nobody has read, and your own cases.',
      ),
      iHaveIt,
      readingIsLogged,
      label(
        'Kur dikush ju telefonon, plotësoni “Raportim i ri” gjatë bisedës dhe jepjani kodin.',
        'When somebody rings, fill in “File a report” while you speak, and give them the code.',
      ),
      label(
        'Uljen e urgjencës, nxjerrjen e tekstit dhe fshirjen i kërkon një punonjës përgjegjës. Pyeteni.',
        'An officer lowers the severity, and asks for an export or for erasing. Ask one.',
      ),
    ],
    officer: [
      label(
        'Te “Tani” gjeni çfarë nuk e ka parë askush. E para është ajo që duhet bërë e para.',
        'Under “Now” stands what nobody has seen. What comes first is to be done first.',
      ),
      iHaveIt,
      readingIsLogged,
      label(
        'Ju vendosni cilit institucion i shkon rasti dhe me cilat pjesë. Hapi i fundit tregon kopjen e saktë.',
        'You decide to which institution a case goes, and with which parts. The last step shows the exact copy.',
      ),
      label(
        'Nxjerrja e tekstit dhe fshirja presin një person të dytë. I gjeni te “Miratimet”.',
        'An export and erasing wait for a second person. They stand under “Approvals”.',
      ),
    ],
    supervisor: [
      label(
        'Te “Tani” gjeni çfarë nuk e ka parë askush, dhe orët kur qendrës i mungon dikush.',
        'Under “Now” stands what nobody has seen, and the hours in which the centre lacks somebody.',
      ),
      iHaveIt,
      label(
        'Turnet i mbani ju: çdo orë ka nevojë për dikë, edhe për dikë me të drejtën për adresat.',
        'You keep the roster: each hour needs somebody, and somebody who may see addresses.',
      ),
      label(
        'Ju vendosni si person i dytë kur dikush kërkon ta nxjerrë ose ta fshijë një rast, ose ia ka ulur urgjencën.',
        'You are the second person when somebody asks to export or erase a case, or has lowered its severity.',
      ),
      label(
        'Ju shihni sa raste të rënda lexoi secili. Pyetini si janë.',
        'You see how many hard cases each colleague read. Ask them how they are.',
      ),
    ],
    director: [
      label(
        'Te “Tani” gjeni çfarë nuk e ka parë askush. Kur njoftoheni ju, të tjerët nuk janë përgjigjur.',
        'Under “Now” stands what nobody has seen. When you are called, the others have not answered.',
      ),
      label(
        '“Merrem unë” i ndal njoftimet për {minutes} minuta. Gjeni menjëherë dikë që e lexon rastin.',
        '“I have it” stops the calls for {minutes} minutes. Find somebody at once who reads the case.',
      ),
      label('Ju i shihni rastet, por nuk hapni tekste.', 'You see the cases, and you open no texts.'),
      label(
        'Ju vendosni si person i dytë për nxjerrjen e tekstit, për fshirjen dhe për përjashtimet.',
        'You are the second person for exports, erasing and exclusions.',
      ),
      label(
        'Ju mund ta ndaloni fshirjen e një rasti, dhe të përjashtoni nga një rast dikë që ai e prek.',
        'You can hold a case from being erased, and keep somebody out of a case that touches them.',
      ),
    ],
    auditor: [
      label(
        'Ju shihni rastet dhe çfarë u bë me to, por nuk hapni tekste.',
        'You see the cases and what was done with them, and you open no texts.',
      ),
      label(
        '“Kush çfarë hapi” tregon kush hapi cilin tekst, dhe pse. Ajo që nuk është e zakonshme është e shënuar.',
        '“Who opened what” says who opened which text, and why. What is unusual is marked.',
      ),
      label(
        'Ju shihni edhe kush ndryshoi njerëzit, detyrat dhe turnet.',
        'You also see who changed people, duties and shifts.',
      ),
      label('Ju nuk ndryshoni asgjë te rastet.', 'You change nothing of a case.'),
      label(
        'Kur diçka nuk ju duket në rregull, flisni me drejtorin. Kur prek drejtorin, flisni me partnerin e jashtëm.',
        'When something does not look right, speak to the director. When it touches the director, speak to the outside partner.',
      ),
    ],
    statistician: [
      label('Ju punoni me shifra, dhe nuk shihni asnjë rast.', 'You work with figures, and you see no case.'),
      label(
        'Shifrat vijnë nga rrjedha e rasteve. Askush nuk i shkruan me dorë.',
        'Figures come from the course of the cases. Nobody types them.',
      ),
      label(
        'Një shifër e vogël mund ta tregojë një njeri. Botoni vetëm çfarë është botuar nga Besa.',
        'A small figure can give a person away. Publish only what Besa has published.',
      ),
      label(
        'Nëse dikush ju jep numrin e një rasti, kjo nuk hap asgjë për ju.',
        'When somebody gives you the number of a case, it opens nothing for you.',
      ),
      label(
        'Kur një shifër ju duket e gabuar, flisni me mbikëqyrësin, që i sheh rastet.',
        'When a figure looks wrong, speak to the supervisor, who sees the cases.',
      ),
    ],
    administrator: [
      label(
        'Ju mbani njerëzit, detyrat, turnet dhe institucionet. Ju nuk shihni asnjë rast.',
        'You keep people, duties, the roster and institutions. You see no case.',
      ),
      label(
        'Kur dikujt i shtohen të drejta, vendos një administrator i dytë. Për veten nuk vendosni ju.',
        'When somebody gets more rights, a second administrator decides. You decide nothing for yourself.',
      ),
      label(
        'Kur humbet një telefon, pezulloni menjëherë personin. Hyrja mbyllet që nga kërkesa e ardhshme.',
        'When a phone is lost, suspend that person at once. It holds from their next request.',
      ),
      label(
        'Llogaria hapet te shërbimi i hyrjes. Këtu e shtoni personin me numrin e llogarisë.',
        'An account is made at the sign-in service. Here you add the person under the id of the account.',
      ),
      label(
        'Kur emailet e dikujt kthehen, rregulloni adresën. Deri atëherë njoftohet dikush tjetër.',
        'When mails to somebody come back, put the address right. Until then somebody else is called.',
      ),
    ],
  },
};
