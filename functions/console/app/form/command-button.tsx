import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { letterOf } from '../frame/keys.ts';
import { labelOf } from '../frame/texts.ts';
import { CommandForm, type CommandFormProps } from './command-form.tsx';

/** A command that needs no field: one button, with the same care for refusals as a form. */
export function CommandButton<N extends keyof CommandBodies>({
  command,
  place,
  body,
  label = labelOf('commands', command),
  isPrimary = false,
  onDone,
}: Pick<CommandFormProps<N, object>, 'command' | 'place' | 'isPrimary' | 'onDone'> & {
  body: CommandBodies[N];
  label?: string;
}) {
  return (
    <CommandForm
      command={command}
      place={place}
      empty={{}}
      body={() => body}
      submit={label}
      isPrimary={isPrimary}
      // Why a text is opened is never said by a key.
      letter={command === 'read' ? undefined : letterOf(command)}
      {...(onDone === undefined ? {} : { onDone })}
    />
  );
}
