import { useSignal } from '@preact/signals';
import type { Answer, ApiProblem, Refusal } from '../api/call.ts';
import { draftOf, forgetDraft } from '../frame/drafts.ts';
import type { Form } from './form-fields.ts';

/** How far a form is with sending what was typed. */
export interface Sending {
  sending: boolean;
  refusal?: Refusal;
  /** Something is missing that can be told before anything is sent. */
  missing?: Missing;
}

export interface Missing {
  text: string;
  /** Where it is missing. */
  field?: string;
}

/** One step of a form that leads to a command. */
export interface Step {
  submit: string;
  /** Leads to the next step, unless something is missing or refused. */
  next: () => string | Refusal | undefined | Promise<string | Refusal | undefined>;
}

export interface HowToSend<Fields extends object, Body, Got> {
  /** What the draft is called. */
  of: string;
  /** Where the form begins. */
  empty: Fields;
  /** What is sent; or what is missing. */
  body: (fields: Fields) => { body: Body } | { missing: Missing };
  /** The key is the same for each try. */
  send: (body: Body, key: string) => Promise<Answer<Got>>;
  done: (got: Got, status: number) => Promise<void> | void;
  /** The API refused. It is heard before the refusal is shown. */
  refused?: (problem: ApiProblem) => Promise<void>;
  /** What stays after an answer, where a part of it was refused. Undefined: the form begins anew. */
  keeps?: ((got: Got, fields: Fields) => Fields | undefined) | undefined;
  fieldAt?: (pointer: string) => string;
  /** What is done instead, before the last step of a form. */
  step?: (form: Form<Fields>) => Step | undefined;
}

/**
 * Sends what was typed. Whatever is refused, it stays, and may be sent again. The key is the same until it is done, so what
 * did arrive is not done twice. A second click while the first is under way does nothing.
 */
export function useSending<Fields extends object, Body, Got>(how: HowToSend<Fields, Body, Got>) {
  const { of, empty, fieldAt } = how;
  const draft = draftOf(of, empty);
  const state = useSignal<Sending>({ sending: false });
  const { refusal } = state.value;
  const problem = refusal?.why === 'refused' ? refusal.problem : undefined;
  /** What is missing is told until it is there. On a step only its button knows what is, and tells it anew. */
  const isStillMissing = (told: Missing): boolean => {
    if (how.step?.(form) !== undefined) return false;
    const made = how.body(draft.fields.peek());
    return 'missing' in made && made.missing.text === told.text;
  };
  /** What was refused is told no more. */
  const calm = (): void => {
    state.value = { sending: false };
  };
  const form: Form<Fields> = {
    id: of.replaceAll(/[^\w-]/g, '-'),
    fields: draft.fields.value,
    set: (change) => {
      draft.fields.value = { ...draft.fields.peek(), ...change };
      const { missing } = state.peek();
      if (missing !== undefined && !isStillMissing(missing)) calm();
    },
    problems: problem?.errors ?? [],
    fieldAt,
  };

  const send = async (): Promise<void> => {
    if (state.peek().sending) return;
    const step = how.step?.(form);
    if (step !== undefined) {
      state.value = { sending: true };
      const against = await step.next();
      if (typeof against === 'object' && against.why === 'refused') await how.refused?.(against.problem);
      state.value = {
        sending: false,
        ...(typeof against === 'string' ? { missing: { text: against } } : {}),
        ...(typeof against === 'object' ? { refusal: against } : {}),
      };
      return;
    }
    const made = how.body(draft.fields.peek());
    if ('missing' in made) {
      state.value = { sending: false, missing: made.missing };
      return;
    }
    state.value = { sending: true };
    const answer = await how.send(made.body, draft.key.peek());
    if (answer.ok) {
      const kept = how.keeps?.(answer.body, draft.fields.peek());
      forgetDraft(of);
      if (kept !== undefined) draftOf(of, empty).fields.value = kept;
      await how.done(answer.body, answer.status);
      // What was drawn before the answer was read anew would begin where the form stood.
      if (kept === undefined) forgetDraft(of);
      state.value = { sending: false };
      return;
    }
    if (answer.why === 'refused') {
      // The first try did arrive, with other words. What stands here now is new.
      if (answer.problem.type.endsWith(':command_key_reused')) draft.key.value = crypto.randomUUID();
      await how.refused?.(answer.problem);
    }
    state.value = { sending: false, refusal: answer };
  };
  return { form, state: state.value, problem, send, calm };
}
