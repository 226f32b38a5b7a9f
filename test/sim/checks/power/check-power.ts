import { checkCase } from './check-cases.ts';
import { checkPeople } from './check-people.ts';
import { momentsOf } from './course.ts';
import type { FindPower, PowerEvidence, PowerKind } from './evidence-of-power.ts';
import { telling } from './telling.ts';
import { ofThem } from './them.ts';

/*
 * Promise P13, told a second time from history, directory, access log and mails: what insiders did to cases and to the
 * directory, without a second person whom they had not chosen, and whether somebody who could object was told.
 */

/** Everything that these people did together and must not be able to do alone. */
export function checkPower(insiders: readonly string[], evidence: PowerEvidence, find: FindPower): void {
  const moments = momentsOf(evidence.directories, evidence.now);
  const isOne = ofThem(insiders, moments);
  const judged = { ...evidence, moments, isOne, wasTold: telling(evidence.post, moments, isOne) };
  for (const one of evidence.cases) checkCase(one, judged, find);
  checkPeople(judged, find);
}

/**
 * What each of them did alone is a broken promise. What two did only together is counted, for whoever asks what two can
 * still do.
 */
export function judgePower(
  insiders: readonly string[],
  evidence: PowerEvidence,
): { broken: { kind: PowerKind; what: string }[]; together: Partial<Record<PowerKind, number>> } {
  const found = (who: readonly string[]): { kind: PowerKind; what: string }[] => {
    const all: { kind: PowerKind; what: string }[] = [];
    checkPower(who, evidence, (kind, what) => void all.push({ kind, what }));
    return all;
  };
  const alone = insiders.flatMap((one) => found([one]));
  const known = new Set(alone.map(({ what }) => what));
  const together: Partial<Record<PowerKind, number>> = {};
  if (insiders.length > 1)
    for (const { kind, what } of found(insiders)) if (!known.has(what)) together[kind] = (together[kind] ?? 0) + 1;
  return { broken: alone, together };
}
