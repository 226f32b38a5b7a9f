import { randomUUID } from 'node:crypto';
import { officePath, pathsIn } from '#shared/contracts/http/public/pages/page-paths.ts';
import type { RunningBesa } from './besa.ts';
import { consoleAs } from './pages/local-html.ts';
import type { Sample } from './sample/file-sample.ts';

/**
 * What `npm start` says when Besa runs: first where to look, then what else there is. `sample` is what was filed with
 * `--sample`.
 */
export function welcome(
  besa: Pick<RunningBesa, 'url' | 'dataDir' | 'logFile' | 'staff'>,
  seconds: number,
  sample?: Sample,
): string {
  const { url } = besa;
  const report = JSON.stringify({
    category: 'cyberbullying',
    narrative: 'Some pupils of my class made a group about me and post pictures of me there.',
    about: 'me',
    reporter: { role: 'child', ageYears: 13 },
    language: 'en',
  });
  const people = besa.staff().map(({ user, name, role, duties }) => {
    const signsIn = role === undefined ? 'told by mail, does not sign in' : role;
    const held = duties.length === 0 ? '' : ` (${duties.join(', ')})`;
    return `    ${user.padEnd(14)} ${name.padEnd(15)} ${signsIn}${held}`;
  });
  const signIn = besa.staff().find(({ role }) => role === 'officer')?.user ?? 'staff';
  return `
Open this: ${url}/

Besa runs at ${url}, ready after ${seconds.toFixed(1)} s. Everything is kept in ${besa.dataDir}.

${sample === undefined ? noSample : sampleFiled(url, sample)}

  A report can be sent without a browser, too (paste this):

    curl -s ${url}/v1/reports -H 'Content-Type: application/json' -H "Idempotency-Key: ${randomUUID()}" -d '${report}'

  The answer has a receipt. With it, see how it stands:

    curl -s ${url}/v1/follow-up -H 'Content-Type: application/json' -H 'Accept-Language: en' -d '{"receipt":"THE-RECEIPT"}'

  Pages            ${url}/           in each language: ${url}/sq, ${url}/en
  Institutions     ${url}${officePath}     with the codes of their mails, in ${url}/local/inbox
  Public API       ${url}/v1/…          described in ${url}/openapi.json
  Console          ${url}/staff/     as one of the staff, in one click: ${url}/local/
  Staff API        ${url}/staff/v1/cases
  Mails to staff   ${url}/local/inbox   (open it in a browser)
  All at a glance  ${url}/local/
  Alarms           ${url}/local/alarms   what would have rung somebody
  Queues           ${url}/local/queues   dead letters: npm run redrive -- triage --local ${url}
  Clock            ${url}/local/clock   step it: curl -s ${url}/local/clock -H 'Content-Type: application/json' -d '{"advance":"PT49H"}'
  Log lines        ${besa.logFile}

  Staff (${url}/local/staff), all invented:

${people.join('\n')}

  Sign in as one of them and list the open cases:

    TOKEN=$(curl -s ${url}/local/sign-in -H 'Content-Type: application/json' -d '{"user":"${signIn}"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
    curl -s ${url}/staff/v1/cases -H "Authorization: Bearer $TOKEN"

Stop with Ctrl-C; the data stays.
`;
}

const noSample = `  Nothing is in it? npm start -- --sample --data other-folder files invented cases in every state, and
  npm run demo -- --keep FOLDER leaves a whole year for npm start -- --data FOLDER.`;

/** Whose consoles are worth a look in the sample, and what each of them finds. */
const consoles = [
  ['staff-blerim', 'an officer: a critical case that rang and nobody has acknowledged'],
  ['staff-arta', 'a counsellor: cases in hand, and one that was filed on the telephone'],
  ['staff-elira', 'the supervisor: a promise that was missed, an export that waits for a second person'],
] as const;

function sampleFiled(url: string, { cases, codes }: Sample): string {
  const links = consoles.map(([user, what]) => `    ${url}${consoleAs(user)}   ${what}`);
  const receipts = codes.map(({ code, language, what }) => `    ${code}   at ${url}${pathsIn(language).code}: ${what}`);
  return `  ${Object.keys(cases).length} invented cases are in it, in every state. The console of

${links.join('\n')}

  Codes of reporters:

${receipts.join('\n')}`;
}
