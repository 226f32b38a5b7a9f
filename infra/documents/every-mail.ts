import { country } from '#shared/country/current.ts';
import { contactKinds } from '#shared/domain/people/person.ts';
import { institutionOccasions, mailOccasions } from '#shared/domain/mail/mail-occasion.ts';
import { directoryNoticeKinds, type DirectoryNoticeKind } from '#shared/domain/people/directory-notice.ts';
import { type Text } from '#shared/domain/text.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { letterOf, letterTo } from '#shared/mail/letter-to.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { renderDirectoryNotices, type DirectoryFacts } from '#shared/mail/render-directory-notice.ts';
import { renderInstitutionMail } from '#shared/mail/render-institution-mail.ts';
import type { MailFacts, RenderedMail } from '#shared/mail/render-mail.ts';

const list = 'https://staff.example.org/cases';
const directory = 'https://staff.example.org/people';
const links = { list, letter: 'https://staff.example.org/letters/6f1c2a34-9d0b-4e57-8a1b-3c5d7e9f0a12' };

/** The institution with the longest name: what fits with it fits with any. */
const [institution] = (await country.loadReferrals()).institutions.toSorted(
  (a, b) => longest(b.name) - longest(a.name),
);
function longest(name: Text): number {
  return Math.max(...Object.values(name).map((text) => text.length));
}

function facts(number: string, rest: Pick<MailFacts, 'occasion' | 'severity'>): MailFacts {
  return {
    ...rest,
    caseNumber: number,
    clock: rest.occasion === 'new_case' ? 'must_be_read' : 'handle',
    due: '2026-11-21T02:10:00.000Z',
    rung: country.ladder.rungs[0]?.id ?? '',
    ...(institution === undefined ? {} : { institution: institution.name }),
    link: `${list}/${number}`,
  };
}

const waits: Readonly<Partial<Record<DirectoryNoticeKind, Pick<DirectoryFacts, 'effectiveAt' | 'lapsesAt' | 'code'>>>> =
  {
    change_waits: { effectiveAt: '2026-11-21T02:10:00.000Z' },
    partner_asked: { lapsesAt: '2026-11-27T02:10:00.000Z', code: '7K3M9QXR' },
  };

/** Every kind of mail about the directory. */
export const everyNotice = directoryNoticeKinds.map((kind) => ({
  kind,
  ...waits[kind],
  link: 'https://staff.example.org/people/3f',
  ring: [{ name: 'Besnik Kola', phone: '+355 69 000 0001' }, { name: 'Partner' }],
})) as unknown as readonly [DirectoryFacts, ...DirectoryFacts[]];

/**
 * Every mail that Besa can write, by name: in every language and for every kind of contact. People look at them, and
 * tests check them.
 */
export async function everyMail(): Promise<Map<string, RenderedMail>> {
  const mails = new Map<string, RenderedMail>();
  const add = (name: string, mail: RenderedMail): void => {
    mails.set(name, mail);
  };
  const wording = await mailWording(country);
  for (const language of country.languages) {
    for (const contact of contactKinds) {
      const reader = { name: 'Arta Hoxha', language, contact, phone: '+355 4 000 0000' };
      for (const occasion of mailOccasions) {
        const one = facts('B-7K3M-9QX1', { occasion, severity: 'critical' });
        add(`${language}-${occasion}-${contact}`, letterTo(reader, [one], links, wording));
      }
      for (const asked of ['export', 'erasure', 'lowering', 'exclusion'] as const) {
        const due = asked === 'export' || asked === 'erasure' ? { due: '2026-11-21T02:10:00.000Z' } : {};
        const partner = {
          occasion: 'partner_asked',
          caseNumber: 'B-7K3M-9QX1',
          asked,
          code: '7K3M9QXR',
          ...due,
        } as const;
        add(`${language}-partner_asked_${asked}-${contact}`, letterOf(reader, [partner], links, wording));
      }
      const several = mailOccasions.flatMap((occasion, row) =>
        severities.map((severity, column) => facts(`B-7K3M-${row}Q${column}1`, { occasion, severity })),
      );
      const [first, ...others] = several;
      if (first !== undefined)
        add(`${language}-several-${contact}`, letterTo(reader, [first, ...others], links, wording));
    }
  }
  for (const language of country.languages) {
    for (const contact of contactKinds) {
      const reader = { name: 'Arta Hoxha', language, contact, phone: '+355 4 000 0000', list: directory };
      add(`${language}-directory_several-${contact}`, renderDirectoryNotices(everyNotice, reader, wording));
      for (const notice of everyNotice)
        add(`${language}-directory_${notice.kind}-${contact}`, renderDirectoryNotices([notice], reader, wording));
    }
    for (const occasion of institutionOccasions) {
      const referral = {
        occasion,
        caseNumber: 'B-7K3M-9QX1',
        referral: `${institution?.code ?? ''}-1`,
        severity: 'critical',
        next: { clock: 'referral_acknowledge', due: '2026-11-21T02:10:00.000Z' },
      } as const;
      add(`${language}-${occasion}-institution`, renderInstitutionMail(referral, language, wording));
    }
  }
  return mails;
}
