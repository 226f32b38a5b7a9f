import type { Form } from '../form/form-fields.ts';
import { centre, centreWords } from '../frame/texts.ts';
import { ChangesList } from './changes-list.tsx';
import type { ShownWeek } from './shown-week.ts';
import { isSame, weekChanges } from './week-changes.ts';
import { draftOfWeek, type WeekDraft } from './week-draft.ts';
import { WeekTable } from './week-table.tsx';

/** What others changed since somebody began to change the week. Nothing where nobody did. */
export function Meanwhile({ form, roster, now }: { form: Form<WeekDraft>; roster: ShownWeek; now: string }) {
  const w = centreWords().roster;
  const ladder = centre().duties;
  const changes = weekChanges(form.fields.began, roster, ladder);
  if (isSame(changes)) return null;
  return (
    <section class="meanwhile" aria-labelledby={`${form.id}-meanwhile`}>
      <h3 id={`${form.id}-meanwhile`}>{w.meanwhile}</h3>
      <ChangesList changes={changes} people={roster.people} />
      <details>
        <summary>{w.newer}</summary>
        <WeekTable roster={roster} people={roster.people} gaps={roster.gaps} ladder={ladder} now={now} />
      </details>
      <p class="actions">
        <button type="button" onClick={() => form.set(draftOfWeek(roster))}>
          {w.beginFromNewer}
        </button>
      </p>
    </section>
  );
}
