import { expect } from 'vitest';
import { directoryOverHttp } from '#test/support/directory-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import type { BesaUnderTest } from '#test/support/running-besa.ts';
import { until } from '#test/support/until.ts';

export const institution = 'police_cybercrime';
export const contact = 'contact-police-cybercrime';
export const contactMail = 'police-cybercrime@institution.example';
export const referralId = `${institution}-1`;
/** The words of the reporter. Nobody wrote them. */
export const words = 'Fjalët e kanarinës: https://chat.example/group';

const accessForm = /\b(?:[0-9A-Z]{4}-){4}[0-9A-Z]\b/u;
const digitsForm = /\b\d{3} \d{3}\b/u;

/** What was sent to the police: the mail, and the access code in it. */
export interface Referred {
  caseNumber: string;
  access: string;
  /** All of the mail. */
  text: string;
}

/** Makes sure that one person alone reads the address of the police. A second administrator agrees. */
export async function codesByMail(besa: BesaUnderTest): Promise<void> {
  const { decide } = directoryOverHttp(besa);
  expect((await decide('staff-lule', contact, 'change', { codeBy: 'mail' })).status).toBeLessThan(300);
  expect((await decide('staff-kujtim', contact, 'approval', { verdict: 'approve' })).status).toBe(200);
}

/** A normal case without a sexual category, sent to the police by mail with these fields. */
export async function referred(besa: BesaUnderTest, fields: readonly string[] = ['narrative']): Promise<Referred> {
  const officer = await besa.signIn('staff-blerim');
  const { caseNumber } = (await besa.report({ ...reportOf.normal, narrative: words, urls: ['https://bad.example/1'] }))
    .body;
  await besa.inside.quiet();
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  await officer.command(caseNumber, 'claim', {});
  const proposal = { institution, basis: 'al_vkm_465_2019' };
  expect((await officer.command(caseNumber, 'referrals', proposal)).status).toBe(200);
  const sending = {
    fields,
    ...(fields.includes('addresses') ? { addresses: [0] } : {}),
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
  };
  expect((await officer.command(caseNumber, `referrals/${referralId}/sending`, sending)).status).toBe(200);
  await besa.inside.quiet();
  // A letter of a normal case waits for the next daily mail.
  await besa.advance('PT12H');
  const text = await mailWith(besa, caseNumber, accessForm);
  return { caseNumber, access: accessForm.exec(text)?.[0] ?? '', text };
}

/** The six digits in the newest mail about a case. */
export async function digitsIn(besa: BesaUnderTest, caseNumber: string): Promise<string> {
  return digitsForm.exec(await mailWith(besa, caseNumber, digitsForm))?.[0] ?? '';
}

/** How many mails with six digits went to the police. */
export async function mailsWithDigits(besa: BesaUnderTest): Promise<number> {
  return (await besa.inbox()).filter(({ to, text }) => to === contactMail && digitsForm.test(text)).length;
}

async function mailWith(besa: BesaUnderTest, caseNumber: string, form: RegExp): Promise<string> {
  const found = await until(
    async () =>
      (await besa.inbox()).findLast(
        ({ to, subject, text }) => to === contactMail && `${subject} ${text}`.includes(caseNumber) && form.test(text),
      ),
    (mail) => mail !== undefined,
  );
  return found?.text ?? '';
}
