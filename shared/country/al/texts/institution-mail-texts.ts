import type { MailTexts } from '#shared/domain/country-pack.ts';
import type { Text } from '#shared/domain/text.ts';

const reference: Text = { sq: 'Referenca: {number} / {referral}', en: 'Reference: {number} / {referral}' };
const urgency: Text = { sq: 'Urgjenca: {severity}', en: 'Severity: {severity}' };
const due: Text = { sq: 'Afati ({clock}): {due}', en: 'Due ({clock}): {due}' };
const nothingInside: Text = {
  sq: 'Kjo postë me qëllim nuk thotë për çfarë dhe për kë bëhet fjalë.',
  en: 'On purpose this mail does not say what and whom it is about.',
};

/**
 * Mails to institutions. They say that something waits, under which reference, until when, and whom to call. They say
 * nothing of what was reported. Source: docs/practice.md, Mails and Referral.
 */
export const institutionMailTexts: MailTexts['institutions'] = {
  occasions: {
    referral_waits: {
      subject: { sq: '{number}: diçka ju pret te {centre}', en: '{number}: something waits for you at {centre}' },
      lines: [
        { sq: '{centre} ka diçka për institucionin tuaj.', en: '{centre} has something for your institution.' },
        nothingInside,
        reference,
        urgency,
        due,
        {
          sq: 'Na telefononi në {phone} dhe thoni referencën: ju tregojmë gjithçka dhe shënojmë kush e mori.',
          en: 'Call us at {phone} and say the reference: we tell you everything and note who has taken it.',
        },
      ],
    },
    referral_follows_call: {
      subject: {
        sq: '{number}: siç folëm në telefon, {centre}',
        en: '{number}: as we said on the telephone, {centre}',
      },
      lines: [
        {
          sq: '{centre} ju telefonoi. Kjo postë e vërteton telefonatën.',
          en: '{centre} has called you. This mail confirms the call.',
        },
        nothingInside,
        reference,
        urgency,
        due,
        {
          sq: 'Për çdo pyetje dhe për përgjigjen tuaj na telefononi në {phone} dhe thoni referencën.',
          en: 'For any question, and with your answer, call us at {phone} and say the reference.',
        },
      ],
    },
    referral_reminder: {
      subject: { sq: '{number}: kujtesë nga {centre}', en: '{number}: a reminder from {centre}' },
      lines: [
        {
          sq: '{centre} pret ende përgjigjen tuaj.',
          en: '{centre} is still waiting for your answer.',
        },
        nothingInside,
        reference,
        urgency,
        due,
        {
          sq: 'Na telefononi në {phone} dhe thoni referencën, edhe kur nuk mund ta merrni.',
          en: 'Call us at {phone} and say the reference, also when you cannot take it.',
        },
      ],
    },
    referral_withdrawn: {
      subject: {
        sq: '{number}: {centre} e tërheq atë që ju dha',
        en: '{number}: {centre} takes back what it passed on to you',
      },
      lines: [
        {
          sq: '{centre} e tërheq atë që ju dha me këtë referencë. Nuk ju kërkojmë më të veproni për të.',
          en: '{centre} takes back what it passed on to you under this reference. We no longer ask you to act on it.',
        },
        nothingInside,
        reference,
        {
          sq: 'Ajo që ju kemi thënë mbetet konfidenciale.',
          en: 'What we have told you stays confidential.',
        },
        {
          sq: 'Nëse keni filluar tashmë, na telefononi në {phone} dhe thoni referencën.',
          en: 'If you have already begun, call us at {phone} and say the reference.',
        },
      ],
    },
  },
  footer: {
    sq: 'Dërguar nga Besa, sistemi i punës së iSIGURT.al, për institucionin tuaj. Ky nuk është njoftim policie, nuk ka lidhje për t’u hapur dhe nuk kërkon kurrë fjalëkalim apo pagesë. Nëse nuk është për ju, na telefononi dhe mos e përcillni.',
    en: 'Sent by Besa, the working system of iSIGURT.al, to your institution. This is no notice of any authority, has no link to open and never asks for a password or a payment. If it is not for you, call us and do not forward it.',
  },
};
