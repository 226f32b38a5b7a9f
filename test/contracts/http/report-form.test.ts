import { expect, it } from 'vitest';
import { fieldAt, reportFormShape, reportOfForm } from '#shared/contracts/http/public/pages/report-form.ts';
import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import { country } from '#shared/country/current.ts';
import { audiences } from '#shared/domain/help/audience.ts';

const child = { audience: 'child', language: 'sq' } as const;
const form = (fields: Record<string, string | string[]>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));

it('a form says what the API’s body says', () => {
  const body = reportOfForm(
    form({
      key: 'x',
      go: 'send',
      category: 'cyberbullying',
      narrative: 'Më tallin.\r\nÇdo ditë.',
      platform: '',
      urls: 'https://example.com/a\r\n\r\n @somebody \n',
      about: 'me',
      ageYears: '13',
      gender: 'female',
      'flag-inDanger': 'false',
      'flag-selfHarm': 'unsure',
      'flag-repeated': '',
      safe: 'true',
      phone: '0691234567',
      'wish-police': 'no',
      needs: ['call_me', 'easy_text'],
      municipality: 'unknown',
    }),
    child,
  );
  expect(body).toEqual({
    category: 'cyberbullying',
    narrative: 'Më tallin.\r\nÇdo ditë.',
    urls: ['https://example.com/a', ' @somebody '],
    about: 'me',
    victims: [{ ageYears: 13, gender: 'female' }],
    flags: { inDanger: false, selfHarm: 'unsure' },
    reporter: { role: 'child', ageYears: 13, contact: { phone: '0691234567', safe: true } },
    place: { municipality: 'unknown' },
    wishes: { police: 'no' },
    needs: ['call_me', 'easy_text'],
    language: 'sq',
  });
  expect(() => reportParser(country)(body, 'sq')).not.toThrow();
});

it('age and gender are the child’s: of whoever writes through its own door, else of whom it is about', () => {
  const said = form({ category: 'other', narrative: 'x', ageYears: '12', gender: 'male' });
  expect(reportOfForm(said, child)).toEqual(expect.not.objectContaining({ victims: expect.anything() }));
  for (const audience of audiences.filter((one) => one !== 'child')) {
    const body = reportOfForm(said, { ...child, audience });
    expect(body).toMatchObject({ victims: [{ ageYears: 12, gender: 'male' }] });
    expect(body).not.toHaveProperty('reporter.ageYears');
  }
});

it('what is no number, no code and no answer goes to the parser as it is, and is refused there', () => {
  const body = reportOfForm(form({ category: 'nothing', ageYears: 'old', 'flag-weapon': 'perhaps' }), child);
  expect(body).toMatchObject({ category: 'nothing', reporter: { ageYears: 'old' }, flags: { weapon: 'perhaps' } });
  expect(() => reportParser(country)(body, 'sq')).toThrow('invalid_fields');
});

it.each([
  ['', 'narrative'],
  ['/category', 'category'],
  ['/urls/3', 'urls'],
  ['/flags/weapon', 'flag-weapon'],
  ['/wishes/police', 'wish-police'],
  ['/victims/0/ageYears', 'ageYears'],
  ['/reporter/ageYears', 'ageYears'],
  ['/reporter/contact/email', 'email'],
  ['/place/school', 'school'],
  ['/suspect/relation', 'relation'],
  ['/language', undefined],
])('a problem at %s is at the field %s', (pointer, field) => {
  expect(fieldAt(pointer)).toBe(field);
  expect([undefined, ...Object.keys(reportFormShape)]).toContain(field);
});
