import { labelOf, say, words } from '../frame/texts.ts';

/** Says which field is still missing, before anything is sent. */
export function missing(field: string): string {
  return say(words().handling.missing, { field: labelOf('fields', field) });
}

/** The code among these that a field holds; undefined while nothing is chosen. */
export function chosen<Code extends string>(codes: readonly Code[], value: string): Code | undefined {
  return codes.find((one) => one === value);
}
