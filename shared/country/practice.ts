import type { Practice } from '#shared/domain/country-pack.ts';
import { albanianPractice } from './al/small-pack.ts';

/** Of the country this installation serves (`current.ts`), what is enough to watch clocks and to write mails. */
export const practice: Practice = albanianPractice;
