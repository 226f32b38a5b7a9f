import type { World } from '../../world.ts';
import type { Told } from '../finding.ts';

/** What is known of a history, as far as the desk is judged by it. */
export interface DeskEvidence extends Pick<World, 'desk' | 'mails' | 'lines'> {
  cases: readonly Told[];
  /** Address of each contact, by directory id. */
  addresses: ReadonlyMap<string, string>;
  /** Where no code may stand, with everything that stands there. */
  places: readonly (readonly [place: string, text: string])[];
  areClocksApart: boolean;
}
