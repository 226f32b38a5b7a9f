import type { OfficialLetterTexts } from '#shared/domain/referrals/official-letter-texts.ts';

/**
 * The printed letter to an institution: formal, and without gender. A placeholder stands after a colon, because its word
 * has no case of its own. A native speaker must still read it. Source: docs/practice.md, Referral.
 */
export const officialLetterTexts: OfficialLetterTexts = {
  titles: {
    referral: { sq: 'Referim', en: 'Referral' },
    addresses: { sq: 'Njoftim për adresa në internet', en: 'Notice of addresses on the internet' },
  },
  openings: {
    referral: {
      sq: 'Ju drejtohemi me referimin e mëposhtëm dhe ju kërkojmë të veproni brenda kompetencave tuaja.',
      en: 'We refer the following to you, and ask you to act within your competence.',
    },
    addresses: {
      sq: 'Ju dërgojmë adresat e mëposhtme dhe ju kërkojmë t’i shqyrtoni brenda kompetencave tuaja.',
      en: 'We send you the following addresses, and ask you to look into them within your competence.',
    },
  },
  acknowledge: {
    sq: 'Ju lutemi ta konfirmoni marrjen dhe të na jepni referencën. Telefoni: {phone}.',
    en: 'Please confirm that you have received this, and say the reference. Phone: {phone}.',
  },
  nothingGiven: {
    sq: 'Kjo shkresë me qëllim nuk jep të dhëna. Ato jepen me telefon. Telefoni: {phone}.',
    en: 'On purpose this letter gives no facts. They are given by telephone. Phone: {phone}.',
  },
  doNotQuestion: {
    lead: {
      sq: 'Fëmijën mos e pyesni përsëri për ngjarjen. Për çdo sqarim, drejtohuni te institucioni drejtues: {lead}.',
      en: 'Do not question the child again. For anything you need to know, speak to the lead: {lead}.',
    },
    centre: {
      sq: 'Fëmijën mos e pyesni përsëri për ngjarjen. Për çdo sqarim, drejtohuni te qendra. Telefoni: {phone}.',
      en: 'Do not question the child again. For anything you need to know, speak to the centre. Phone: {phone}.',
    },
  },
  confidential: {
    sq: 'Konfidenciale. Vetëm për institucionin të cilit i drejtohet. Të mos kopjohet dhe të mos u kalohet të tjerëve, përveçse kur e kërkon ligji.',
    en: 'Confidential. For the institution named above alone. Do not copy it or pass it on, unless the law asks for it.',
  },
  labels: {
    reference: { sq: 'Referenca', en: 'Reference' },
    date: { sq: 'Data', en: 'Date' },
    address: { sq: 'Adresa', en: 'Address' },
    phone: { sq: 'Telefoni', en: 'Phone' },
    mail: { sq: 'Email', en: 'Email' },
    to: { sq: 'Drejtuar', en: 'To' },
    unit: { sq: 'Njësia', en: 'Unit' },
    attention: { sq: 'Për vëmendje', en: 'For the attention of' },
    answeredBy: { sq: 'U përgjigj në telefon', en: 'Answered the call' },
    basis: { sq: 'Baza ligjore', en: 'Legal basis' },
    basisAsOf: { sq: 'Teksti i datës', en: 'Text as of' },
    narrative: { sq: 'Çfarë u raportua', en: 'What was reported' },
    victims: { sq: 'Kush është dëmtuar', en: 'Who is harmed' },
    suspect: { sq: 'Mbi kë bien dyshimet', en: 'Who is suspected' },
    reporter: { sq: 'Kush raportoi', en: 'Who reported' },
    place: { sq: 'Vendi', en: 'Place' },
    addresses: { sq: 'Adresat në internet, siç u shkruan', en: 'Addresses on the internet, as typed' },
    accounts: { sq: 'Emrat e llogarive, siç u shkruan', en: 'Account names, as typed' },
    thread: { sq: 'Mesazhet', en: 'Messages' },
    age: { sq: 'Mosha', en: 'Age' },
    gender: { sq: 'Gjinia', en: 'Gender' },
    moreVictims: { sq: 'Ka edhe të tjerë', en: 'There are more' },
    relation: { sq: 'Lidhja', en: 'Relation' },
    adult: { sq: 'Mbi 18 vjeç', en: 'Adult' },
    livesWithChild: { sq: 'Jeton me fëmijën', en: 'Lives with the child' },
    role: { sq: 'Në cilësinë', en: 'As' },
    name: { sq: 'Emri', en: 'Name' },
    organisation: { sq: 'Organizata', en: 'Organisation' },
    contactOwner: { sq: 'Kontakti i kujt është', en: 'Whose contact' },
    contactWay: { sq: 'Mënyra e kontaktit', en: 'How to make contact' },
    safe: { sq: 'A mund të kontaktohet pa rrezik', en: 'Safe to make contact' },
    whenSafe: { sq: 'Kur mund të kontaktohet pa rrezik', en: 'When it is safe' },
    country: { sq: 'Shteti', en: 'Country' },
    region: { sq: 'Qarku', en: 'Region' },
    municipality: { sq: 'Bashkia', en: 'Municipality' },
    school: { sq: 'Shkolla', en: 'School' },
    notSaid: { sq: 'Nuk u tha.', en: 'Nothing was said.' },
    sender: { sq: 'Dërguar nga', en: 'Sent by' },
    duty: { sq: 'Detyra', en: 'Duty' },
    signature: { sq: 'Nënshkrimi dhe vula', en: 'Signature and stamp' },
  },
  words: {
    genders: {
      female: { sq: 'femër', en: 'female' },
      male: { sq: 'mashkull', en: 'male' },
      other: { sq: 'tjetër', en: 'other' },
      unknown: { sq: 'nuk dihet', en: 'not known' },
    },
    relations: {
      classmate: { sq: 'nga e njëjta klasë', en: 'from the same class' },
      peer: { sq: 'në të njëjtën moshë', en: 'of the same age' },
      partner_or_ex: { sq: 'lidhje e tanishme ose e mëparshme', en: 'present or former partner' },
      family: { sq: 'nga familja', en: 'of the family' },
      school_staff: { sq: 'punon në shkollë', en: 'works at the school' },
      known_adult: { sq: 'në moshë madhore, fëmija e njeh', en: 'an adult whom the child knows' },
      stranger: { sq: 'fëmija nuk e njeh', en: 'a stranger to the child' },
      group: { sq: 'disa veta', en: 'a group' },
      unsure: { sq: 'nuk dihet', en: 'not known' },
    },
    reporters: {
      child: { sq: 'fëmijë', en: 'child' },
      parent: { sq: 'prind', en: 'parent' },
      teacher: { sq: 'jep mësim në shkollë', en: 'teacher' },
      school_staff: { sq: 'punon në shkollë', en: 'works at a school' },
      professional: { sq: 'punon me fëmijë', en: 'professional' },
      institution: { sq: 'institucion', en: 'institution' },
      citizen: { sq: 'dikush tjetër', en: 'citizen' },
    },
    owners: {
      mine: { sq: 'i personit që raportoi', en: 'of whoever reported' },
      parent: { sq: 'i prindit', en: 'of a parent' },
      other_adult: { sq: 'i dikujt tjetër në moshë madhore', en: 'of another adult' },
    },
    ways: {
      call: { sq: 'telefonatë', en: 'call' },
      sms: { sq: 'SMS', en: 'SMS' },
      email: { sq: 'email', en: 'email' },
    },
    places: {
      unknown: { sq: 'nuk dihet', en: 'not known' },
      outside: { sq: 'jashtë vendit', en: 'abroad' },
    },
    answers: {
      yes: { sq: 'po', en: 'yes' },
      no: { sq: 'jo', en: 'no' },
      unsure: { sq: 'nuk dihet', en: 'not known' },
    },
    writers: {
      reporter: { sq: 'Kush raportoi', en: 'Whoever reported' },
      centre: { sq: 'Qendra', en: 'The centre' },
    },
  },
  roles: {
    counsellor: { sq: 'Këshillimi në linjë', en: 'Counselling' },
    officer: { sq: 'Trajtimi i rasteve', en: 'Case work' },
    supervisor: { sq: 'Mbikëqyrja e rasteve', en: 'Supervision of cases' },
  },
};
