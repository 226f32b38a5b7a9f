import { useSignal } from '@preact/signals';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { approverRoles } from '#shared/domain/access/approver.ts';
import type { PanelProps } from '../case/panels.ts';
import { seenCase } from '../case/seen-cases.ts';
import { labelOf, say, words } from '../frame/texts.ts';
import { CommandForm, type CommandFormProps } from './command-form.tsx';
import { Actions } from './fields.tsx';
import { Shown } from './shown.tsx';

type Props<N extends keyof CommandBodies, Fields extends object> = Omit<
  CommandFormProps<N, Fields>,
  'place' | 'submit' | 'onDone' | 'onClose'
> & {
  panel: PanelProps;
  /** On the button. The name of the command, where it is absent. */
  submit?: string;
};

/**
 * The form of a panel. Once it is done the panel is closed. Where somebody else has to decide or to look first, the panel
 * says who.
 */
export function PanelForm<N extends keyof CommandBodies, Fields extends object>({
  panel: { place, onClose },
  submit,
  ...form
}: Props<N, Fields>) {
  const waits = useSignal<string | undefined>(undefined);
  if (waits.value !== undefined) {
    return (
      <Shown>
        <p>{waits.value}</p>
        <Actions>
          <button type="button" class="primary" onClick={onClose}>
            {words().frame.close}
          </button>
        </Actions>
      </Shown>
    );
  }
  const before = pendingOn(place.number);
  return (
    <CommandForm
      {...form}
      place={place}
      submit={submit ?? labelOf('commands', form.command)}
      onClose={onClose}
      onDone={() => {
        const asked = pendingOn(place.number).find(({ id }) => !before.some((one) => one.id === id));
        if (asked === undefined) onClose();
        else waits.value = sayWaits(asked);
      }}
    />
  );
}

type Approval = NonNullable<NonNullable<ReturnType<typeof seenCase>['value']>['view']['approvals']>[number];

const pendingOn = (number: string): Approval[] =>
  (seenCase(number).value?.view.approvals ?? []).filter(({ decision }) => decision === undefined);

/** Who has to decide on what was just asked, or to look at what was just done. */
export function sayWaits({ kind, partner, effectiveAt }: Approval): string {
  const w = words().keeping;
  if (partner !== undefined) return w.partnerDecides;
  const roles = approverRoles[kind].map((role) => labelOf('roles', role)).join(', ');
  // Only a lowering holds at once, unless nobody could look at it.
  return say(kind === 'lowering' && effectiveAt === undefined ? w.lowered : w.asked, { roles });
}
