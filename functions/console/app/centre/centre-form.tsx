import type { ComponentChildren } from 'preact';
import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import type { DirectoryAnswer } from '../api/answers.ts';
import { directoryCommand, type Place } from '../api/commands.ts';
import { Actions } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { RefusalSummary } from '../form/refusal.tsx';
import { useSending } from '../form/sending.ts';
import { announce } from '../frame/announce.tsx';
import { centreWords, words } from '../frame/texts.ts';

interface Props<N extends keyof DirectoryBodies, Fields extends object> {
  /** The command, and what its address names. */
  command: N;
  place?: Place;
  /** The revision that the person saw. Absent where the command depends on none. */
  etag?: string | undefined;
  /** Where the form begins. */
  empty: Fields;
  /** What is sent. A text tells that something is missing, before anything is sent. */
  body: (fields: Fields) => DirectoryBodies[N] | string;
  submit: string;
  isPrimary?: boolean;
  /** Reads anew what the form is about. It is called before a refusal is shown, too, when that has changed meanwhile. */
  reload: () => Promise<unknown>;
  onDone?: (answer: DirectoryAnswer<N>) => void;
  onClose?: () => void;
  children?: (form: Form<Fields>) => ComponentChildren;
}

/**
 * A command about the centre itself, with its fields. It is refused without losing what was typed, as a command on a case
 * is (form/command-form.tsx). What changed meanwhile stands beside it, read anew.
 */
export function CentreForm<N extends keyof DirectoryBodies, Fields extends object>(props: Props<N, Fields>) {
  const { place = {}, empty, submit, isPrimary = true, onClose, children } = props;
  const { form, state, problem, send } = useSending({
    of: ['centre', props.command, ...Object.values(place)].join('/'),
    empty,
    body: (fields: Fields) => {
      const body = props.body(fields);
      return typeof body === 'string' ? { missing: { text: body } } : { body };
    },
    send: (body: DirectoryBodies[N], key) => directoryCommand(props.command, place, body, { etag: props.etag, key }),
    refused: async ({ status }) => {
      if ([409, 412].includes(status)) await props.reload();
    },
    done: async (answer) => {
      announce(words().frame.done);
      await props.reload();
      props.onDone?.(answer);
    },
  });
  const isStale = problem?.status === 412;
  return (
    <form
      class="command"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <RefusalSummary form={form} sending={state} changed={centreWords().hub.changed} />
      {children?.(form)}
      <Actions>
        <button type="submit" class={isPrimary ? 'primary' : ''} aria-disabled={state.sending}>
          {state.sending
            ? words().frame.sending
            : isStale
              ? words().frame.doItAnyway
              : state.refusal === undefined
                ? submit
                : words().frame.tryAgain}
        </button>
        {onClose === undefined ? null : (
          <button type="button" onClick={onClose}>
            {words().frame.close}
          </button>
        )}
      </Actions>
    </form>
  );
}
