import { targetMoveReasons } from '#shared/domain/case/case.ts';
import { isOfReferral } from '#shared/domain/sla/timer.ts';
import type { CaseView } from '../../api/answers.ts';
import type { PanelProps } from '../../case/panels.ts';
import { Choice, Line, optionsOf, Select } from '../../form/fields.tsx';
import { PanelForm } from '../../form/panel-form.tsx';
import { sayBy } from '../../frame/moments.ts';
import { labelOf, texts, words } from '../../frame/texts.ts';
import { instantOf } from './local-moment.ts';
import { chosen, missing } from '../../form/missing.ts';
import { movable } from './movable.ts';

/** Moves an internal deadline, with a reason. */
export function TargetPanel(panel: PanelProps) {
  const w = words().handling;
  const { timeZone } = texts().country;
  const timers = movable(panel.view);
  if (timers.length === 0) return <p>{w.noTarget}</p>;
  // It may be opened beside one clock.
  const begun = timers.length === 1 ? timers[0] : timers.find(({ id }) => id === panel.place['timer']);
  return (
    <PanelForm
      panel={panel}
      command="target"
      empty={{ timer: begun?.id ?? '', deadline: '', because: '' }}
      body={(fields) => {
        const because = chosen(targetMoveReasons, fields.because);
        const deadline = instantOf(fields.deadline, timeZone);
        if (fields.timer === '') return missing('timer');
        if (deadline === 'empty') return w.noTime;
        if (deadline === 'skipped') return w.noSuchTime;
        return because === undefined ? missing('because') : { timer: fields.timer, deadline: deadline.at, because };
      }}
    >
      {(form) => (
        <>
          <Choice
            form={form}
            name="timer"
            label={labelOf('fields', 'timer')}
            options={timers.map((timer) => ({ code: timer.id, label: sayTimer(timer), hint: sayBy(timer.deadline) }))}
          />
          <Line
            form={form}
            name="deadline"
            type="datetime-local"
            label={labelOf('fields', 'deadline')}
            hint={w.newTimeHint}
          />
          <Select
            form={form}
            name="because"
            label={labelOf('fields', 'because')}
            none={w.choose}
            options={optionsOf(targetMoveReasons, (code) => labelOf('targetMoveReasons', code))}
          />
        </>
      )}
    </PanelForm>
  );
}

/** A clock in words, with the institution where it is about one. */
function sayTimer({ kind, subject }: NonNullable<CaseView['timers']>[number]): string {
  const clock = labelOf('clocks', kind);
  if (!isOfReferral({ kind })) return clock;
  const institution = subject.replace(/^referral-/, '').replace(/-\d+$/, '');
  return `${clock}: ${labelOf('institutions', institution)}`;
}
