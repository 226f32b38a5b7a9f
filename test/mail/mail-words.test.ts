import { expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { mailWords, mailWording } from '#shared/mail/mail-words.ts';

it('lets no name become a line of a mail or a second subject', async () => {
  const words = mailWords('en', await mailWording(country));
  const say = (...of: Parameters<typeof words.fill>): string => words.fill(...of);
  const said = say({ en: '{name} is on duty.' }, { name: 'Ana\r\nBcc: all@besa.example\u2028Yours' });
  expect(said).toBe('Ana Bcc: all@besa.example Yours is on duty.');
});
