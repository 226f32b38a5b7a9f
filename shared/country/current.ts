import type { CountryPack } from '#shared/domain/country-pack.ts';
import { albania } from './al/pack.ts';

/**
 * The country of this installation. A second country is a second folder beside `al`; this file and `small.ts` name
 * it.
 */
export const country: CountryPack = albania;
