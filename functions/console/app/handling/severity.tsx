import { approverRoles } from '#shared/domain/access/approver.ts';
import { severityChangeReasons } from '#shared/domain/case/case.ts';
import { isBelow, severities } from '#shared/domain/report/severity.ts';
import type { PanelProps } from '../case/panels.ts';
import { Choice, optionsOf, Select } from '../form/fields.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, say, words } from '../frame/texts.ts';
import { chosen, missing } from '../form/missing.ts';

/** Raising or lowering. Only what the person may do is offered. */
export function SeverityPanel(panel: PanelProps) {
  const { view } = panel;
  const w = words().handling;
  const others = severities.filter((one) => {
    if (one === view.severity) return false;
    return view.may.includes(isBelow(one, view.severity) ? 'lower_severity' : 'raise_severity');
  });
  const roles = approverRoles.lowering.map((role) => labelOf('roles', role)).join(', ');
  const mayLower = others.some((one) => isBelow(one, view.severity));
  return (
    <PanelForm
      panel={panel}
      command="severity"
      empty={{ severity: '', reason: '' }}
      body={(fields) => {
        const severity = chosen(severities, fields.severity);
        const reason = chosen(severityChangeReasons, fields.reason);
        if (severity === undefined) return missing('severity');
        return reason === undefined ? missing('reason') : { severity, reason };
      }}
    >
      {(form) => (
        <>
          <Choice
            form={form}
            name="severity"
            label={labelOf('fields', 'severity')}
            options={optionsOf(others, (code) => labelOf('severities', code))}
          />
          {view.severity === 'critical' && mayLower ? <p class="hint">{say(w.lowerMeans, { roles })}</p> : null}
          <Select
            form={form}
            name="reason"
            label={labelOf('fields', 'reason')}
            none={w.choose}
            options={optionsOf(severityChangeReasons, (code) => labelOf('severityChangeReasons', code))}
          />
        </>
      )}
    </PanelForm>
  );
}
