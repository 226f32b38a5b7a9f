import type { Audience } from '#shared/domain/help/audience.ts';
import type { Text } from '#shared/domain/text.ts';

type Labels = Readonly<Record<Audience, Text>>;

const text = (sq: string, en: string): Text => ({ sq, en });
const labels = (child: Text, parent: Text, school: Text, adult: Text): Labels => ({ child, parent, school, adult });
/** For categories where one wording fits everybody. */
const everybody = (sq: string, en: string): Labels => {
  const one = text(sq, en);
  return labels(one, one, one, one);
};

/**
 * What each category is called for each kind of reader. A child reads what happened, never the name of an offence. The
 * words of the field (CSAM, never "child pornography") are for adults who work with it.
 * Source: docs/domain.md, Words for CSAM and Other taxonomies.
 */
export const categoryLabels: Readonly<Record<string, Labels>> = {
  sexual_extortion: labels(
    text(
      'Dikush më kërcënon se do t’u tregojë të tjerëve foto ose video të mia',
      'Someone threatens to show others pictures or videos of me',
    ),
    text(
      'Dikush e kërcënon fëmijën tim me foto ose video intime',
      'Someone threatens my child with intimate pictures or videos',
    ),
    text(
      'Një nxënës kërcënohet me foto ose video intime (shantazh seksual)',
      'A pupil is threatened with intimate pictures or videos (sexual extortion)',
    ),
    text('Shantazh seksual (sextortion)', 'Sexual extortion (sextortion)'),
  ),
  csam: labels(
    text(
      'Një foto ose video pa rroba, ose seksuale, e dikujt nën 18 vjeç (edhe nëse je ti, edhe nëse është e rreme)',
      'A naked or sexual picture or video of someone under 18, also if it is you, also if it is fake',
    ),
    text('Foto ose video pa rroba, ose seksuale, të një fëmije', 'Naked or sexual pictures or videos of a child'),
    text('Materiale të abuzimit seksual me fëmijë (CSAM)', 'Child sexual abuse material (CSAM)'),
    text('Materiale të abuzimit seksual me fëmijë (CSAM)', 'Child sexual abuse material (CSAM)'),
  ),
  csam_synthetic: labels(
    text(
      'Një foto ose video e rreme, pa rroba ose seksuale, e dikujt nën 18 vjeç',
      'A fake naked or sexual picture or video of someone under 18',
    ),
    text(
      'Foto ose video të rreme, pa rroba ose seksuale, të një fëmije (të bëra me IA)',
      'Fake naked or sexual pictures or videos of a child (made with AI)',
    ),
    text(
      'Materiale të abuzimit seksual me fëmijë të krijuara me IA (deepfake)',
      'Child sexual abuse material made with AI/deepfake',
    ),
    text(
      'Materiale të abuzimit seksual me fëmijë të krijuara me IA (deepfake)',
      'Child sexual abuse material made with AI/deepfake',
    ),
  ),
  grooming: labels(
    text(
      'Dikush më i madh më shkruan gjëra që më bëjnë të ndihem keq, ose kërkon të takohemi',
      'Someone older writes me things that feel wrong, or wants to meet me',
    ),
    text(
      'Një i rritur po i afrohet fëmijës tim në internet për qëllime seksuale',
      'An adult is approaching my child online for sexual reasons',
    ),
    text('Joshje e një nxënësi nga një i rritur në internet', 'Online grooming of a pupil by an adult'),
    text('Joshje/afrim me qëllim seksual (grooming)', 'Grooming of a child for sexual purposes'),
  ),
  intimate_image: labels(
    text(
      'Dikush ka një foto ose video ku jam pa rroba, ose po e përhap',
      'Someone has a naked picture or video of me, or is sharing it',
    ),
    text(
      'Foto ose video intime të fëmijës tim po përhapen',
      'Intimate pictures or videos of my child are being shared',
    ),
    text('Foto ose video intime të një nxënësi po përhapen', 'Intimate pictures or videos of a pupil are being shared'),
    text('Shpërndarje e imazheve intime pa pëlqim', 'Sharing of intimate images without consent'),
  ),
  sexual_harassment: labels(
    text(
      'Dikush më dërgon foto ose mesazhe seksuale që nuk i dua',
      "Someone sends me sexual pictures or messages that I don't want",
    ),
    text(
      'Fëmija im merr foto ose mesazhe seksuale të padëshiruara',
      'My child gets unwanted sexual pictures or messages',
    ),
    text(
      'Një nxënës merr foto ose mesazhe seksuale të padëshiruara',
      'A pupil gets unwanted sexual pictures or messages',
    ),
    text('Ngacmim seksual në internet', 'Sexual harassment online'),
  ),
  trafficking_exploitation: labels(
    text(
      'Dikush më detyron të punoj, të lyp, ose të bëj gjëra seksuale për para a dhurata',
      'Someone makes me work, beg, or do sexual things for money or gifts',
    ),
    text('Dikush po e shfrytëzon një fëmijë', 'Someone is exploiting a child'),
    text('Trafikim ose shfrytëzim i një fëmije', 'Trafficking or exploitation of a child'),
    text('Trafikim/shfrytëzim', 'Trafficking/exploitation'),
  ),
  abuse_offline: labels(
    text(
      'Dikush më rreh, më bën keq ose më prek ku nuk dua',
      'Someone hits me, hurts me or touches me where I do not want it',
    ),
    text(
      'Dikush e dhunon një fëmijë, ose e prek në mënyrë seksuale',
      'Someone is violent to a child, or touches a child sexually',
    ),
    text('Dhunë ose abuzim ndaj një fëmije jashtë internetit', 'Violence or abuse of a child outside the internet'),
    text('Dhunë ose abuzim ndaj një fëmije jashtë internetit', 'Violence or abuse of a child outside the internet'),
  ),
  suicide_self_harm: labels(
    text('Mendoj ta lëndoj veten, ose e mendon dikush tjetër', 'I think of hurting myself, or someone else does'),
    text('Fëmija im ose dikush tjetër mund ta lëndojë veten', 'My child or someone else may hurt themselves'),
    text('Një nxënës mund ta lëndojë veten', 'A pupil may hurt themselves'),
    text('Vetëvrasje/vetëlëndim', 'Suicide/self-harm'),
  ),
  threat_violence: labels(
    text('Dikush kërcënon se do të rrahë ose do të lëndojë dikë', 'Someone threatens to beat or hurt somebody'),
    text(
      'Kërcënim me dhunë, ose një sherr që mund të vazhdojë edhe jashtë internetit',
      'Threat of violence, or a fight that may move outside the internet',
    ),
    text(
      'Kërcënim me dhunë, ose konflikt që mund të vazhdojë në shkollë',
      'Threat of violence, or a conflict that may move into school',
    ),
    text('Kërcënim/dhunë, konflikt që vazhdon jashtë internetit', 'Threats/violence, conflict moving offline'),
  ),
  missing_child: labels(
    text('Një fëmijë ka humbur ose ka ikur nga shtëpia', 'A child is lost or has run away'),
    text('Një fëmijë mungon ose ka ikur nga shtëpia', 'A child is missing or has run away'),
    text('Një nxënës mungon ose ka ikur nga shtëpia', 'A pupil is missing or has run away'),
    text('Fëmijë i humbur ose që ka ikur nga shtëpia', 'Missing child or runaway'),
  ),
  blackmail_other: labels(
    text('Dikush më kërcënon që të marrë para ose diçka tjetër', 'Someone threatens me to get money or something else'),
    text(
      'Dikush e shantazhon fëmijën tim (jo me foto intime)',
      'Someone blackmails my child (not with intimate pictures)',
    ),
    text('Shantazh ndaj një nxënësi (jo seksual)', 'Blackmail of a pupil (not sexual)'),
    text('Shantazh (jo seksual)', 'Blackmail (not sexual)'),
  ),
  cyberbullying: labels(
    text(
      'Më tallin, më fyejnë ose më përjashtojnë nga grupi në internet',
      'They make fun of me, insult me or shut me out of the group online',
    ),
    text('Fëmijën tim e tallin ose e fyejnë në internet', 'My child is mocked or insulted online'),
    text('Bullizëm në internet mes nxënësve', 'Online bullying among pupils'),
    text('Bullizëm/ngacmim online', 'Cyberbullying'),
  ),
  stalking_harassment: labels(
    text(
      'Dikush nuk më lë rehat: më shkruan pa pushim ose më vëzhgon në internet',
      'Someone will not leave me alone: they keep writing to me or watch me online',
    ),
    text('Dikush e përndjek ose e ngacmon fëmijën tim', 'Someone stalks or harasses my child'),
    text('Përndjekje ose ngacmim i një nxënësi', 'Stalking or harassment of a pupil'),
    text('Përndjekje/ngacmim', 'Stalking/harassment'),
  ),
  hate_speech: labels(
    text('Fjalë urrejtjeje ndaj njerëzve për atë që janë', 'Hateful words against people for who they are'),
    text('Gjuhë urrejtjeje', 'Hate speech'),
    text('Gjuhë urrejtjeje', 'Hate speech'),
    text('Gjuhë urrejtjeje', 'Hate speech'),
  ),
  radicalisation: labels(
    text(
      'Dikush përpiqet të më fusë në një grup që nxit dhunën',
      'Someone tries to pull me into a group that stirs up violence',
    ),
    text('Dikush po e tërheq fëmijën tim drejt ekstremizmit', 'Someone is drawing my child into extremism'),
    text('Radikalizim i një nxënësi', 'Radicalisation of a pupil'),
    text('Radikalizim/ekstremizëm', 'Radicalisation/extremism'),
  ),
  impersonation_account: labels(
    text('Një profil i rremë me emrin ose foton time', 'A fake profile with my name or picture'),
    text('Një profil i rremë me emrin ose foton e fëmijës tim', "A fake profile with my child's name or picture"),
    text(
      'Një profil i rremë i një nxënësi, mësuesi ose i shkollës',
      'A fake profile of a pupil, a teacher or the school',
    ),
    text('Profil i rremë', 'Fake profile'),
  ),
  hacking: labels(
    text('Dikush më mori llogarinë ose hyri në telefonin tim', 'Someone took my account or got into my phone'),
    text('Dikush hyri në llogarinë ose pajisjen e fëmijës tim', "Someone got into my child's account or device"),
    text('Llogari ose pajisje e hakuar', 'Hacked account or device'),
    text('Llogari ose pajisje e hakuar', 'Hacked account or device'),
  ),
  fraud_scam: labels(
    text(
      'Dikush më mashtroi dhe më mori para ose sende (edhe në lojë)',
      'Someone tricked me and took money or things (also in a game)',
    ),
    text('Mashtrim në internet', 'Online fraud'),
    text('Mashtrim në internet', 'Online fraud'),
    text('Mashtrim online', 'Fraud and scams'),
  ),
  privacy: labels(
    text(
      'Dikush ka treguar gjëra private të mia pa më pyetur',
      'Someone showed private things of mine without asking me',
    ),
    text('Të dhëna private të fëmijës tim janë bërë publike', "My child's private data was made public"),
    text('Të dhëna private të një nxënësi janë bërë publike', "A pupil's private data was made public"),
    text('Shkelje e privatësisë', 'Violation of privacy'),
  ),
  harmful_content: labels(
    text(
      'Pashë diçka që më frikësoi ose më bëri të ndihem keq, ose një sfidë të rrezikshme',
      'I saw something that scared or upset me, or a dangerous challenge',
    ),
    text(
      'Përmbajtje e dëmshme ose sfidë e rrezikshme për fëmijë',
      'Harmful content or a dangerous challenge for children',
    ),
    text('Përmbajtje e dëmshme ose sfidë e rrezikshme', 'Harmful content or a dangerous challenge'),
    text('Përmbajtje e dëmshme/e papërshtatshme, sfida të rrezikshme', 'Harmful content, dangerous challenges'),
  ),
  illegal_site: labels(
    text('Një faqe që mendoj se është e ndaluar', 'A page that I think is not allowed'),
    text('Një faqe e paligjshme', 'An illegal page'),
    text('Një faqe e paligjshme', 'An illegal page'),
    text('Faqe e paligjshme', 'Illegal site'),
  ),
  excessive_use: labels(
    text('Nuk shkëputem dot nga telefoni ose lojërat', 'I cannot stop using my phone or playing'),
    text('Fëmija im rri shumë në telefon ose në internet', 'My child spends too much time on the phone or online'),
    text('Përdorim i tepruar i internetit nga një nxënës', 'Excessive internet use by a pupil'),
    text('Përdorim i tepruar', 'Excessive use'),
  ),
  gaming: everybody('Lojërat në internet', 'Online games'),
  technical_help: everybody('Ndihmë me cilësimet ose me llogarinë', 'Help with settings or an account'),
  question: everybody('Kam një pyetje', 'I have a question'),
  not_sure: everybody('Nuk di si ta quaj', "I don't know what to call it"),
  other: everybody('Diçka tjetër', 'Something else'),
  out_of_remit: everybody('Jashtë punës sonë', 'Outside our work'),
};
