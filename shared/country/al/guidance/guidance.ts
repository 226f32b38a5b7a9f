import type { GuidanceEntry } from '#shared/domain/help/guidance.ts';
import { conductGuidance, ownAct } from './conduct-guidance.ts';
import { dangerGuidance, meetingGuidance } from './danger-guidance.ts';
import { everydayGuidance } from './everyday-guidance.ts';
import { lookAfterYourself, pictureGuidance, stopNcii, takeItDown, takeItDownForAChild } from './picture-guidance.ts';
import { generalBlock, lastWords, readerGuidance } from './reader-guidance.ts';
import { suspectGuidance, womensLine, womensLineLater } from './suspect-guidance.ts';
import { violenceGuidance } from './violence-guidance.ts';

/**
 * What to do now, in order of importance: a report is shown the first four that fit. Life comes first, then violence,
 * who is near and what was done, then what fits the reader, then services. Loaded only after a report is stored.
 * Source: docs/domain.md, Guidance; docs/practice.md, Reporter's side.
 */
export const guidance: readonly GuidanceEntry[] = [
  ...dangerGuidance,
  womensLine,
  ...violenceGuidance,
  ...meetingGuidance,
  ...suspectGuidance,
  ownAct,
  ...pictureGuidance,
  takeItDown,
  stopNcii,
  ...conductGuidance,
  womensLineLater,
  ...everydayGuidance,
  ...readerGuidance,
  lookAfterYourself,
  takeItDownForAChild,
  lastWords,
  generalBlock,
];
