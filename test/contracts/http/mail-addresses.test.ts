import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { country } from '#shared/country/current.ts';
import { personFields } from '#shared/contracts/http/directory/changes.ts';

const { mail } = personFields(country);
const isTaken = (address: string): boolean => z.safeParse(mail, address).success;

describe('The address of a person in the directory', () => {
  it.each([
    'ana+turni@policia.example',
    "o'brien@policia.example",
    'ana.b_c-d@zyra.tirana.gov.example',
    'a@b.c1.example',
    '116111@ndihma.example',
    'ana@xn--polic-mta.example',
  ])('may be %s', (address) => {
    expect(isTaken(address)).toBe(true);
  });

  // The mail service takes none of these: a mail would be refused when somebody must be called.
  it.each([
    'anë@policia.example',
    'ana@policë.example',
    'ana@policia',
    'ana..b@policia.example',
    'ana b@policia.example',
    'ana@policia.example\r\nBcc: all@policia.example',
    'Ana <ana@policia.example>',
    'ana@policia.example, arta@policia.example',
    `${'a'.repeat(250)}@policia.example`,
  ])('is not %j', (address) => {
    expect(isTaken(address)).toBe(false);
  });

  it.each([
    ['a', '@test.c'],
    ['a.', '@test.c'],
    ['a@', ''],
    ['a@a-', '.'],
    ['ana@a.', '!'],
  ])('is judged in time that grows as its length does: %j again and again', (part, end) => {
    const took = (times: number): number => {
      const start = performance.now();
      expect(isTaken(`${part.repeat(times)}${end}`)).toBe(false);
      return performance.now() - start;
    };
    took(1000);
    // Were it squared, it would take some ten seconds.
    expect(took(100_000)).toBeLessThan(2000);
  });
});
