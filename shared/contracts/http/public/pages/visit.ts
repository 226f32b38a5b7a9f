import { textIn, type FormFields } from '../../form-fields.ts';

/** What a random UUID looks like, as all keys of our pages are. */
const visitForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The visit that a form belongs to: a random key, made with the first form and handed on from page to page. It opens
 * nothing. Undefined where a form names none of ours.
 */
export function visitIn(form: FormFields): string | undefined {
  const visit = textIn(form, 'visit');
  return visitForm.test(visit) ? visit : undefined;
}
