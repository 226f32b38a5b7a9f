import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { grownMonth, idleMonth, reportsCost, totalOf } from '#infra/documents/cost.ts';
import type { CostLine, IdleUnits, ReportUnits } from '#infra/documents/cost.ts';
import { startBesa } from '#infra/local/besa.ts';
import type { RunningBesa } from '#infra/local/besa.ts';
import type { AwsCall } from '#infra/local/services/faults.ts';
import type { UnitsByFunction } from '#infra/local/engines/unit-meter.ts';
import { prices, pricesOf } from '#infra/documents/prices.ts';
import { synthesize } from '#infra/synthesize.ts';
import { besaOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { passOn } from '#test/support/pass-on.ts';

/*
 * What Besa costs on AWS: `npm run cost`, with `-- --write` also into docs/cost.md. What stands there is counted in the
 * template of prod. What a sweep and a report use is measured on a Besa that runs here.
 */
const page = 'docs/cost.md';
const folder = mkdtempSync(join(tmpdir(), 'besa-cost-'));
const besa = await startBesa({ dataDir: folder, quiet: true });
try {
  const idle = await measureSweep(besa);
  const report = await measureReport(besa);
  const template = await synthesize('prod');
  const tables = [
    table('An idle month', idleMonth(template, idle), true),
    table('1,000 reports', reportsCost(1000, report), true),
    table('Besides, each month', grownMonth(template, report), false),
  ];
  console.log(tables.join('\n'));
  if (process.argv.includes('--write')) await writePage(tables.join('\n'));
  console.log(`
USD, list prices of ${pricesOf.region}, looked up ${pricesOf.date}, and of ${pricesOf.europe}, without any free tier; ? = not verified.
A report here is the mean of one of each severity: sent, triaged, told, read, claimed, handled, passed on, resolved, looked up twice:
${JSON.stringify(report)}`);
} finally {
  await besa.stop();
  rmSync(folder, { recursive: true, force: true });
}

function table(title: string, lines: readonly CostLine[], isSummed: boolean): string {
  const rows = lines.map(({ what, priced, count, usd, europe }) => {
    const mark = 'unverified' in prices[priced] ? ' ?' : '';
    const shown = count.toLocaleString('en', { maximumFractionDigits: count < 1 ? 2 : 0 });
    return `| ${what}${mark} | ${shown} | ${usd.toFixed(2)} | ${europe.toFixed(2)} |`;
  });
  const total = `| **total** | | **${totalOf(lines).toFixed(2)}** | **${totalOf(lines, 'europe').toFixed(2)}** |\n`;
  const head = `| ${title} | Count | ${pricesOf.region} | ${pricesOf.europe} ? |\n| --- | ---: | ---: | ---: |`;
  return `${head}\n${rows.join('\n')}\n${isSummed ? total : ''}`;
}

/** Puts the tables where the page has its last ones. */
async function writePage(tables: string): Promise<void> {
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(/(?<=<!-- cost -->\n)/);
  const after = rest.slice(rest.indexOf('<!-- /cost -->'));
  writeFileSync(page, await format(`${before}\n${tables}\n${after}`, { parser: 'markdown', printWidth: 120 }));
}

/** What the two sweeps of a minute use: the least of several looks, because what the schedules start meanwhile only adds. */
async function measureSweep({ quiet, meterUnits, invoke }: RunningBesa): Promise<IdleUnits> {
  const looks: IdleUnits[] = [];
  for (let look = 0; look < 5; look += 1) {
    await quiet();
    const meter = meterUnits();
    await invoke('sweeper', {});
    await invoke('escalation', {});
    looks.push(total(meter.stop()));
  }
  return looks.reduce((least, look) => (look.readUnits < least.readUnits ? look : least));
}

/** Lives one report of each severity to its end and answers with what one used on average. */
async function measureReport(running: RunningBesa): Promise<ReportUnits> {
  const over = besaOverHttp(running.url);
  const officer = await over.signIn('staff-blerim');
  await running.quiet();
  const calls: AwsCall[] = [];
  // A fault is asked about every call; this one looks and never strikes.
  const counting = running.faults.inject(
    (call) => {
      calls.push(call);
      return false;
    },
    { kind: 'conflict' },
    Number.POSITIVE_INFINITY,
  );
  const meter = running.meterUnits();
  const mailsBefore = running.inbox().length;
  const severities = Object.keys(reportOf) as (keyof typeof reportOf)[];
  for (const severity of severities) {
    const { body } = await over.report(reportOf[severity]);
    await running.quiet();
    await officer.command(body.caseNumber, 'read', { reason: 'on_duty' });
    await officer.command(body.caseNumber, 'claim', {});
    const message = 'We have read what you wrote. You did the right thing.';
    const handled = await officer.decide(body.caseNumber, 'handling', {
      severity,
      safetyDecision: 'safe_for_now',
      nextStep: 'advise_reporter',
      message,
    });
    const [sentTo] = await passOn(officer, body.caseNumber, ({ isLead }) => isLead);
    await running.quiet();
    const basis = 'al_law_18_2017';
    const resolved = await officer.decide(body.caseNumber, 'resolution', {
      outcome: 'advice_given',
      message,
      dutyToReport:
        sentTo === undefined ? { decision: 'not_required', basis } : { decision: 'required', basis, sentTo },
    });
    for (const { status, body: answer } of [handled, resolved]) {
      if (status !== 200) throw new Error(`A step answered ${status}: ${JSON.stringify(answer)}`);
    }
    await over.followUp(body.receipt);
    await over.followUp(body.receipt);
  }
  await running.quiet();
  counting.remove();
  const units = total(meter.stop());
  const of = (service: AwsCall['service']): AwsCall[] => calls.filter((call) => call.service === service);
  const sends = of('sqs').filter(({ action }) => action.startsWith('SendMessage'));
  const messages = sends.reduce(
    (sum, { body }) => sum + (Array.isArray(body['Entries']) ? body['Entries'].length : 1),
    0,
  );
  // The report, two looks of the reporter, and six calls of staff: read, claim, to decide twice a look and a command; and
  // passing on, a look at whom to call and the call.
  const apiRequests = 11;
  const each = (count: number): number => count / severities.length;
  return {
    readUnits: each(units.readUnits),
    writeUnits: each(units.writeUnits),
    apiRequests,
    // At most one invocation for each message, and one of the relay for each batch it sends.
    invocations: apiRequests + each(messages + sends.length),
    keyRequests: each(of('kms').length),
    queueRequests: each(sends.length + messages),
    mails: each(running.inbox().length - mailsBefore),
  };
}

function total(units: UnitsByFunction): IdleUnits {
  const all = Object.values(units);
  return {
    readUnits: all.reduce((sum, { read }) => sum + read, 0),
    writeUnits: all.reduce((sum, { write }) => sum + write, 0),
  };
}
