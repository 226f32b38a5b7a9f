import type { MailTexts } from '#shared/domain/country-pack.ts';
import type { Text } from '#shared/domain/text.ts';
import { institutionMailTexts } from './institution-mail-texts.ts';

const link: Text = { sq: 'Hape rastin: {link}', en: 'Open the case: {link}' };
const urgency: Text = { sq: 'Urgjenca: {severity}', en: 'Severity: {severity}' };
const due: Text = { sq: 'Afati ({clock}): {due}', en: 'Due ({clock}): {due}' };

/**
 * Mails to staff: an opaque number, severity, due time and a link, nothing else. A mail about an institution also holds
 * its public name. They never read like a summons. The police in Albania send none by mail, and false ones went round
 * in October 2025. Source: docs/practice.md, Mails; docs/domain.md, Institutions.
 */
export const mailTexts: MailTexts = {
  severities: {
    critical: { sq: 'kritike', en: 'critical' },
    high: { sq: 'e lartë', en: 'high' },
    normal: { sq: 'normale', en: 'normal' },
    low: { sq: 'e ulët', en: 'low' },
  },
  clocks: {
    must_be_triaged: { sq: 'duhet vlerësuar', en: 'must be triaged' },
    must_be_acknowledged: {
      sq: 'dikush duhet të thotë se po merret me të',
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
      sq: 'një person i dytë duhet të shohë uljen e urgjencës',
      en: 'a second person must look at the lowered severity',
    },
    call_look: {
      sq: 'dikush duhet të shohë telefonatën që bëri këshilluesi kur ishte vetëm',
      en: 'an officer must look at the call that a counsellor made alone',
    },
    withdrawal_look: {
      sq: 'raportuesi do ta tërheqë raportimin: shiko nëse fëmija është i sigurt',
      en: 'the reporter wants to take it back: look whether the child is safe',
    },
  },
  occasions: {
    new_case: {
      subject: { sq: '{number}: rast i ri, urgjenca {severity}', en: '{number}: new case, severity {severity}' },
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
      subject: { sq: '{number}: afati po afron', en: '{number}: a deadline is near' },
      lines: [
        { sq: 'Rastit {number} po i afron një afat.', en: 'A deadline of case {number} is near.' },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Afati po afron, urgjenca {severity}: {count}',
        en: 'A deadline is near, severity {severity}: {count}',
      },
    },
    missed: {
      subject: { sq: '{number}: afati kaloi', en: '{number}: a deadline was missed' },
      lines: [
        { sq: 'Një afat i rastit {number} kaloi.', en: 'A deadline of case {number} was missed.' },
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
      subject: { sq: '{number}: askush ende, urgjenca {severity}', en: '{number}: nobody yet, severity {severity}' },
      lines: [
        {
          sq: 'Rasti {number} ka nevojë për dikë tani. Ky njoftim shkon te: {rung}.',
          en: 'Case {number} needs somebody now. This goes to: {rung}.',
        },
        urgency,
        due,
        {
          sq: 'Konfirmo që po merresh me të, që të mos njoftohet shkalla tjetër.',
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
      subject: { sq: '{number}: ende askush, urgjenca {severity}', en: '{number}: still nobody, severity {severity}' },
      lines: [
        {
          sq: 'Rasti {number} ende pret. Këtë kujtesë e marrin të gjithë.',
          en: 'Case {number} is still waiting. Everybody gets this reminder.',
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
      subject: { sq: '{number}: një institucion nuk e merr', en: '{number}: an institution has declined' },
      lines: [
        {
          sq: '{institution} nuk e merr rastin {number}. Vendos kujt t’i kalojë tani.',
          en: '{institution} does not take case {number}. Decide who should have it now.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione që nuk e marrin rastin, urgjenca {severity}: {count}',
        en: 'Institutions that have declined, severity {severity}: {count}',
      },
    },
    institution_unreached: {
      subject: { sq: '{number}: telefono një institucion', en: '{number}: call an institution' },
      lines: [
        {
          sq: '{institution} nuk u arrit me postë për rastin {number}. Telefono atje dhe shëno te rasti kush u përgjigj.',
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
    institution_silent: {
      subject: {
        sq: '{institution} nuk është përgjigjur ende: {number}',
        en: '{institution} has not answered yet: {number}',
      },
      lines: [
        {
          sq: '{institution} nuk është përgjigjur ende për rastin {number}. Telefono atje dhe shëno te rasti kush u përgjigj.',
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
        sq: '{institution} hesht ende: vendos për {number}',
        en: '{institution} is still silent: decide about {number}',
      },
      lines: [
        {
          sq: '{institution} nuk është përgjigjur për rastin {number}, edhe pas kujtesave.',
          en: '{institution} has not answered about case {number}, reminders included.',
        },
        {
          sq: 'Vendos nëse duhet njoftuar Agjencia Shtetërore ose ministria. Besa nuk e njofton vetë: vendimi është i yti.',
          en: 'Decide whether the State Agency or the ministry is to be told. Besa does not tell them: the decision is yours.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione që heshtin ende, për të vendosur, urgjenca {severity}: {count}',
        en: 'Institutions that are still silent, to decide about, severity {severity}: {count}',
      },
    },
    withdrawal_unreached: {
      subject: { sq: '{number}: telefono një institucion', en: '{number}: call an institution' },
      lines: [
        {
          sq: '{institution} nuk u arrit me postë për t’i thënë se rasti {number} nuk i kalon më. Telefono atje që të mos veprojnë më.',
          en: '{institution} was not reached by mail to say that case {number} is taken back. Call them, so that they stop acting on it.',
        },
        urgency,
        due,
        link,
      ],
      together: {
        sq: 'Institucione që nuk e dinë se rasti u tërhoq, urgjenca {severity}: {count}',
        en: 'Institutions that do not know that a case is taken back, severity {severity}: {count}',
      },
    },
    approval_asked: {
      subject: { sq: '{number}: duhet një person i dytë', en: '{number}: a second person is needed' },
      lines: [
        {
          sq: 'Për rastin {number} pritet vendimi i një personi të dytë. Shiko te rasti çfarë kërkohet dhe nga kush.',
          en: 'Case {number} waits for a second person to decide. See on the case what is asked, and by whom.',
        },
        urgency,
        { sq: 'Vendos deri më {due}.', en: 'Decide by {due}.' },
        {
          sq: 'Nëse nuk ka asnjë tjetër që vendos, pas një dite vlen vetë. Nëse u kërkua në emrin tënd dhe nuk ishe ti, thuaj jo.',
          en: 'With nobody else to decide, it holds by itself after a day. If it was asked in your name and not by you, say no.',
        },
        link,
      ],
      together: {
        sq: 'Presin një person të dytë, urgjenca {severity}: {count}',
        en: 'Waiting for a second person, severity {severity}: {count}',
      },
    },
    from_reporter: {
      subject: {
        sq: '{number}: lajm nga raportuesi, urgjenca {severity}',
        en: '{number}: news from the reporter, severity {severity}',
      },
      lines: [
        {
          sq: 'Raportuesi i rastit {number} shkroi, ose kërkon diçka: të tërheqë raportimin, ose një kod tjetër.',
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
    erasure_due: {
      subject: { sq: '{number}: do të fshihet', en: '{number}: is to be erased' },
      lines: [
        {
          sq: 'Rasti {number} do të fshihet përgjithmonë më {due}, sepse koha e ruajtjes së tij mbaroi.',
          en: 'Case {number} is erased for good on {due}: the time it is kept is over.',
        },
        urgency,
        {
          sq: 'Nëse i duhet ende dikujt, mbaje: shëno te rasti pse. Përndryshe nuk ke çfarë të bësh.',
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
      sq: 'Raste që presin: {count}, me urgjencë {severity}: {worst}',
      en: 'Cases that wait: {count}, {severity}: {worst}',
    },
    list: { sq: 'Hape listën: {link}', en: 'Open the list: {link}' },
    silent: {
      sq: '{institution} nuk është përgjigjur ende: {count} raste',
      en: '{institution} has not answered yet: {count} cases',
    },
    more: { sq: 'për këtë rast presin edhe: {count}', en: 'more about this case: {count}' },
  },
  acknowledge: {
    sq: 'Konfirmo që e pe këtë njoftim, që të mos të përsëritet: {link}',
    en: 'Acknowledge that you have seen this, so that it is not repeated to you: {link}',
  },
  call: {
    subject: { sq: '{number}: telefono tani te {name}', en: '{number}: ring {name} now' },
    lines: [
      {
        sq: 'Telefono tani te {name}: {phone}. Provo derisa të përgjigjet dikush.',
        en: 'Ring {name} now: {phone}. Ring until somebody answers.',
      },
      {
        sq: 'Thuaj vetëm: “Besa, rasti {number}, urgjenca {severity}, afati {due}.”',
        en: 'Say only: “Besa, case {number}, severity {severity}, due {due}.”',
      },
      {
        sq: 'Nëse askush nuk përgjigjet për pesë minuta, telefono numrin tjetër në listën tënde.',
        en: 'If nobody answers within five minutes, ring the next number on your list.',
      },
    ],
  },
  rungs: {
    duty: { sq: 'personi në detyrë dhe linja e ndihmës', en: 'duty officer and helpline desk' },
    backup: { sq: 'zëvendësi në detyrë', en: 'backup' },
    supervisor: { sq: 'mbikëqyrësi', en: 'supervisor' },
    director: { sq: 'drejtori', en: 'director' },
    outside_partner: { sq: 'partneri i jashtëm', en: 'outside partner' },
  },
  directoryChange: {
    subject: {
      sq: 'Dikujt i shtohen të drejta në Besa: {due}',
      en: 'Somebody gets more rights in Besa: {due}',
    },
    lines: [
      {
        sq: 'Një administrator ka kërkuar një ndryshim që i jep dikujt më shumë të drejta. Nuk ka një administrator tjetër që ta miratojë, prandaj vlen vetvetiu nga {due}.',
        en: 'An administrator has asked for a change that gives somebody more rights. There is no other administrator to approve it, so it holds by itself from {due}.',
      },
      {
        sq: 'Nëse nuk është në rregull, ndale përpara asaj kohe: {link}',
        en: 'If it is not right, stop it before then: {link}',
      },
    ],
  },
  footer: {
    sq: 'Dërguar nga Besa, sistemi i punës së iSIGURT.al, për stafin e qendrës. Ky nuk është njoftim policie dhe nuk kërkon kurrë fjalëkalim apo pagesë. Mos e përcill.',
    en: 'Sent by Besa, the working system of iSIGURT.al, to staff of the centre. This is no notice of any authority and never asks for a password or a payment. Do not forward it.',
  },
  institutions: institutionMailTexts,
};
