import type { MailTexts } from '#shared/domain/country-pack.ts';
import type { Text } from '#shared/domain/text.ts';
import { directoryMailTexts } from './directory-mail-texts.ts';
import { institutionMailTexts } from './institution-mail-texts.ts';
import { severityTexts } from './severity-texts.ts';

const link: Text = { sq: 'Hapeni rastin: {link}', en: 'Open the case: {link}' };
const urgency: Text = { sq: 'Urgjenca: {severity}', en: 'Severity: {severity}' };
const due: Text = { sq: 'Afati ({clock}): {due}', en: 'Due ({clock}): {due}' };

/**
 * Mails to staff: an opaque number, severity, due time and a link, nothing else. A mail about an institution also holds
 * its public name. They never read like a summons. The police in Albania send none by mail, and false ones went round
 * in October 2025. Source: docs/practice.md, Mails; docs/domain.md, Institutions.
 */
export const mailTexts: MailTexts = {
  severities: severityTexts,
  clocks: {
    must_be_triaged: { sq: 'duhet vlerësuar', en: 'must be triaged' },
    must_be_acknowledged: {
      sq: 'dikush duhet të konfirmojë se po merret me të',
      en: 'somebody must say that they are on it',
    },
    must_be_read: { sq: 'duhet lexuar', en: 'must be read' },
    handle: { sq: 'synimi: të trajtohet', en: 'target: handled' },
    promise_handle: { sq: 'premtimi ndaj raportuesit: të trajtohet', en: 'promise to the reporter: handled' },
    promise_resolve: { sq: 'premtimi ndaj raportuesit: të zgjidhet', en: 'promise to the reporter: resolved' },
    resolve: { sq: 'synimi: të zgjidhet', en: 'target: resolved' },
    referral_acknowledge: { sq: 'institucioni duhet të konfirmojë', en: 'the institution must acknowledge' },
    referral_answer: { sq: 'institucioni duhet të përgjigjet', en: 'the institution must answer' },
    referral_hand_over: { sq: 'adresat duhet të merren në dorëzim', en: 'the addresses must be taken over' },
    second_look: {
      sq: 'një person i dytë duhet ta shqyrtojë uljen e urgjencës',
      en: 'a second person must look at the lowered severity',
    },
    call_look: {
      sq: 'dikush duhet ta shqyrtojë telefonatën që një këshillues bëri vetëm',
      en: 'an officer must look at the call that a counsellor made alone',
    },
    referral_question: { sq: 'një institucion pret përgjigjen tuaj', en: 'an institution waits for your reply' },
    danger_call: {
      sq: 'dikush duhet të telefonojë tani, ose të shënojë pse jo',
      en: 'somebody must ring now, or record why not',
    },
    withdrawal_look: {
      sq: 'raportuesi kërkon ta tërheqë raportimin: shihni nëse fëmija është jashtë rrezikut',
      en: 'the reporter wants to take it back: look whether the child is safe',
    },
  },
  missing: {
    must_be_triaged: { sq: 'ende i pavlerësuar nga Besa', en: 'not yet triaged by Besa' },
    must_be_acknowledged: { sq: 'ende i pakonfirmuar nga turni', en: 'not yet confirmed by anybody on duty' },
    must_be_read: { sq: 'ende i palexuar nga punonjësit', en: 'not yet read by staff' },
    handle: { sq: 'ende i patrajtuar nga punonjësit', en: 'not yet handled by staff' },
    promise_handle: { sq: 'ende i patrajtuar nga punonjësit', en: 'not yet handled by staff' },
    promise_resolve: { sq: 'ende i pazgjidhur nga punonjësit', en: 'not yet resolved by staff' },
    resolve: { sq: 'ende i pazgjidhur nga punonjësit', en: 'not yet resolved by staff' },
    referral_acknowledge: {
      sq: 'ende i pakonfirmuar nga institucioni',
      en: 'not yet acknowledged by the institution',
    },
    referral_answer: { sq: 'ende pa përgjigje nga institucioni', en: 'not yet answered by the institution' },
    referral_hand_over: {
      sq: 'adresat ende të pamarra nga institucioni',
      en: 'addresses not yet taken over by the institution',
    },
    second_look: {
      sq: 'ulja e urgjencës ende pa person të dytë',
      en: 'lowering not yet seen by a second person',
    },
    call_look: {
      sq: 'telefonata ende e pashqyrtuar nga një punonjës përgjegjës',
      en: 'call not yet looked at by an officer',
    },
    referral_question: {
      sq: 'institucioni ende pa përgjigjen tuaj',
      en: 'no reply yet to what the institution asks',
    },
    danger_call: {
      sq: 'ende pa telefonatë të shënuar',
      en: 'no call recorded yet',
    },
    withdrawal_look: {
      sq: 'tërheqja ende e pashqyrtuar nga punonjësit',
      en: 'withdrawal not yet looked at by staff',
    },
  },
  occasions: {
    new_case: {
      subject: {
        sq: '{number}: rast i ri, {missing}, urgjenca {severity}, afati: {due}',
        en: '{number}: new case, {missing}, {severity}, due {due}',
      },
      lines: [
        { sq: 'Rasti {number} pret të lexohet.', en: 'Case {number} is waiting to be read.' },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Raste të reja, urgjenca {severity}: {count}',
        en: 'New cases, severity {severity}: {count}',
      },
    },
    warned: {
      subject: {
        sq: '{number}: {missing}, urgjenca {severity}, afati po afrohet: {due}',
        en: '{number}: {missing}, {severity}, soon due: {due}',
      },
      lines: [
        {
          sq: 'Rastit {number} po i afrohet një afat: {missing}.',
          en: 'A deadline of case {number} is near: {missing}.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Afati po afrohet, urgjenca {severity}: {count}',
        en: 'A deadline is near, severity {severity}: {count}',
      },
    },
    missed: {
      subject: {
        sq: '{number}: {missing}, urgjenca {severity}, afati kaloi: {due}',
        en: '{number}: {missing}, {severity}, missed: {due}',
      },
      lines: [
        {
          sq: 'Një afat i rastit {number} kaloi: {missing}.',
          en: 'A deadline of case {number} was missed: {missing}.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Afati kaloi, urgjenca {severity}: {count}',
        en: 'A deadline was missed, severity {severity}: {count}',
      },
    },
    escalated: {
      subject: {
        sq: '{number}: ju kërkon tani, {missing}, urgjenca {severity}, afati: {due}',
        en: '{number}: needs you now, {missing}, {severity}, due {due}',
      },
      lines: [
        {
          sq: 'Rasti {number} ka nevojë për dikë tani: {missing}. Ky njoftim u dërgohet: {rung}.',
          en: 'Case {number} needs somebody now: {missing}. This goes to: {rung}.',
        },
        urgency,
        due,
        {
          sq: 'Konfirmoni që po merreni me të, që të mos njoftohet niveli tjetër.',
          en: 'Acknowledge that you are on it, so that the next rung is not called.',
        },
        link,
      ],
      together: {
        sq: 'Kanë nevojë për dikë, urgjenca {severity}: {count}',
        en: 'Somebody is needed, severity {severity}: {count}',
      },
    },
    reminder: {
      subject: {
        sq: '{number}: rikujtim, {missing}, urgjenca {severity}, afati: {due}',
        en: '{number}: reminder, {missing}, {severity}, due {due}',
      },
      lines: [
        {
          sq: 'Rasti {number} ende pret: {missing}. Këtë rikujtim e marrin të gjithë.',
          en: 'Case {number} is still waiting: {missing}. Everybody gets this reminder.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Ende presin, urgjenca {severity}: {count}',
        en: 'Still waiting, severity {severity}: {count}',
      },
    },
    referral_declined: {
      subject: {
        sq: '{number}: një institucion nuk e pranoi, vendosni kush merret tani',
        en: '{number}: an institution has declined, decide who is asked now',
      },
      lines: [
        {
          sq: '{institution} nuk e pranoi rastin {number}. Vendosni kujt t’ia referojmë tani.',
          en: '{institution} does not take case {number}. Decide who should have it now.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione që nuk e pranuan rastin, urgjenca {severity}: {count}',
        en: 'Institutions that have declined, severity {severity}: {count}',
      },
    },
    institution_unreached: {
      subject: {
        sq: '{number}: një institucion nuk u njoftua dot, telefononi atje',
        en: '{number}: an institution got no mail, call it',
      },
      lines: [
        {
          sq: '{institution} nuk u njoftua dot me email për rastin {number}. Telefononi atje dhe shënoni te rasti kush u përgjigj.',
          en: '{institution} was not reached by mail about case {number}. Call them and record on the case who answered.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione për t’u telefonuar, urgjenca {severity}: {count}',
        en: 'Institutions to call, severity {severity}: {count}',
      },
    },
    access_code_asked: {
      subject: {
        sq: '{number}: një institucion pret kodin, telefononi atje',
        en: '{number}: an institution waits for its code, call it',
      },
      lines: [
        {
          sq: '{institution} kërkon kodin për të hapur referimin e rastit {number}. Telefononi numrin që keni të regjistruar dhe thuajuni kodin që jep rasti.',
          en: '{institution} asks for the code to open the referral of case {number}. Call the number that you have on record, and say the code that the case gives.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione që presin kodin, urgjenca {severity}: {count}',
        en: 'Institutions that wait for their code, severity {severity}: {count}',
      },
    },
    access_code_failed: {
      subject: {
        sq: '{number}: një institucion shkroi pesë kode të gabuara, telefononi atje',
        en: '{number}: five wrong codes came from an institution, call it',
      },
      lines: [
        {
          sq: 'Te {institution} dikush shkroi pesë herë një kod të gabuar për referimin e rastit {number}. Nuk iu tregua asgjë, dhe kodi me gjashtë shifra nuk vlen më. Telefononi numrin që keni të regjistruar dhe pyesni kush ishte. Po të mos jetë kontakti, mbyllni hyrjen te rasti.',
          en: 'At {institution} somebody typed a wrong code five times for the referral of case {number}. They were shown nothing, and the code of six digits has ended. Call the number that you have on record, and ask who it was. If it was not the contact, end the access on the case.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione me pesë kode të gabuara, urgjenca {severity}: {count}',
        en: 'Institutions with five wrong codes, severity {severity}: {count}',
      },
    },
    referral_misdirected: {
      subject: {
        sq: '{number}: një referim shkoi te adresa e gabuar',
        en: '{number}: a referral reached the wrong address',
      },
      lines: [
        {
          sq: 'Te {institution} dikush tha se referimi i rastit {number} nuk është për atë adresë. Nuk iu tregua asgjë. Telefononi institucionin dhe korrigjoni adresën.',
          en: 'At {institution} somebody said that the referral of case {number} is not for that address. They were shown nothing. Call the institution, and correct the address.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Referime te adresa e gabuar, urgjenca {severity}: {count}',
        en: 'Referrals at a wrong address, severity {severity}: {count}',
      },
    },
    institution_asked: {
      subject: {
        sq: '{number}: një institucion ju pyet për referimin',
        en: '{number}: an institution asks about its referral',
      },
      lines: [
        {
          sq: '{institution} ka një pyetje për rastin {number}. Pyetja nuk tregohet me email: hapni rastin dhe përgjigjuni te referimi.',
          en: '{institution} has a question about case {number}. No mail tells it: open the case, and reply at the referral.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Pyetje të institucioneve, urgjenca {severity}: {count}',
        en: 'Questions of institutions, severity {severity}: {count}',
      },
    },
    institution_silent: {
      subject: {
        sq: '{institution} nuk është përgjigjur ende: {number}',
        en: '{institution} has not answered yet: {number}',
      },
      lines: [
        {
          sq: '{institution} nuk është përgjigjur ende për rastin {number}. Telefononi atje dhe shënoni te rasti kush u përgjigj.',
          en: '{institution} has not answered yet about case {number}. Call them and record on the case who answered.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione që nuk janë përgjigjur ende, urgjenca {severity}: {count}',
        en: 'Institutions that have not answered yet, severity {severity}: {count}',
      },
    },
    institution_silent_decide: {
      subject: {
        sq: '{institution} nuk përgjigjet: vendosni për {number}',
        en: '{institution} is still silent: decide about {number}',
      },
      lines: [
        {
          sq: '{institution} nuk është përgjigjur për rastin {number}, as pas rikujtimeve.',
          en: '{institution} has not answered about case {number}, reminders included.',
        },
        {
          sq: 'Vendosni nëse duhet njoftuar Agjencia Shtetërore ose ministria. Besa nuk i njofton vetë: vendimi është juaji.',
          en: 'Decide whether the State Agency or the ministry is to be told. Besa does not tell them: the decision is yours.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione që nuk përgjigjen, pritet vendimi juaj, urgjenca {severity}: {count}',
        en: 'Institutions that are still silent, to decide about, severity {severity}: {count}',
      },
    },
    withdrawal_unreached: {
      subject: {
        sq: '{number}: një institucion nuk e di që u tërhoq, telefononi atje',
        en: '{number}: an institution does not know that it is taken back, call it',
      },
      lines: [
        {
          sq: '{institution} nuk u njoftua dot me email se referimi i rastit {number} u tërhoq. Telefononi atje, që të mos veprojë më.',
          en: '{institution} was not reached by mail to say that case {number} is taken back. Call them, so that they stop acting on it.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione që nuk e dinë se referimi u tërhoq, urgjenca {severity}: {count}',
        en: 'Institutions that do not know that a case is taken back, severity {severity}: {count}',
      },
    },
    approval_asked: {
      subject: {
        sq: '{number}: pritet vendimi i një personi të dytë, afati: {due}',
        en: '{number}: a second person is to decide by {due}',
      },
      lines: [
        {
          sq: 'Për rastin {number} pritet vendimi i një personi të dytë. Shihni te rasti çfarë kërkohet dhe nga kush.',
          en: 'Case {number} waits for a second person to decide. See on the case what is asked, and by whom.',
        },
        urgency,
        { sq: 'Afati për të vendosur: {due}.', en: 'Decide by {due}.' },
        {
          sq: 'Vetëm ulja e urgjencës hyn në fuqi vetvetiu në atë afat, kur rolin nuk e ka askush tjetër. Nëse u kërkua në emrin tuaj dhe nuk e kërkuat ju, refuzojeni.',
          en: 'Only a lowered severity then holds by itself, where nobody else has the role. If it was asked in your name and not by you, say no.',
        },
        link,
      ],
      together: {
        sq: 'Presin një person të dytë, urgjenca {severity}: {count}',
        en: 'Waiting for a second person, severity {severity}: {count}',
      },
    },
    nobody_to_ask: {
      subject: {
        sq: '{number}: një kërkesë u refuzua, nuk ka mbetur kush ta vendosë',
        en: '{number}: a request was refused, nobody is left to decide it',
      },
      lines: [
        {
          sq: 'Për rastin {number} u kërkua diçka që duhet ta vendosë një person i dytë, por nuk ka mbetur askush. Kërkesa u refuzua.',
          en: 'In case {number} something was asked for that a second person must decide, and nobody is left who can. It was refused.',
        },
        {
          sq: 'Shihni te rasti kush e kërkoi dhe pse nuk ka mbetur askush. Koha e kërkesës: {due}.',
          en: 'See on the case who asked for it, and why nobody is left. It was asked on {due}.',
        },
        urgency,
        link,
      ],
      together: {
        sq: 'Nuk ka kush të vendosë, urgjenca {severity}: {count}',
        en: 'Nobody is left to decide, severity {severity}: {count}',
      },
    },
    from_reporter: {
      subject: {
        sq: '{number}: lajm nga raportuesi, urgjenca {severity}',
        en: '{number}: news from the reporter, severity {severity}',
      },
      lines: [
        {
          sq: 'Raportuesi i rastit {number} shkroi ose kërkon diçka: ta tërheqë raportimin ose një kod tjetër.',
          en: 'The reporter of case {number} wrote, or asks for something: to take the report back, or another code.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Lajme nga raportuesit, urgjenca {severity}: {count}',
        en: 'News from reporters, severity {severity}: {count}',
      },
    },
    exclusion: {
      subject: { sq: '{number}: përjashtim nga rasti', en: '{number}: an exclusion from the case' },
      lines: [
        {
          sq: 'Për rastin {number} dikush u përjashtua ose u lejua përsëri, ose kjo u kërkua. Ju njoftojmë që të mund të pyesni pse. Mos ua përmendni të tjerëve.',
          en: 'Of case {number} somebody was kept out or let in again, or this was asked for. You are told so that you can ask why. Do not speak of it to others.',
        },
        link,
      ],
      together: { sq: 'Përjashtime nga rastet: {count}', en: 'Exclusions from cases: {count}' },
    },
    reopened: {
      subject: {
        sq: '{number}: u hap përsëri, urgjenca {severity}',
        en: '{number}: reopened, severity {severity}',
      },
      lines: [
        {
          sq: 'Rasti {number} u hap përsëri. Raportuesi ka një premtim të ri, që numërohet nga tani.',
          en: 'Case {number} was reopened. The reporter has a new promise that counts from now.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Raste të hapura përsëri, urgjenca {severity}: {count}',
        en: 'Reopened cases, severity {severity}: {count}',
      },
    },
    lead_reopened: {
      subject: {
        sq: '{number}: u rihap bashkë me rastin kryesor, urgjenca {severity}',
        en: '{number}: reopened with its parent case, severity {severity}',
      },
      lines: [
        {
          sq: 'Rasti {number} u rihap, sepse u rihap rasti kryesor me të cilin ishte mbyllur. Që atëherë nuk e ka lexuar askush.',
          en: 'Case {number} was reopened, because the parent case with which it had ended was reopened. Nobody has read it since.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Raste të rihapura bashkë me rastin kryesor, urgjenca {severity}: {count}',
        en: 'Cases reopened with their parent case, severity {severity}: {count}',
      },
    },
    receipt_reissued: {
      subject: { sq: '{number}: u dha një kod i ri', en: '{number}: another code was given out' },
      lines: [
        {
          sq: 'Raportuesit të rastit {number} iu dha një kod i ri, dhe kodi i mëparshëm nuk hap më asgjë. Historia e rastit thotë kush e dha. Nëse nuk duhej, flisni vetë me raportuesin.',
          en: 'The reporter of case {number} was given another code, and the earlier one opens nothing now. The history of the case says who gave it out. If that should not be, speak to the reporter yourself.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Kode të reja të dhëna, urgjenca {severity}: {count}',
        en: 'Codes given out, severity {severity}: {count}',
      },
    },
    dead_code_used: {
      subject: { sq: '{number}: u përdor një kod i vjetër', en: '{number}: an old code was used' },
      lines: [
        {
          sq: 'Dikush përdori një kod të rastit {number} që nuk hap më asgjë. Mund të jetë vetë raportuesi, që nuk ka kod tjetër, ose dikush që e mori kodin. Flisni me raportuesin, në mënyrën që u tha se është pa rrezik.',
          en: 'Somebody used a code of case {number} that opens nothing any more. It may be the reporter, who has no other code, or somebody who took the code. Speak to the reporter, in the way that was said to be safe.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Kode të vjetra të përdorura, urgjenca {severity}: {count}',
        en: 'Old codes used, severity {severity}: {count}',
      },
    },
    erasure_due: {
      subject: { sq: '{number}: fshihet përgjithmonë, data: {due}', en: '{number}: is to be erased on {due}' },
      lines: [
        {
          sq: 'Rasti {number} do të fshihet përgjithmonë, sepse mbaroi koha e ruajtjes. Data e fshirjes: {due}.',
          en: 'Case {number} is erased for good on {due}: the time it is kept is over.',
        },
        urgency,
        {
          sq: 'Nëse i duhet ende dikujt, ndaleni fshirjen dhe shënoni te rasti pse. Përndryshe nuk nevojitet asnjë veprim.',
          en: 'If somebody still needs it, hold it: say on the case why. Otherwise there is nothing to do.',
        },
        link,
      ],
      together: {
        sq: 'Do të fshihen, urgjenca {severity}: {count}',
        en: 'To be erased, severity {severity}: {count}',
      },
    },
  },
  digest: {
    subject: {
      sq: 'Raste që presin: {count}, urgjenca {severity}: {worst}',
      en: 'Cases that wait: {count}, {severity}: {worst}',
    },
    list: { sq: 'Hapeni listën: {link}', en: 'Open the list: {link}' },
    silent: {
      sq: '{institution} nuk është përgjigjur ende, raste: {count}',
      en: '{institution} has not answered yet: {count} cases',
    },
    exclusions: { sq: 'Përjashtime nga rastet: {count}', en: 'Exclusions from cases: {count}' },
    more: { sq: 'njoftime të tjera për këtë rast: {count}', en: 'more about this case: {count}' },
  },
  acknowledge: {
    sq: 'Konfirmoni që e patë këtë njoftim, që të mos ju përsëritet: {link}',
    en: 'Acknowledge that you have seen this, so that it is not repeated to you: {link}',
  },
  call: {
    subject: { sq: '{number}, telefononi tani: {name}', en: '{number}: ring {name} now' },
    exclusion: {
      sq: 'Thoni vetëm: “Besa, përjashtim nga rasti {number}.”',
      en: 'Say only: “Besa, an exclusion from case {number}.”',
    },
    lines: [
      {
        sq: 'Telefononi tani: {name}, {phone}. Provoni derisa të përgjigjet dikush.',
        en: 'Ring {name} now: {phone}. Ring until somebody answers.',
      },
      {
        sq: 'Thoni vetëm: “Besa, rasti {number}, urgjenca {severity}, afati: {due}.”',
        en: 'Say only: “Besa, case {number}, severity {severity}, due {due}.”',
      },
      {
        sq: 'Nëse askush nuk përgjigjet brenda pesë minutash, telefononi numrin tjetër në listën tuaj.',
        en: 'If nobody answers within five minutes, ring the next number on your list.',
      },
    ],
  },
  rungs: {
    duty: { sq: 'punonjësi i turnit dhe 116 111', en: 'duty officer and helpline desk' },
    backup: { sq: 'zëvendësi i turnit', en: 'backup' },
    supervisor: { sq: 'mbikëqyrësi', en: 'supervisor' },
    director: { sq: 'drejtori', en: 'director' },
    outside_partner: { sq: 'partneri i jashtëm', en: 'outside partner' },
  },
  ...directoryMailTexts,
  partner: {
    asked: {
      export: { sq: 'nxjerrja e tekstit të rastit si skedar', en: 'giving out the text of the case as a file' },
      erasure: { sq: 'fshirja e rastit përgjithmonë', en: 'erasing the case for good' },
      lowering: { sq: 'ulja e urgjencës së rastit', en: 'lowering the severity of the case' },
      exclusion: { sq: 'përjashtimi i disa personave nga rasti', en: 'shutting some people out of the case' },
    },
    subject: { sq: '{number}: kërkohet miratimi juaj', en: '{number}: you are asked to agree' },
    lines: [
      {
        sq: 'Për rastin {number} dikush në qendër kërkon diçka që askush nuk duhet ta vendosë vetëm: {asked}. Në qendër nuk ka kush tjetër të vendosë, prandaj po ju pyesim ju.',
        en: 'In case {number} somebody at the centre asks for something that one person must not do alone: {asked}. Nobody at the centre can decide it, so we ask you.',
      },
      {
        sq: 'Telefononi qendrën në një numër që e dini tashmë dhe pyesni pse kërkohet. Mos përdorni numra nga një email ose nga dikush që ju telefonon.',
        en: 'Ring the centre back on a number that you already know, and ask why. Use no number from a mail, or from somebody who rings you.',
      },
      {
        sq: 'Vetëm nëse jeni dakord, thojini këtë kod personit me të cilin flisni: {code}. Kodi është miratimi juaj.',
        en: 'Only if you agree, tell this code to the person you speak to: {code}. The code is your consent.',
      },
      {
        sq: 'Mund të thoni jo. Atëherë mos ia jepni kodin askujt.',
        en: 'You may say no. Then give the code to nobody.',
      },
      {
        sq: 'Nëse keni dyshime, mos e jepni kodin dhe njoftoni drejtorin ose bordin e qendrës.',
        en: 'If you have doubts, keep the code to yourself and tell the director or the board of the centre.',
      },
    ],
    until: {
      sq: 'Keni kohë deri: {due}. Pastaj kërkesa bie vetvetiu.',
      en: 'You have time until {due}. Then the request ends by itself.',
    },
    short: {
      sq: 'Besa {number}: {asked}. Kodi {code}: jepeni vetëm nëse jeni dakord. Mund të thoni jo. Telefononi qendrën në një numër që e dini. Në dyshim: drejtori ose bordi.',
      en: 'Besa {number}: {asked}. Code {code}: give it only if you agree. You may say no. Ring the centre on a number you know. In doubt: the director or the board.',
    },
  },
  footer: {
    sq: 'Dërguar nga Besa, sistemi i punës së iSIGURT.al, për punonjësit e qendrës. Mos i ktheni përgjigje këtij emaili: askush nuk e lexon. Ky nuk është njoftim policie dhe nuk kërkon kurrë fjalëkalim apo pagesë. Mos ia përcillni askujt.',
    en: 'Sent by Besa, the working system of iSIGURT.al, to staff of the centre. Do not reply to this mail: nobody reads replies. This is no notice of any authority and never asks for a password or a payment. Do not forward it.',
  },
  institutions: institutionMailTexts,
};
