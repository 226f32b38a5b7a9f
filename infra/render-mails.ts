import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { country } from '#shared/country/current.ts';
import { contactKinds } from '#shared/domain/contact.ts';
import { institutionOccasions, mailOccasions, type Text } from '#shared/domain/country-pack.ts';
import { severities } from '#shared/domain/severity.ts';
import { letterTo } from '#shared/mail/letter-to.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { renderDirectoryNotice } from '#shared/mail/render-directory-notice.ts';
import { renderInstitutionMail } from '#shared/mail/render-institution-mail.ts';
import type { MailFacts, RenderedMail } from '#shared/mail/render-mail.ts';

/** Renders every mail in every language into files, to be looked at on a telephone: `npm run mails`. */
const folder = join(import.meta.dirname, '../build/mails');
const list = 'https://staff.example.org/cases';

/** The longest name of an institution: what fits with it fits with any. */
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

function write(name: string, { subject, text, html }: RenderedMail): void {
  writeFileSync(join(folder, `${name}.txt`), `${subject}\n\n${text}`);
  if (html !== undefined) writeFileSync(join(folder, `${name}.html`), html);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const wording = await mailWording(country);
for (const language of country.languages) {
  for (const contact of contactKinds) {
    const reader = { name: 'Arta Hoxha', language, contact, phone: '+355 4 000 0000' };
    for (const occasion of mailOccasions) {
      const one = facts('B-7K3M-9QX1', { occasion, severity: 'critical' });
      write(`${language}-${occasion}-${contact}`, letterTo(reader, [one], list, wording));
    }
    const several = mailOccasions.flatMap((occasion, row) =>
      severities.map((severity, column) => facts(`B-7K3M-${row}Q${column}1`, { occasion, severity })),
    );
    const [first, ...others] = several;
    if (first !== undefined)
      write(`${language}-several-${contact}`, letterTo(reader, [first, ...others], list, wording));
  }
}
for (const language of country.languages) {
  for (const contact of contactKinds) {
    const change = { effectiveAt: '2026-11-21T02:10:00.000Z', link: 'https://staff.example.org/directory/people/3f' };
    write(`${language}-directory_change-${contact}`, renderDirectoryNotice(change, { language, contact }, wording));
  }
  for (const occasion of institutionOccasions) {
    const referral = {
      occasion,
      caseNumber: 'B-7K3M-9QX1',
      referral: `${institution?.code ?? ''}-1`,
      severity: 'critical',
      next: { clock: 'referral_acknowledge', due: '2026-11-21T02:10:00.000Z' },
    } as const;
    write(`${language}-${occasion}-institution`, renderInstitutionMail(referral, language, wording));
  }
}
process.stdout.write(`Every mail is in ${folder}.\n`);
