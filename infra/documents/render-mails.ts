import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyMail } from './every-mail.ts';

/** Writes every mail in every language into a file, to be looked at on a telephone: `npm run mails`. */
const folder = join(import.meta.dirname, '../../build/mails');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, { subject, text, html }] of await everyMail()) {
  writeFileSync(join(folder, `${name}.txt`), `${subject}\n\n${text}`);
  if (html !== undefined) writeFileSync(join(folder, `${name}.html`), html);
}
process.stdout.write(`Every mail is in ${folder}.\n`);
