/** The pack's platforms that can be asked to take something down. */
export function noticePlatforms({
  platforms,
  placesWithoutNotices,
}: Readonly<Record<'platforms' | 'placesWithoutNotices', readonly string[]>>): string[] {
  return platforms.filter((code) => !placesWithoutNotices.includes(code));
}
