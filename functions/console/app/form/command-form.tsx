import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { ApiProblem } from '../api/call.ts';
import { command, type Place } from '../api/commands.ts';
import type { CommandAnswer } from '../api/answers.ts';
import { freshCase, loadCase, looksTheSame, newsOf, seenCase, type SeenCase } from '../case/seen-cases.ts';
import { announce } from '../frame/announce.tsx';
import { later } from '../frame/later.tsx';
import { words } from '../frame/texts.ts';
import { Actions } from './actions.tsx';
import type { Form } from './form-fields.ts';
import { RefusalSummary } from './refusal.tsx';
import { useSending, type Step } from './sending.ts';

const ChangedMeanwhile = later(async () => (await import('./changed-meanwhile.tsx')).ChangedMeanwhile);

/** It knows all panels, so it comes only with a refusal. */
const Mend = later(async () => (await import('./mend.tsx')).Mend);

export interface CommandFormProps<N extends keyof CommandBodies, Fields extends object> {
  /** The command of the case desk, and what its address names. */
  command: N;
  place: Place & { number: string };
  /** Where the form begins. */
  empty: Fields;
  /** What is sent. A text tells that something is missing, before anything is sent. */
  body: (fields: Fields) => CommandBodies[N] | string;
  submit: string | ((fields: Fields) => string);
  /** Says whether the button is the one thing to do here. */
  isPrimary?: boolean;
  /** The key that presses the button. Why a text is opened is never said by a key. */
  letter?: string | undefined;
  onDone?: (answer: CommandAnswer<N>, status: number, sent: CommandBodies[N] | undefined) => void;
  /** What stays in the form after an answer, where a part of it was refused. Undefined: it begins anew. */
  keeps?: (answer: CommandAnswer<N>, fields: Fields) => Fields | undefined;
  onClose?: () => void;
  /** Where a form has steps: what the button does before the last one. */
  step?: (form: Form<Fields>) => Step | undefined;
  /** Back to the step before. Nothing is lost. */
  back?: (form: Form<Fields>) => (() => void) | undefined;
  /** The field in which a pointer's value was typed, where the form is not shaped like the body. */
  fieldAt?: (pointer: string) => string;
  onRefused?: (problem: ApiProblem, form: Form<Fields>) => void;
  children?: (form: Form<Fields>) => ComponentChildren;
}

/**
 * A command with its fields. Whatever is refused, and whoever has changed the case meanwhile: what was typed stays, what
 * has changed is shown, and the same try may be sent again. The key is the same until the command is done, so a command
 * that did arrive is not done twice. Source: docs/design.md, Console.
 */
export function CommandForm<N extends keyof CommandBodies, Fields extends object>(props: CommandFormProps<N, Fields>) {
  const { place, empty, submit, isPrimary = true, onClose, children } = props;
  const news = useSignal<ReturnType<typeof newsOf>>([]);
  /** The case as the person saw it when they sent this. */
  const before = useRef<SeenCase>(undefined);
  const sent = useRef<CommandBodies[N]>(undefined);
  const { form, state, problem, send, calm } = useSending({
    of: [props.command, ...Object.values(place)].join('/'),
    empty,
    body: (fields: Fields) => {
      const body = props.body(fields);
      return typeof body === 'string' ? { missing: { text: body } } : { body };
    },
    send: async (body: CommandBodies[N], key) => {
      news.value = [];
      sent.current = body;
      before.current = seenCase(place.number).peek();
      const answer = await command(props.command, place, body, { etag: before.current?.etag, key });
      if (answer.ok || answer.why !== 'refused' || answer.problem.status !== 412) return answer;
      const fresh = await freshCase(place.number);
      if (!('view' in fresh) || !looksTheSame(before.current, fresh)) return answer;
      return command(props.command, place, body, { etag: fresh.etag, key });
    },
    step: (at: Form<Fields>) => props.step?.(at),
    refused: async (against) => {
      const { status, type } = against;
      props.onRefused?.(against, form);
      const isStale = [409, 412].includes(status);
      if (isStale || type.endsWith(':command_key_reused')) await loadCase(place.number);
      if (isStale) news.value = newsOf(before.current, seenCase(place.number).peek());
    },
    keeps: props.keeps,
    ...(props.fieldAt === undefined ? {} : { fieldAt: props.fieldAt }),
    done: async (answer, status) => {
      announce(words().frame.done);
      await loadCase(place.number);
      props.onDone?.(answer, status, sent.current);
    },
  });
  const { sending, refusal } = state;
  const step = props.step?.(form);
  const back = props.back?.(form);

  return (
    <form
      class="command"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <RefusalSummary form={form} sending={state}>
        {problem?.because === undefined ? null : <Mend because={problem.because} number={place.number} />}
        {news.value.length === 0 ? null : <ChangedMeanwhile news={news.value} />}
      </RefusalSummary>
      {children?.(form)}
      <Actions>
        <button type="submit" class={isPrimary ? 'primary' : ''} aria-disabled={sending} data-key={props.letter}>
          {sending
            ? words().frame.sending
            : step !== undefined
              ? step.submit
              : problem?.status === 412
                ? words().frame.doItAnyway
                : refusal === undefined
                  ? typeof submit === 'string'
                    ? submit
                    : submit(form.fields)
                  : words().frame.tryAgain}
        </button>
        {back === undefined ? null : (
          <button
            type="button"
            onClick={() => {
              calm();
              back();
            }}
          >
            {words().frame.back}
          </button>
        )}
        {onClose === undefined ? null : (
          <button type="button" onClick={onClose}>
            {words().frame.close}
          </button>
        )}
      </Actions>
    </form>
  );
}
