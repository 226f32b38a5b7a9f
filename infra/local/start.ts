import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startBesa } from './besa.ts';
import type { RunningBesa } from './besa.ts';
import { CannotStart } from './cannot-start.ts';
import { NotEmulated } from './template/template.ts';

/* `npm start -- --port N --data DIR`: Besa on this machine, until it is interrupted. */

const startedAt = performance.now();

function readArguments(): { port: number; dataDir: string; showLogs: boolean } {
  const options = {
    port: { type: 'string', default: '3000' },
    data: { type: 'string', default: '.besa' },
    logs: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ options });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port`);
    return { port, dataDir: values.data, showLogs: values.logs };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`${why}. Usage: npm start -- --port 3000 --data .besa [--logs]`);
  }
}

async function welcome(besa: RunningBesa): Promise<string> {
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
Besa runs at ${url}, ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s. Everything is kept in ${besa.dataDir}.

  Send a report (paste this):

    curl -s ${url}/v1/reports -H 'Content-Type: application/json' -H "Idempotency-Key: ${randomUUID()}" -d '${report}'

  The answer has a receipt. With it, see how it stands:

    curl -s ${url}/v1/follow-up -H 'Content-Type: application/json' -H 'Accept-Language: en' -d '{"receipt":"THE-RECEIPT"}'

  Public API       ${url}/v1/…          described in ${url}/openapi.json
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

try {
  const { port, dataDir, showLogs } = readArguments();
  const besa = await startBesa({ port, dataDir, showLogs });
  let isStopping = false;
  const stop = (): void => {
    // A second interrupt is meant: everything ends at once.
    if (isStopping) besa.kill();
    isStopping = true;
    void besa.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  console.log(await welcome(besa));
} catch (error) {
  if (!(error instanceof CannotStart) && !(error instanceof NotEmulated)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
