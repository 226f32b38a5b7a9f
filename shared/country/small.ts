import type { SmallPack } from '#shared/domain/country-pack.ts';
import { albanianSmallPack } from './al/small-pack.ts';

/** The part of this installation's country (`current.ts`) that is enough to watch clocks and write mails. */
export const country: SmallPack = albanianSmallPack;
