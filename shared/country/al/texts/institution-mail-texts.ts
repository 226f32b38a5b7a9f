import type { MailTexts } from '#shared/domain/country-pack.ts';
import type { Text } from '#shared/domain/text.ts';

const reference: Text = { sq: 'Referenca: {number} / {referral}', en: 'Reference: {number} / {referral}' };
const urgency: Text = { sq: 'Urgjenca: {severity}', en: 'Severity: {severity}' };
const due: Text = { sq: 'Afati ({clock}): {due}', en: 'Due ({clock}): {due}' };
const openIt: Text = {
  sq: 'Ose hapeni vetë: në shfletues shkruani adresën {office} dhe pastaj kodin e hyrjes {access}. Kodi është vetëm për ju.',
  en: 'Or open it yourselves: type the address {office} into a browser, and then the access code {access}. The code is for you alone.',
};
const nothingInside: Text = {
  sq: 'Ky email me qëllim nuk tregon për çfarë dhe për kë bëhet fjalë.',
  en: 'On purpose this mail does not say what and whom it is about.',
};

/**
 * Mails to institutions. They say that something waits, under which reference, until when, and whom to call. They say
 * nothing of what was reported. Source: docs/practice.md, Mails and Referral.
 */
export const institutionMailTexts: MailTexts['institutions'] = {
  occasions: {
    referral_waits: {
      subject: {
        sq: '{number}: një referim nga {centre} pret përgjigjen tuaj',
        en: '{number}: a referral from {centre} waits for your answer',
      },
      lines: [
        { sq: '{centre} ju drejtohet me një referim.', en: '{centre} turns to you with a referral.' },
        nothingInside,
        reference,
        urgency,
        due,
        {
          sq: 'Na telefononi në {phone} dhe na jepni numrin e referencës: ju japim të dhënat dhe shënojmë kush e mori në dorëzim.',
          en: 'Call us at {phone} and say the reference: we tell you everything and note who has taken it.',
        },
        openIt,
      ],
    },
    referral_follows_call: {
      subject: {
        sq: '{number}: {centre} konfirmon telefonatën',
        en: '{number}: {centre} confirms the phone call',
      },
      lines: [
        {
          sq: '{centre} ju telefonoi. Ky email konfirmon telefonatën.',
          en: '{centre} has called you. This mail confirms the call.',
        },
        nothingInside,
        reference,
        urgency,
        due,
        {
          sq: 'Për çdo pyetje dhe për përgjigjen tuaj na telefononi në {phone} dhe na jepni numrin e referencës.',
          en: 'For any question, and with your answer, call us at {phone} and say the reference.',
        },
        openIt,
      ],
    },
    referral_reminder: {
      subject: { sq: '{number}: rikujtim nga {centre}', en: '{number}: a reminder from {centre}' },
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
          sq: 'Na telefononi në {phone} dhe na jepni numrin e referencës, edhe nëse nuk e pranoni.',
          en: 'Call us at {phone} and say the reference, also when you cannot take it.',
        },
        openIt,
      ],
    },
    question_answered: {
      subject: {
        sq: '{number}: {centre} iu përgjigj pyetjes suaj',
        en: '{number}: {centre} has replied to your question',
      },
      lines: [
        { sq: '{centre} iu përgjigj pyetjes suaj.', en: '{centre} has replied to your question.' },
        nothingInside,
        reference,
        urgency,
        due,
        {
          sq: 'Për ta lexuar, në shfletues shkruani adresën {office} dhe pastaj kodin tuaj të hyrjes.',
          en: 'To read it, type the address {office} into a browser, and then your access code.',
        },
        {
          sq: 'Kodi juaj i hyrjes tani është {access}. Kodi është vetëm për ju.',
          en: 'Your access code is now {access}. The code is for you alone.',
        },
        {
          sq: 'Nuk e keni kodin? Na telefononi në {phone} dhe na jepni numrin e referencës.',
          en: 'You do not have the code? Call us at {phone} and say the reference.',
        },
      ],
    },
    access_code: {
      subject: { sq: '{number}: kodi që kërkuat nga {centre}', en: '{number}: the code that you asked {centre} for' },
      lines: [
        { sq: 'Kodi juaj: {digits}. Vlen deri: {until}.', en: 'Your code: {digits}. It is good until: {until}.' },
        reference,
        {
          sq: 'Nuk e kërkuat ju? Mos bëni asgjë me të dhe na telefononi në {phone}.',
          en: 'You did not ask for it? Do nothing with it, and call us at {phone}.',
        },
      ],
    },
    referral_withdrawn: {
      subject: {
        sq: '{number}: {centre} e tërheq referimin',
        en: '{number}: {centre} takes back its referral',
      },
      lines: [
        {
          sq: '{centre} e tërheq referimin me këtë referencë. Nuk ju kërkojmë më të veproni.',
          en: '{centre} takes back the referral with this reference. We no longer ask you to act on it.',
        },
        nothingInside,
        reference,
        {
          sq: 'Ajo që ju kemi thënë mbetet konfidenciale.',
          en: 'What we have told you stays confidential.',
        },
        {
          sq: 'Nëse keni filluar tashmë veprimet, na telefononi në {phone} dhe na jepni numrin e referencës.',
          en: 'If you have already begun, call us at {phone} and say the reference.',
        },
      ],
    },
  },
  footer: {
    sq: 'Dërguar nga Besa, sistemi i punës së iSIGURT.al, për institucionin tuaj. Mos i ktheni përgjigje këtij emaili: askush nuk e lexon. Ky nuk është njoftim policie, nuk përmban asnjë lidhje (link) dhe nuk kërkon kurrë fjalëkalim apo pagesë. Nëse nuk është për ju, na telefononi dhe mos ia përcillni askujt.',
    en: 'Sent by Besa, the working system of iSIGURT.al, to your institution. Do not reply to this mail: nobody reads replies. This is no notice of any authority, has no link to open and never asks for a password or a payment. If it is not for you, call us and do not forward it.',
  },
};
