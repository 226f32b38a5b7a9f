import { expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { mailWords, mailWording } from '#shared/mail/mail-words.ts';

it('lets no name become a line of a mail or a second subject', async () => {
  const words = mailWords('en', await mailWording(country));
  const text = { en: '{name} is on duty.' };
  const values = { name: 'Ana\r\nBcc: all@besa.example\u2028Yours' };
  const said = words.fill(text, values);
  expect(said).toBe('Ana Bcc: all@besa.example Yours is on duty.');
});
