import type { TaxonomyTexts } from '#shared/domain/country-pack.ts';
import type { Audience } from '#shared/domain/help/audience.ts';
import type { Text } from '#shared/domain/text.ts';

const text = (sq: string, en: string): Text => ({ sq, en });

/** A category with one text for a child and one for everybody else, unless an audience has its own. */
function said(
  child: Text | undefined,
  adults: Text,
  own: Partial<Record<Audience, Text>> = {},
): Partial<Record<Audience, Text>> {
  return { ...(child === undefined ? {} : { child }), parent: adults, school: adults, adult: adults, ...own };
}

/** Harm that goes on outside the internet: who is in danger comes first, and nobody questions the child. */
const harmed = said(
  text(
    'Nëse je në rrezik tani, telefono 129 ose 112. Mund të flasësh me dikë në 116 111. Nuk është faji yt.',
    'If you are in danger now, call 129 or 112. You can talk to someone on 116 111. It is not your fault.',
  ),
  text(
    'Nëse fëmija është në rrezik tani, telefononi 129 ose 112. Mos e pyesni fëmijën për hollësi dhe mos flisni me atë që dyshoni. Mund të flisni me dikë në 116 111.',
    'If the child is in danger now, call 129 or 112. Do not ask the child for details, and do not speak to whom you suspect. You can talk to someone on 116 111.',
  ),
);

/**
 * What a reader sees as soon as a category is chosen, before any question. A child reads what helps the child. An adult
 * reads what that adult must do now. Phones stand in the order of the reason.
 * Source: docs/practice.md, Reporter's side.
 */
export const showFirst: TaxonomyTexts['showFirst'] = {
  suicide_self_harm: said(
    text(
      'Nuk je vetëm. Telefono tani 116 111, falas, ditë e natë. Nëse je në rrezik, telefono 127 ose 112. Nuk ke pse të plotësosh asgjë më parë.',
      "You are not alone. Call 116 111 now, free, day and night. If you are in danger, call 127 or 112. You don't have to fill in anything first.",
    ),
    text(
      'Nëse ka pirë ilaçe ose është lënduar, telefononi 127 tani. Mos e lini vetëm. Këshillë: 116 111, falas, ditë e natë.',
      'If pills were taken, or there is a wound, call 127 now. Do not leave them alone. Advice: 116 111, free, day and night.',
    ),
    {
      school: text(
        'Nëse nxënësi ka pirë ilaçe ose është lënduar, telefononi 127 tani. Mos e lini vetëm dhe njoftoni psikologun ose punonjësin social të shkollës. Këshillë: 116 111, falas, ditë e natë.',
        'If the pupil took pills or is hurt, call 127 now. Do not leave the pupil alone, and tell the psychologist or social worker of the school. Advice: 116 111, free, day and night.',
      ),
      // Who says only that they are an adult may be the one who is in danger.
      adult: text(
        'Nëse dikush ka pirë ilaçe ose është lënduar, telefononi 127 tani. Nëse jeni pranë, mos e lini vetëm. Nëse bëhet fjalë për ju, nuk jeni vetëm: flisni me dikë tani në 116 111, falas, ditë e natë.',
        'If somebody took pills or is hurt, call 127 now. If you are near, do not leave them alone. If it is about you, you are not alone: talk to someone now on 116 111, free, day and night.',
      ),
    },
  ),
  threat_violence: said(
    text(
      'Nëse dikush mund të lëndohet sot, telefono 129 ose 112 menjëherë. Pastaj na trego edhe ne.',
      'If someone may get hurt today, call 129 or 112 right away. Then tell us, too.',
    ),
    text(
      'Nëse dikush mund të lëndohet sot, telefononi 129 ose 112 menjëherë. Pastaj na tregoni edhe ne.',
      'If someone may get hurt today, call 129 or 112 right away. Then tell us, too.',
    ),
    {
      school: text(
        'Nëse dikush mund të lëndohet sot, telefononi 129 ose 112 menjëherë. Njoftoni drejtorinë dhe oficerin e sigurisë. Mos u përpiqni ta ndalni vetë. Pastaj na tregoni edhe ne.',
        'If someone may get hurt today, call 129 or 112 right away. Tell the head of the school and the safety officer. Do not try to stop it yourself. Then tell us, too.',
      ),
    },
  ),
  missing_child: said(
    text(
      'Telefono tani 116 000 ose 129. Mos prit: nuk ka asnjë afat pritjeje për të njoftuar se një fëmijë mungon.',
      'Call 116 000 or 129 now. Do not wait: there are no hours to wait before saying that a child is missing.',
    ),
    text(
      'Telefononi tani 116 000 ose 129. Mos prisni: nuk ka asnjë afat pritjeje për të njoftuar se një fëmijë mungon.',
      'Call 116 000 or 129 now. Do not wait: there are no hours to wait before saying that a child is missing.',
    ),
  ),
  abuse_offline: harmed,
  trafficking_exploitation: harmed,
  sexual_extortion: said(
    text(
      'Nuk është faji yt dhe këtu askush nuk të qorton. Mos paguaj, mos dërgo më asgjë dhe mos i fshi mesazhet. Mund të flasësh tani me dikë në 116 111.',
      'It is not your fault, and nobody here will scold you. Do not pay, do not send anything more, and do not delete the messages. You can talk to someone now on 116 111.',
    ),
    text(
      'Mos paguani, mos dërgoni më asgjë dhe mos i fshini mesazhet. Fëmija nuk ka faj. Mund të flisni tani me dikë në 116 111.',
      'Do not pay, do not send anything more, and do not delete the messages. It is not the child’s fault. You can talk to someone now on 116 111.',
    ),
    {
      school: text(
        'Thuajini fëmijës se nuk ka faj, të mos paguajë dhe të mos dërgojë më asgjë. Fotot mos i shikoni dhe mos i ruani. Mund të flisni tani me dikë në 116 111.',
        'Tell the child that it is not their fault, not to pay, and to send nothing more. Do not look at the pictures or keep them. You can talk to someone now on 116 111.',
      ),
      adult: text(
        'Mos paguani, mos dërgoni më asgjë dhe mos i fshini mesazhet. Fajin e ka kush kërcënon. Mund të flisni tani me dikë në 116 111.',
        'Do not pay, do not send anything more, and do not delete the messages. The fault is with whoever threatens. You can talk to someone now on 116 111.',
      ),
    },
  ),
  csam: said(
    text(
      'Na dërgo vetëm adresën e faqes ose emrin e grupit. Mos e ruaj, mos e dërgo, mos i bëj foto ekranit (screenshot). Nuk ke pse ta shohësh më.',
      "Send us only the address of the page or the name of the group. Don't save it, don't send it on, don't take a screenshot. You don't have to look at it again.",
    ),
    text(
      'Na dërgoni vetëm adresën e faqes ose emrin e grupit. Mos e ruani, mos e dërgoni, mos i bëni foto ekranit (screenshot).',
      "Send us only the address of the page or the name of the group. Don't save it, don't send it on, don't take a screenshot.",
    ),
    {
      school: text(
        'Fotot mos i shikoni, mos i ruani, mos i dërgoni dhe mos i kërkoni, as si provë. Na tregoni vetëm ku janë.',
        'Do not look at the pictures, keep them, send them on or ask for them, not even as evidence. Only tell us where they are.',
      ),
    },
  ),
  csam_synthetic: said(
    text(
      'Na dërgo vetëm adresën e faqes ose emrin e llogarisë. Mos e ruaj, mos e dërgo, mos i bëj foto ekranit (screenshot). Edhe kur fotoja është e rreme, dëmi është i vërtetë.',
      "Send us only the address of the page or the name of the account. Don't save it, don't send it on, don't take a screenshot. Even when the picture is fake, the harm is real.",
    ),
    text(
      'Na dërgoni vetëm adresën e faqes ose emrin e llogarisë. Mos e ruani, mos e dërgoni, mos i bëni foto ekranit (screenshot). Edhe kur fotoja është e rreme, dëmi është i vërtetë.',
      "Send us only the address of the page or the name of the account. Don't save it, don't send it on, don't take a screenshot. Even when the picture is fake, the harm is real.",
    ),
  ),
  intimate_image: said(
    text(
      'Mos na e dërgo foton. Na trego vetëm ku është. Nëse je nën 18 vjeç në foto, Take It Down mund të ndihmojë që të mos përhapet.',
      'Do not send us the picture. Only tell us where it is. If you are under 18 in it, Take It Down can help to stop it from spreading.',
    ),
    text(
      'Mos na e dërgoni foton. Na tregoni vetëm ku është. Nëse fëmija është nën 18 vjeç në foto, Take It Down mund të ndihmojë që të mos përhapet.',
      'Do not send us the picture. Only tell us where it is. If the child is under 18 in it, Take It Down can help to stop it from spreading.',
    ),
    {
      school: text(
        'Foton mos e shikoni, mos e ruani dhe mos na e dërgoni. Na tregoni vetëm ku është. Nëse fëmija është nën 18 vjeç në foto, Take It Down mund të ndihmojë që të mos përhapet.',
        'Do not look at the picture, keep it or send it to us. Only tell us where it is. If the child is under 18 in it, Take It Down can help to stop it from spreading.',
      ),
      adult: text(
        'Mos na e dërgoni foton. Na tregoni vetëm ku është. Dy shërbime ndihmojnë që të mos përhapet. StopNCII është kur në foto është një i rritur. Take It Down është kur në foto është dikush nën 18 vjeç.',
        'Do not send us the picture. Only tell us where it is. StopNCII, for pictures of an adult, and Take It Down, for pictures of somebody under 18, can help to stop it from spreading.',
      ),
    },
  ),
  grooming: said(
    text(
      'Nëse dikush kërkon të takoheni sot, mos shko. Tregoji një të rrituri që i beson ose telefono 116 111. Nuk është faji yt.',
      'If someone wants to meet you today, do not go. Tell an adult you trust, or call 116 111. It is not your fault.',
    ),
    text(
      'Mos i shkruani dhe mos i flisni personit tjetër, dhe mos i fshini mesazhet. Nëse takimi është sot, telefononi 129.',
      'Do not write or speak to the other person, and do not delete the messages. If the meeting is today, call 129.',
    ),
    {
      parent: text(
        'Mos e lini fëmijën të shkojë në takim. Mos i shkruani dhe mos i flisni personit tjetër, dhe mos i fshini mesazhet. Nëse takimi është sot, telefononi 129.',
        'Do not let the child go to the meeting. Do not write or speak to the other person, and do not delete the messages. If the meeting is today, call 129.',
      ),
      school: text(
        'Mos i shkruani dhe mos i flisni personit që dyshoni, edhe nëse punon në shkollë. Mos i fshini mesazhet. Nëse takimi është sot, telefononi 129.',
        'Do not write or speak to the person you suspect, even one who works at the school. Do not delete the messages. If the meeting is today, call 129.',
      ),
    },
  ),
  illegal_site: said(
    text(
      'Na dërgo vetëm adresën. Mos e hap përsëri dhe mos i bëj foto ekranit (screenshot).',
      "Send us only the address. Don't open it again and don't take a screenshot.",
    ),
    text(
      'Na dërgoni vetëm adresën. Mos e hapni përsëri dhe mos i bëni foto ekranit (screenshot).',
      "Send us only the address. Don't open it again and don't take a screenshot.",
    ),
  ),
};
