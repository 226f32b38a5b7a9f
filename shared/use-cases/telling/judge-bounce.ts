import { decideBounce } from '../../domain/people/bounce.ts';
import { isReached } from '../../domain/people/person.ts';
import type { Person } from '../../domain/people/person.ts';
import type { UndeliveredBecause } from '../../domain/case/unseen/undelivered.ts';
import { dutiesOf } from '../../domain/people/duties.ts';
import type { LadderPolicy } from '../../domain/sla/clock-policy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Directory } from '../../ports/directory.ts';
import type { AddressChange, MarkChange, UndeliveredWriter } from '../../ports/undelivered.ts';

export interface JudgeBounceDeps {
  directory: Pick<Directory, 'member' | 'rota'>;
  undelivered: Pick<UndeliveredWriter, 'recentBounces'>;
  country: { ladder: Pick<LadderPolicy, 'rungs'> };
}

/** `isProvider`: the provider refuses, not this address. `addresses`: what the directory is to hold from now on. */
export interface BounceJudged {
  isProvider: boolean;
  addresses?: AddressChange;
}

/**
 * Judges what an address is worth after a mail to it came back. The recent bounces are read first: whoever marks another
 * address meanwhile makes the write of this decision fail.
 */
export function judgeBounce(
  deps: JudgeBounceDeps,
): (id: string, deadAddress: string, because: UndeliveredBecause, now: Instant) => Promise<BounceJudged> {
  /** Whether nobody else is reached on some rung of this person now. */
  const isLastOnARung = async ({ id, duties }: Person, now: Instant): Promise<boolean> => {
    const rungs = deps.country.ladder.rungs.filter((rung) => rung.duties.some((duty) => duties.includes(duty)));
    if (rungs.length === 0) return false;
    const rota = await deps.directory.rota(dutiesOf({ ladder: { rungs } }));
    return rungs.some((rung) => rota.holders(rung.duties, now).every((other) => other.id === id));
  };

  return async (id, deadAddress, because, now) => {
    const { revision, bounces } = await deps.undelivered.recentBounces();
    const member = await deps.directory.member(id);
    // An address that was corrected since stays as it is.
    if (member === undefined || member.mail.toLowerCase() !== deadAddress.toLowerCase()) return { isProvider: false };
    const isLast = isReached(member, now) && (await isLastOnARung(member, now));
    const decided = decideBounce(member, because, bounces, isLast, now);
    if (decided.recent === undefined) return { isProvider: decided.isProvider };
    const marks: MarkChange[] = [];
    if (decided.mark !== undefined) marks.push({ ...marked(member), after: decided.mark });
    for (const { member: other, mark } of decided.takenOff) {
      const holder = other === member.id ? member : await deps.directory.member(other);
      if (holder !== undefined && holder.unreachable?.againAt === mark.againAt) marks.push(marked(holder));
    }
    return {
      isProvider: decided.isProvider,
      addresses: { marks, bounces: { revision, bounces: decided.recent } },
    };
  };
}

function marked({ id, mail, unreachable }: Person): MarkChange {
  return { member: id, mail, ...(unreachable === undefined ? {} : { before: unreachable }) };
}
