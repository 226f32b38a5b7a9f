import type { Practice } from '#shared/domain/country-pack.ts';
import { albanianPractice } from './al/small-pack.ts';

/** The part of this installation's country (`current.ts`) that is enough to watch clocks and write mails. */
export const practice: Practice = albanianPractice;
