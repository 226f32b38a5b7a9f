import { createHash } from 'node:crypto';
import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { disclosureFields } from '#shared/domain/case/referral.ts';
import { letterContentPolicy, officialLetter } from '#shared/pages/letter/official-letter.ts';
import type { OfficialLetter } from '#shared/pages/letter/official-letter.ts';

const [texts, { platforms }, { institutions, legalBases }] = await Promise.all([
  albania.loadOfficialLetterTexts(),
  albania.loadTaxonomyTexts(),
  albania.loadReferrals(),
]);
const wording = { ...albania, texts, platforms };
const nameOf = (code: string) => institutions.find((one) => one.code === code)?.name ?? {};
const [basis] = legalBases;

const letter: OfficialLetter = {
  caseNumber: 'B-7K3M-9QX1',
  referral: 'child_protection_unit-1',
  // Half past midnight of the next month in Tirana.
  at: '2026-11-30T23:30:00.000Z',
  institution: nameOf('child_protection_unit'),
  contact: 'Ana Prifti',
  basis,
  fields: disclosureFields,
  copy: {
    unit: 'Bashkia Tiranë',
    answeredBy: 'Dritan Leka',
    doNotQuestionTheChildSpeakTo: 'police_cybercrime',
    narrative: 'Rreshti i parë.\nRreshti i dytë.',
    victims: [{ ageYears: 14, gender: 'male' }, {}],
    moreVictims: true,
    suspect: { relation: 'stranger', adult: 'unsure', livesWithChild: false },
    reporter: {
      role: 'child',
      ageYears: 14,
      name: 'Emri',
      contact: {
        phone: '+355 69 123',
        email: 'a@b.example',
        whose: 'mine',
        how: 'call',
        safe: true,
        whenSafe: 'pas orës 15',
      },
    },
    place: { country: 'AL', region: 'AL-11', municipality: 'AL-11-53', school: 'Shkolla 1' },
    addresses: ['https://site.al/x?a=1', 'www.site.al'],
    accounts: [{ platform: 'instagram', handle: '@leo.tirana09' }, { handle: 'leo' }],
    thread: [{ number: 1, from: 'reporter', at: '2026-11-30T23:30:00.000Z', text: 'Ende ndodh.' }],
  },
  isAddressesOnly: false,
  lead: nameOf('police_cybercrime'),
  sender: { name: 'Blerim Kola', role: 'officer' },
};
const printed = (change: Partial<OfficialLetter> = {}, language = 'sq') =>
  officialLetter({ ...letter, ...change }, language, wording);
/** What a person reads, a line for each block. */
const read = (html: string): string[] =>
  html
    .replace(/<style>[^]*<\/style>/, '')
    .replaceAll(/<\/(?:p|dd|li|h1|h2|title)>/g, '\n')
    .replaceAll(/<\/dt><dd>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('a letter to an institution', () => {
  it('has head, reference, date, addressee, basis, what was ticked, whom to speak to, and who sends', () => {
    expect(read(printed())).toEqual([
      'B-7K3M-9QX1 / child_protection_unit-1',
      'iSIGURT.al',
      `Adresa: ${albania.centre.postalAddress.value}`,
      `Telefoni: ${albania.centre.institutionsPhone.value}`,
      `Email: ${albania.centre.mail.value}`,
      'Referenca: B-7K3M-9QX1 / child_protection_unit-1',
      'Data: 1 dhjetor 2026',
      'Drejtuar: Njësia për Mbrojtjen e Fëmijës në bashki',
      'Njësia: Bashkia Tiranë',
      'Për vëmendje: Ana Prifti',
      'U përgjigj në telefon: Dritan Leka',
      `Baza ligjore: ${basis?.name['sq']}`,
      `Teksti i datës: ${basis?.asOf}`,
      texts.confidential['sq'],
      'Referim',
      texts.openings.referral['sq'],
      'Çfarë u raportua',
      'Rreshti i parë.',
      'Rreshti i dytë.',
      'Kush është dëmtuar',
      'Mosha: 14',
      'Gjinia: mashkull',
      'Nuk u tha.',
      'Ka edhe të tjerë: po',
      'Mbi kë bien dyshimet',
      'Lidhja: fëmija nuk e njeh',
      'Mbi 18 vjeç: nuk dihet',
      'Jeton me fëmijën: jo',
      'Kush raportoi',
      'Në cilësinë: fëmijë',
      'Mosha: 14',
      'Emri: Emri',
      'Telefoni: +355 69 123',
      'Email: a@b.example',
      'Kontakti i kujt është: i personit që raportoi',
      'Mënyra e kontaktit: telefonatë',
      'A mund të kontaktohet pa rrezik: po',
      'Kur mund të kontaktohet pa rrezik: pas orës 15',
      'Vendi',
      'Shteti: Shqipëri',
      'Qarku: Tiranë',
      'Bashkia: Tiranë',
      'Shkolla: Shkolla 1',
      'Adresat në internet, siç u shkruan',
      'https://site.al/x?a=1',
      'www.site.al',
      'Emrat e llogarive, siç u shkruan',
      'Instagram: @leo.tirana09',
      'leo',
      'Mesazhet',
      'Kush raportoi, 1 dhjetor 2026, 00:30',
      'Ende ndodh.',
      'Fëmijën mos e pyesni përsëri për ngjarjen. Për çdo sqarim, drejtohuni te institucioni drejtues: Drejtoria për Hetimin e Krimeve Kibernetike, Policia e Shtetit.',
      `Ju lutemi ta konfirmoni marrjen dhe të na jepni referencën. Telefoni: ${albania.centre.institutionsPhone.value}.`,
      'Dërguar nga: Blerim Kola',
      'Detyra: Trajtimi i rasteve',
      'Nënshkrimi dhe vula',
    ]);
  });

  it('is in English when that is asked for, day before month', () => {
    const lines = read(printed({}, 'en'));
    expect(lines).toContain('Date: 1 December 2026');
    expect(lines).toContain(
      'Do not question the child again. For anything you need to know, speak to the lead: Cybercrime Investigation Directorate, State Police.',
    );
  });

  it.each(disclosureFields)('gives nothing but what was ticked: %s alone', (ticked) => {
    const html = printed({ fields: [ticked] });
    const headings = [...html.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toEqual([texts.labels[ticked]['sq']]);
    expect(html.includes('Rreshti i parë')).toBe(ticked === 'narrative');
    expect(html.includes('https://site.al')).toBe(ticked === 'addresses');
    expect(html.includes('@leo')).toBe(ticked === 'accounts');
  });

  it('says where nothing is given that it is told by phone', () => {
    const lines = read(printed({ fields: [], copy: {} }));
    expect(lines).toContain(
      `Kjo shkresë me qëllim nuk jep të dhëna. Ato jepen me telefon. Telefoni: ${albania.centre.institutionsPhone.value}.`,
    );
  });

  it('says to speak to the centre while nobody leads, and says neither to whoever leads', () => {
    const toCentre = printed({ copy: { doNotQuestionTheChildSpeakTo: 'centre' }, lead: undefined });
    expect(toCentre).toContain('drejtohuni te qendra. Telefoni:');
    expect(printed({ copy: {} })).not.toContain('mos e pyesni');
  });

  it('as a list of addresses tells of no child', () => {
    const lines = read(
      printed({
        isAddressesOnly: true,
        referral: 'cyber_authority-1',
        institution: nameOf('cyber_authority'),
        basis: undefined,
        contact: undefined,
        fields: ['addresses'],
        copy: { addresses: ['https://a.al/x'] },
      }),
    );
    expect(lines).toContain('Njoftim për adresa në internet');
    expect(lines.join('\n')).not.toMatch(/fëmij/iu);
  });

  it('names the phone for institutions, and nowhere the children’s line', () => {
    for (const language of albania.languages) expect(printed({}, language)).not.toMatch(/116 ?111/);
  });

  it('shows its own style and nothing else: no link, no script, nothing fetched', () => {
    const html = printed();
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
    expect(letterContentPolicy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(letterContentPolicy).toMatch(/^default-src 'none'; /);
    expect(style).toMatch(/@page\{size:A4;.*counter\(page\)/);
    expect(html.replace(style, '')).not.toMatch(/<(?:a|script|img|link|iframe|object)\b|\son\w+=|style=|href=|src=/);
  });

  it('escapes whatever a person wrote, in every place', () => {
    const tags = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    const plain = tags(printed());
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '</dd><img src=x onerror=alert(1)>',
        '"><svg onload=1>',
        '&lt;b&gt;',
        '{phone}',
        '</style>',
      ),
    );
    fc.assert(
      fc.property(nasty, (word) => {
        const it = `x${word}`;
        const written: Partial<OfficialLetter> = {
          contact: it,
          sender: { name: it, role: 'officer' },
          institution: { sq: it },
          lead: { sq: it },
          copy: {
            ...letter.copy,
            unit: it,
            answeredBy: it,
            narrative: it,
            reporter: {
              ...letter.copy.reporter,
              name: it,
              contact: { ...letter.copy.reporter?.contact, phone: it, email: it, whenSafe: it },
            },
            place: { country: it, region: it, municipality: it, school: it },
            addresses: [it, it],
            accounts: [{ platform: it, handle: it }, { handle: it }],
            thread: [{ number: 1, from: 'reporter', at: letter.at, text: it }],
          },
        };
        const html = printed(written);
        expect(tags(html)).toEqual(plain);
        expect(read(html).join('\n').replaceAll(/\s/g, '')).toContain(it.replaceAll(/\s/g, ''));
      }),
    );
  });
});
