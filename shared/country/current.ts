import type { CountryPack } from '#shared/domain/country-pack.ts';
import { albania } from './al/pack.ts';

/** The country this installation serves. A second country is a second folder beside `al`, named here and in `practice.ts`. */
export const country: CountryPack = albania;
