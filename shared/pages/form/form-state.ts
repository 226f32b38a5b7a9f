import type { FormFields } from '../../contracts/http/form-fields.ts';
import type { HelpAnswer } from '../../contracts/http/public/help.ts';
import type { TaxonomyAnswer } from '../../contracts/http/public/taxonomy.ts';
import type { Audience } from '../../domain/help/audience.ts';

/** A field that is wrong, and what is wrong with it. */
export interface WrongField {
  /** Undefined where no field holds it. */
  field: string | undefined;
  message: string;
}

/** All that a form is drawn from. The same state draws the same form. */
export interface FormState {
  audience: Audience;
  taxonomy: TaxonomyAnswer;
  /** What was typed and chosen, exactly as it came. */
  fields: FormFields;
  /** The Idempotency-Key of this report. It stays with the form however often the form is drawn. */
  key: string;
  /** The visit that the form belongs to. It stays with it as the key does, and goes on with the receipt. */
  visit: string;
  /** The form answers one that was sent: leaving ends the visit. */
  isAnswer?: boolean;
  /** What is to be said before the form. */
  notice?: string;
  wrong?: readonly WrongField[];
  /** These numbers come first where danger was said and the form was not taken. */
  danger?: readonly HelpAnswer[];
  /** The part that is shown first, from 1. */
  part?: number;
  /** Shows every part at once, as when something is wrong. */
  isWhole?: boolean;
}

/** How many parts a form has. */
export const partsOfForm = 4;
