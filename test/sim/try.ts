import { simulator } from './play.ts';
import { realWrite, realNow } from './virtual-process.ts';
const t0 = realNow();
const play = await simulator();
realWrite(`loaded ${Math.round(realNow() - t0)} ms\n`);
const [from, to, faults] = process.argv.slice(2);
for (let s = Number(from); s < Number(to); s++) {
  const t = realNow();
  const p = await play(s, { faults: faults !== 'no' });
  realWrite(
    `${s} ${Math.round(realNow() - t)} ms ${JSON.stringify(p.counts)} ${JSON.stringify(p.findings.slice(0, 5))}\n`,
  );
  if (process.env.STORY) realWrite(p.story.join('\n') + '\n');
}
process.exit(0);
