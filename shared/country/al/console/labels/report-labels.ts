import type { ReportLabels } from '#shared/domain/console/labels/report-labels.ts';
import { categoryLabels } from '../../taxonomy/category-labels.ts';
import { regions } from '../../taxonomy/regions.ts';
import { taxonomyTexts } from '../../taxonomy/taxonomy-texts.ts';
import { mailTexts } from '../../texts/mail-texts.ts';
import { officialLetterTexts } from '../../texts/official-letter-texts.ts';
import { label } from '../label.ts';
import { contentWarnings, flagWarnings } from './content-warnings.ts';

const { words } = officialLetterTexts;

/** Names of places are the same in both languages. */
const places = Object.fromEntries(
  regions.flatMap((region) =>
    [region, ...region.municipalities].map(({ code, name }) => [code, label(name, name)] as const),
  ),
);

/** What was reported, as staff read it. Categories are worded as for adults who work with them. */
export const reportLabels: ReportLabels = {
  severities: mailTexts.severities,
  severityReasons: {
    words_self_harm: label('fjalë vetëlëndimi në tekst', 'words of self-harm in the text'),
    words_taken_or_hurt: label(
      'teksti flet për diçka të pirë ose për një plagë',
      'the text speaks of something taken or a wound',
    ),
    words_weapon: label('fjalë për armë ose vrasje në tekst', 'words of a weapon or of killing in the text'),
    words_meeting: label('fjalë për një takim në tekst', 'words of a meeting in the text'),
    content_only: label('vetëm përmbajtje, nuk dihet kush dëmtohet', 'content only, nobody known to be harmed'),
    child_or_unknown_age: label('fëmijë, ose mosha nuk dihet', 'a child, or the age is not known'),
    under_14: label('nën 14 vjeç', 'under 14'),
    suspect_of_trust: label('ka dyshime mbi një të rritur që ka besimin e fëmijës', 'the suspect is an adult of trust'),
    suspect_lives_with_child: label('ka dyshime mbi dikë që jeton me fëmijën', 'the suspect lives with the child'),
    linked_reports: label('disa raportime për të njëjtën ngjarje', 'several reports of the same event'),
    set_by_staff: label('vendosur nga punonjësit', 'set by staff'),
  },
  categories: Object.fromEntries(Object.entries(categoryLabels).map(([code, { adult }]) => [code, adult])),
  categoryGroups: {
    mean: label('Dikush sillet keq me dikë', 'Somebody is mean to somebody'),
    threat: label('Kërcënim, shantazh ose joshje', 'Threats, blackmail or grooming'),
    picture: label('Foto ose video', 'Pictures or videos'),
    account: label('Llogaria ose paratë', 'An account or money'),
    unsafe: label('Dikush është në rrezik', 'Somebody is not safe'),
    saw: label('Diçka që u pa, ose koha në internet', 'Something that was seen, or time online'),
    other: label('Diçka tjetër', 'Something else'),
  },
  contentWarnings,
  flagWarnings,
  platforms: taxonomyTexts.platforms,
  places: { ...places, ...words.places },
  communities: {
    roma: label('rome', 'Roma'),
    egyptian: label('egjiptiane', 'Egyptian'),
    other: label('tjetër', 'other'),
  },
  channels: {
    web: label('faqja e raportimit', 'reporting page'),
    helpline: label('116 111', '116 111'),
    school: label('shkolla', 'school'),
    chat: label('bisedë me shkrim', 'chat'),
    email: label('email', 'email'),
    partner: label('partner', 'partner'),
  },
  abouts: {
    me: label('për veten', 'about themselves'),
    my_child: label('për fëmijën e vet', 'about their own child'),
    pupil_or_client: label('për një nxënës ose fëmijë me të cilin punon', 'about a pupil or a child they work with'),
    someone_i_know: label('për dikë që e njeh', 'about somebody they know'),
    stranger: label('për dikë që nuk e njeh', 'about a stranger'),
    content_only: label('vetëm përmbajtje e parë në internet', 'content only, seen online'),
    something_i_did: label('për diçka që bëri vetë', 'about something they did'),
    school: label('për shkollën', 'about the school'),
  },
  ageBands: {
    '0-8': label('0 deri 8 vjeç', '0 to 8'),
    '9-11': label('9 deri 11 vjeç', '9 to 11'),
    '12-13': label('12 deri 13 vjeç', '12 to 13'),
    '14': label('14 vjeç', '14'),
    '15': label('15 vjeç', '15'),
    '16-17': label('16 deri 17 vjeç', '16 to 17'),
    '18': label('18 vjeç', '18'),
    '18-30': label('18 deri 30 vjeç', '18 to 30'),
    '19-30': label('19 deri 30 vjeç', '19 to 30'),
    '31+': label('31 vjeç e lart', '31 and older'),
    unknown: label('mosha nuk dihet', 'age not known'),
  },
  genders: words.genders,
  suspectRelations: words.relations,
  reporterRoles: words.reporters,
  flags: {
    inDanger: label('dikush në rrezik tani', 'somebody in danger now'),
    selfHarm: label('dikush mendon ta lëndojë veten', 'somebody thinks of hurting themselves'),
    offlineViolence: label('dhunë edhe jashtë internetit', 'violence outside the internet, too'),
    weapon: label('flitet për armë ose thikë', 'talk of a weapon or a knife'),
    meetingArranged: label('është lënë ose kërkohet një takim', 'a meeting is arranged or asked for'),
    liveNow: label('po ndodh tani, live', 'happening now, live'),
    missing: label('mungon një fëmijë', 'a child is missing'),
    sexualImageOfMinor: label(
      'foto ose video pa rroba, ose seksuale, e dikujt nën 18 vjeç',
      'naked or sexual picture or video of somebody under 18',
    ),
    threatToShare: label('kërcënim për ta përhapur', 'a threat to share it'),
    imagePublic: label('e kanë parë të tjerë', 'others have seen it'),
    paymentAsked: label('u kërkuan para ose dhurata', 'money or gifts were asked for'),
    paymentMade: label('u dhanë para ose dhurata', 'money or gifts were given'),
    repeated: label('ka ndodhur më shumë se një herë', 'it happened more than once'),
  },
  answers: { true: words.answers['yes'], false: words.answers['no'], unsure: words.answers['unsure'] },
  whens: {
    now: label('tani', 'now'),
    today: label('sot', 'today'),
    this_week: label('këtë javë', 'this week'),
    this_month: label('këtë muaj', 'this month'),
    longer: label('prej më shumë kohe', 'for longer'),
    unsure: label('nuk dihet', 'not known'),
  },
  alreadyTold: {
    parent: label('prindi e di', 'a parent knows'),
    school: label('shkolla e di', 'the school knows'),
    police: label('policia e di', 'the police know'),
    platform: label('është raportuar te platforma', 'reported to the platform'),
    friend: label('e di dikush nga shokët', 'a friend knows'),
    nobody: label('nuk e di askush tjetër', 'nobody else knows'),
  },
  wishes: {
    school: label('Njoftimi i shkollës', 'Telling the school'),
    parents: label('Njoftimi i prindërve', 'Telling the parents'),
    police: label('Njoftimi i policisë', 'Telling the police'),
  },
  wishAnswers: {
    yes: label('e lejon', 'allows it'),
    no: label('nuk e dëshiron', 'does not want it'),
    ask_me: label('të pyetet më parë', 'wants to be asked first'),
  },
  needs: {
    interpreter: label('përkthyes', 'interpreter'),
    sign_language: label('gjuha e shenjave', 'sign language'),
    easy_text: label('fjalë të thjeshta', 'easy words'),
    call_me: label('kërkon telefonatë', 'wants a call'),
  },
  contactWays: words.ways,
  contactOwners: words.owners,
};
