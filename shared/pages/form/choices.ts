import type { Audience } from '../../domain/help/audience.ts';
import type { About } from '../../domain/report/report.ts';

/** Each door offers those to whom it may have happened that fit its reader. */
export const aboutsOf: Readonly<Record<Audience, readonly About[]>> = {
  child: ['me', 'someone_i_know', 'stranger', 'content_only', 'something_i_did'],
  parent: ['my_child', 'someone_i_know', 'stranger', 'content_only'],
  school: ['pupil_or_client', 'school', 'someone_i_know', 'content_only'],
  adult: ['someone_i_know', 'stranger', 'content_only', 'me'],
};

/** Ages that a child may choose, and those of a child that somebody else reports about. */
export const agesOfWriter: readonly number[] = Array.from({ length: 13 }, (_, index) => index + 5);
export const agesOfChild: readonly number[] = Array.from({ length: 18 }, (_, index) => index);
