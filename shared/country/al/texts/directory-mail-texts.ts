import type { MailTexts } from '#shared/domain/country-pack.ts';

/**
 * Mails about the directory: what kind of change, until when, and who can be rung against it. They hold nothing else of
 * anybody. Source: docs/practice.md, People and Mails.
 */
export const directoryMailTexts: Pick<
  MailTexts,
  'directoryNotices' | 'waysToReach' | 'severalNotices' | 'ringToObject'
> = {
  directoryNotices: {
    partner_asked: {
      subject: { sq: 'Qendra kërkon vendimin tuaj me telefon', en: 'The centre asks for your decision by phone' },
      lines: [
        {
          sq: 'Qendra kërkon vendimin tuaj, sepse askush tjetër atje nuk mund të vendosë. Dikush nga qendra do t’ju telefonojë dhe do t’ju thotë për çfarë bëhet fjalë.',
          en: 'The centre asks for your decision, because nobody else there can decide. Somebody of the centre will ring you and say what it is about.',
        },
        {
          sq: 'Nëse jeni dakord, jepeni këtë kod në telefon: {code}',
          en: 'If you agree, give this code on the phone: {code}',
        },
        { sq: 'Nëse nuk jeni dakord, mos e jepni kodin.', en: 'If you do not agree, do not give the code.' },
        { sq: 'Pa vendim, kërkesa mbyllet: {lapses}.', en: 'Without a decision the request ends: {lapses}.' },
      ],
    },
    suspended: {
      subject: { sq: 'U mbyll hyrja e një llogarie në Besa', en: 'The sign-in of an account in Besa has ended' },
      lines: [
        {
          sq: 'Një administrator e mbylli hyrjen e një llogarie në Besa. Kjo hyri në fuqi menjëherë.',
          en: 'An administrator has ended the sign-in of an account in Besa. This holds at once.',
        },
        { sq: 'Shikojeni këtu: {link}', en: 'Look at it here: {link}' },
      ],
    },
    loss_waits: {
      subject: { sq: 'Një vend i fundit në Besa pret një vendim', en: 'A last place in Besa waits for a decision' },
      lines: [
        {
          sq: 'Një administrator ka kërkuar një ndryshim që heq personin e fundit nga një rol ose nga një detyrë. Ndryshimi hyn në fuqi vetëm kur e konfirmon dikush tjetër. Deri atëherë vendi ruhet.',
          en: 'An administrator has asked for a change that takes the last person from a role or a duty. It holds only when another person confirms it. Until then the place is kept.',
        },
        { sq: 'Shikojeni dhe vendosni këtu: {link}', en: 'Look at it and decide here: {link}' },
      ],
    },
    change_waits: {
      subject: { sq: 'Dikujt i shtohen të drejta në Besa', en: 'Somebody gets more rights in Besa' },
      lines: [
        {
          sq: 'Një administrator ka kërkuar një ndryshim që i jep dikujt më shumë të drejta. Nuk ka një administrator tjetër që ta miratojë, prandaj hyn në fuqi vetvetiu: {effective}.',
          en: 'An administrator has asked for a change that gives somebody more rights. There is no other administrator to approve it, so it holds by itself from {effective}.',
        },
        {
          sq: 'Një administrator ka kërkuar një ndryshim që i jep dikujt më shumë të drejta. Tani askush në qendër nuk mund ta miratojë. Pa miratim, kërkesa mbyllet: {lapses}.',
          en: 'An administrator has asked for a change that gives somebody more rights. Nobody at the centre can approve it now. Without approval the request ends: {lapses}.',
        },
        {
          sq: 'Nëse nuk është në rregull, ndaleni para kësaj date: {link}',
          en: 'If it is not right, stop it before then: {link}',
        },
      ],
    },
    role_lost: {
      subject: { sq: 'Dikujt iu hoq një rol në Besa', en: 'A role in Besa was taken from somebody' },
      lines: [
        {
          sq: 'Një administrator i hoqi dikujt një rol në Besa. Kjo hyri në fuqi menjëherë.',
          en: 'An administrator has taken a role in Besa from somebody. This holds at once.',
        },
        { sq: 'Shikojeni këtu: {link}', en: 'Look at it here: {link}' },
      ],
    },
    contact_changed: {
      subject: { sq: 'Në Besa ndryshoi një adresë ose një detyrë', en: 'An address or a duty in Besa has changed' },
      lines: [
        {
          sq: 'Një administrator ndryshoi adresën, telefonin ose detyrën e dikujt në Besa. Njoftimi shkon edhe te adresa e vjetër.',
          en: 'An administrator has changed the address, the phone or a duty of somebody in Besa. The old address is told, too.',
        },
        { sq: 'Shikojeni këtu: {link}', en: 'Look at it here: {link}' },
      ],
    },
    list_changed: {
      subject: {
        sq: 'Në Besa ndryshoi një institucion ose një platformë',
        en: 'An institution or a platform in Besa has changed',
      },
      lines: [
        {
          sq: 'Një administrator ndryshoi një numër telefoni të një institucioni, ose vendin ku shkojnë njoftimet për heqje, ose nëse përdoret. Kjo hyri në fuqi menjëherë.',
          en: 'An administrator has changed a phone number of an institution, where takedown notices go, or whether it is used. This holds at once.',
        },
        {
          sq: 'Para se t’i lexohet një kod dikujt te ky numër, sigurohuni që numri është i saktë. Kush e ndryshoi, shihet te ndryshimet e drejtorisë.',
          en: 'Before a code is read out at that number, make sure that it is right. The audit of the directory says who changed what.',
        },
        { sq: 'Shikojeni këtu: {link}', en: 'Look at it here: {link}' },
      ],
    },
    test: {
      subject: { sq: 'Provë: kështu ju njofton Besa', en: 'Test: this is how Besa reaches you' },
      lines: [
        {
          sq: 'Ju e kërkuat këtë provë te “Cilësimet e mia”. Nuk ka ndodhur asgjë, dhe askush nuk pret asgjë prej jush.',
          en: 'You asked for this test under “My settings”. Nothing has happened, and nobody waits for you.',
        },
        { sq: 'Besa ju njofton kështu: {way}.', en: 'Besa reaches you like this: {way}.' },
        {
          sq: 'Nëse e lexoni këtë te shërbimi telefonik: telefononi {desk} dhe thoni se është provë.',
          en: 'If you read this at the phone desk: ring {desk} and say that it is a test.',
        },
        {
          sq: 'Nëse kjo nuk ju zgjon natën, ose erdhi shumë vonë, thuajini një administratori. Vetëm administratori e ndryshon adresën.',
          en: 'If this would not wake you at night, or if it came late, tell an administrator. Only they can change the address.',
        },
        { sq: 'Cilësimet e mia: {link}', en: 'My settings: {link}' },
      ],
    },
  },
  waysToReach: {
    mail: {
      sq: 'me email në këtë adresë. Asnjë telefon nuk bie vetvetiu',
      en: 'by mail to this address. No phone rings by itself',
    },
    mail_to_sms: { sq: 'me mesazh në telefonin tuaj', en: 'by a short message to your phone' },
    phone_desk: {
      sq: 'me email te një shërbim që ju telefonon',
      en: 'by mail to a desk that rings you',
    },
  },
  severalNotices: { sq: '{count} njoftime për llogaritë në Besa', en: '{count} notices about accounts in Besa' },
  ringToObject: {
    sq: 'Nëse nuk është në rregull, telefononi: {people}',
    en: 'If it is not right, ring: {people}',
  },
};
