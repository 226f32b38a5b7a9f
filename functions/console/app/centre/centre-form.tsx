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
  /** Tells two forms of one command apart. */
  part?: string;
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
  /** The field in which a pointer's value was typed, where the form is not shaped like the body. */
  fieldAt?: (pointer: string) => string;
  /** Enter in a field sends nothing, where somebody must have seen the rest of the form first. */
  isSentByEnter?: boolean;
  /** `calm` drops what was refused, where a change of the form moves its fields. */
  children?: (form: Form<Fields>, calm: () => void) => ComponentChildren;
}

/**
 * A command about the centre itself, with its fields. It is refused without losing what was typed, as a command on a case
 * is (form/command-form.tsx). What changed meanwhile stands beside it, read anew.
 */
export function CentreForm<N extends keyof DirectoryBodies, Fields extends object>(props: Props<N, Fields>) {
  const { place = {}, part, empty, submit, isPrimary = true, isSentByEnter = true, onClose, children } = props;
  const { form, state, problem, send, calm } = useSending({
    of: ['centre', props.command, ...Object.values(place), ...(part === undefined ? [] : [part])].join('/'),
    empty,
    ...(props.fieldAt === undefined ? {} : { fieldAt: props.fieldAt }),
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
        if (isSentByEnter) void send();
      }}
    >
      <RefusalSummary form={form} sending={state} changed={centreWords().hub.changed} />
      {children?.(form, calm)}
      <Actions>
        <button
          type={isSentByEnter ? 'submit' : 'button'}
          class={isPrimary ? 'primary' : ''}
          aria-disabled={state.sending}
          {...(isSentByEnter ? {} : { onClick: () => void send() })}
        >
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
