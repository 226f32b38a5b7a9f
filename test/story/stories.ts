import { spawn } from 'node:child_process';
import filesInMemory from '#test/support/files-in-memory.ts';
import { optionsAmong, understand, wholeNumber } from '#test/sim/command-line.ts';
import { simulator } from '#test/sim/play.ts';
import { realWrite } from '#test/sim/virtual-process.ts';
import { table } from './table.ts';
import { leftAloneLocally } from './too-much/left-alone-locally.ts';
import { countLetters } from './too-much/letters-counted.ts';
import { lettersInAnHour, stories } from './too-much/too-much.ts';

/*
 * npm run stories                         Stories of too much, played in the simulator, with the letters that each person gets:
 *                                         as many as there may be, and with a quota of 200 mails a day.
 *                                         Ends with 1 when somebody gets more than practice allows.
 * npm run stories -- --local 73           Two critical cases and a normal one, left alone for so many hours on the local
 *                                         runtime: the letters that each person gets. It takes a minute or two.
 * npm run stories -- --mails-per-day 200  One of the two tables. --only 73 plays the stories whose name has that in it.
 */
const asked = understand(() => {
  const values = optionsAmong({
    'mails-per-day': { type: 'string' },
    only: { type: 'string', default: '' },
    local: { type: 'string' },
  });
  return {
    localHours: wholeNumber('--local', values.local, undefined, 1),
    mailsPerDay: wholeNumber('--mails-per-day', values['mails-per-day'], undefined, 1),
    isOneTable: values['mails-per-day'] !== undefined,
    only: values.only,
  };
});
/** More than anybody sends. */
const unlimited = 1_000_000;

/** Functions keep their quota from when they were loaded, so each table is made by a process of its own. */
async function makeTable(mailsPerDay: number): Promise<void> {
  const args = [import.meta.filename, '--mails-per-day', String(mailsPerDay), '--only', asked.only];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) process.exitCode = 1;
}

async function tellLocally(hours: number): Promise<void> {
  const endFilesInMemory = filesInMemory();
  const { letters, sweeps, calls, seconds } = await leftAloneLocally(hours);
  endFilesInMemory?.();
  const rows = [...letters]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([person, count]) => ({ person, letters: count }));
  const [most = 0] = [...letters.values()].toSorted((a, b) => b - a);
  const { lettersAtMost = 0 } = stories.find(({ name }) => name.includes('left alone')) ?? {};
  if (most > lettersAtMost) process.exitCode = 1;
  const perHour = (count: number): string => (count / hours).toFixed(1);
  const counted = `An hour: ${perHour(sweeps)} sweeps, ${perHour(calls)} calls to the database. Stepped in ${seconds.toFixed(1)} s`;
  realWrite(
    `Left alone for ${hours} h on the local runtime (at most ${lettersAtMost} each):\n\n${table(rows)}\n\n${counted}\n`,
  );
}

if (asked.localHours !== undefined) await tellLocally(asked.localHours);
else if (asked.isOneTable) {
  const mailsPerDay = asked.mailsPerDay ?? unlimited;
  const { watch } = await simulator({ MAILS_PER_DAY: String(mailsPerDay) });
  const rows = [];
  for (const { name, begin, lasts, lettersAtMost } of stories.filter((story) => story.name.includes(asked.only))) {
    const { mails, refusedMails, seconds, calls } = await watch(begin, lasts, mailsPerDay);
    const { people, mostToOne, mostInAnHour, shortestGapMs, total, toInstitutions } = countLetters(mails);
    if (mostToOne > lettersAtMost || mostInAnHour > lettersInAnHour) process.exitCode = 1;
    rows.push({
      story: name,
      people,
      'letters, most': mostToOne,
      'of at most': lettersAtMost,
      'in an hour': mostInAnHour,
      'shortest gap, s': shortestGapMs === undefined ? '' : Math.round(shortestGapMs / 1000),
      'in all': total,
      'to institutions': toInstitutions,
      refused: refusedMails,
      calls,
      seconds: Number(seconds.toFixed(1)),
    });
  }
  const quota = mailsPerDay === unlimited ? 'without a quota' : `with a quota of ${mailsPerDay} mails a day`;
  realWrite(`Letters to people of the centre, ${quota}:\n\n${table(rows)}\n\n`);
} else {
  await makeTable(unlimited);
  await makeTable(200);
}
