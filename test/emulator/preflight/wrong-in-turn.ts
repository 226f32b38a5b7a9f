import { CreateEmailIdentityCommand } from '@aws-sdk/client-sesv2';
import { say } from '#infra/operations/run-command.ts';
import type { Emulator } from '../emulator.ts';
import { lookThere } from './look-there.ts';
import type { Seen } from './look-there.ts';
import { clientsThere, inEarnest, onDoubles, wrongs } from './wrongs.ts';
import type { Wrong } from './wrongs.ts';

/**
 * The emulator looks into no DNS, so no mail domain is verified there. Where people report in earnest, preflight says so
 * each time.
 */
const neverVerified = /^centre\.al is not verified \(DKIM PENDING\): no mail leaves; /u;

/**
 * Makes each thing wrong that preflight looks at, one after the other, in an account where a stage stands, and calls it
 * as somebody calls it. Throws unless it says just that, and says it no more once it is put right.
 */
export async function eachWrongInTurn({ url, env }: Emulator): Promise<void> {
  const there = clientsThere(url);
  await there.ses.send(new CreateEmailIdentityCommand({ EmailIdentity: inEarnest.stage.mail?.domain }));
  isContent('at first', lookThere(env));
  isContent('with the stage test', lookThere(env, { stage: 'test' }));
  isContent('in earnest', besidesTheDomain(lookThere(env, { settings: inEarnest })));
  for (const wrong of wrongs) {
    const { undo, ...called } = await wrong.make(there);
    const seen = lookThere(env, called);
    const line = lineAbout(wrong, wrong.inEarnest === true ? besidesTheDomain(seen) : seen);
    if (line === undefined) throw new Error(`Where ${wrong.how}, preflight ends with ${seen.code}:\n${seen.said}`);
    say(`          ${wrong.check}, where ${wrong.how}: ${line}`);
    if (undo === undefined) continue;
    await undo();
    const again = lookThere(env, wrong.inEarnest === true ? { settings: inEarnest } : {});
    isContent(`after it was mended that ${wrong.how}`, wrong.inEarnest === true ? besidesTheDomain(again) : again);
  }
  isContent('with the stage test again', lookThere(env, { stage: 'test' }));
  for (const { double, why } of onDoubles) say(`          not wrong here, and so on doubles: ${double} (${why})`);
}

/** What is said about a thing, where nothing is said but about what it is wrong for. */
function lineAbout({ check, also = [], says }: Wrong, { code, mend }: Seen): string | undefined {
  const about = [check, ...also].sort().join();
  const line = mend.find(({ what }) => what === check)?.says ?? '';
  const isAll =
    mend
      .map(({ what }) => what)
      .sort()
      .join() === about;
  return code === 1 && isAll && says.test(line) ? line : undefined;
}

/** As if the records of the domain were in the DNS. Throws where they are not missed. */
function besidesTheDomain({ code, said, mend }: Seen): Seen {
  const others = mend.filter(({ what, says }) => what !== 'mail domain' || !neverVerified.test(says));
  if (code !== 1 || others.length !== mend.length - 1)
    throw new Error(`Preflight misses no record of the DNS:\n${said}`);
  return { code: others.length === 0 ? 0 : code, said, mend: others };
}

function isContent(when: string, { code, said, mend }: Seen): void {
  if (code !== 0 || mend.length > 0) throw new Error(`Preflight ${when} ends with ${code}:\n${said}`);
}
