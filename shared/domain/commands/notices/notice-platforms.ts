import type { CountryPack } from '../../country-pack.ts';

/** The pack's platforms that can be asked to take something down. */
export function noticePlatforms({
  platforms,
  placesWithoutNotices,
}: Pick<CountryPack, 'platforms' | 'placesWithoutNotices'>): string[] {
  return platforms.filter((code) => !placesWithoutNotices.includes(code));
}
