import * as z from 'zod/mini';
import { text } from '../fields.ts';

/** A code of the country pack, or an id of the directory; the rules say which. */
export const packCode = text(64).check(z.minLength(1));
