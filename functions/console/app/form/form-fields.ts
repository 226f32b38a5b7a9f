import type { ApiProblem } from '../api/call.ts';

/** The fields of a form and what was found wrong with them. `name` is a field of the body, and of the form. */
export interface Form<Fields> {
  /** Tells the ids of this form apart from those of another on the same page. */
  id: string;
  fields: Fields;
  set: (change: Partial<Fields>) => void;
  problems: NonNullable<ApiProblem['errors']>;
  /** The field in which a pointer's value was typed, where the form is not shaped like the body. */
  fieldAt?: ((pointer: string) => string) | undefined;
}

/** The id of a field, to which a summary of problems links. A pointer into a list leads to the list. */
export function fieldId({ id }: Pick<Form<unknown>, 'id'>, name: string): string {
  return `${id}-${name}`;
}

/** The name of the field at which a pointer points (RFC 6901): `/victims/0/gender` is in `victims`. */
export function nameOf(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}

/** The field of a form to which a pointer leads. */
export function fieldOf({ fieldAt = nameOf }: Pick<Form<unknown>, 'fieldAt'>, pointer: string): string {
  return fieldAt(pointer);
}

export function problemOf(form: Form<unknown>, name: string): string | undefined {
  return form.problems.find(({ pointer }) => fieldOf(form, pointer) === name)?.message;
}
