import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { gapsAhead, type Roster } from '#shared/domain/people/roster/roster.ts';
import { CentreForm } from '../centre/centre-form.tsx';
import type { Form } from '../form/form-fields.ts';
import { announce } from '../frame/announce.tsx';
import { centre, centreWords } from '../frame/texts.ts';
import { CopyDay } from './copy-day.tsx';
import { DutySection } from './duty-section.tsx';
import { HolidayFields } from './holiday-fields.tsx';
import { Meanwhile } from './meanwhile.tsx';
import type { ShownWeek } from './shown-week.ts';
import {
  bodyOfWeek,
  draftOfWeek,
  isWhole,
  newShift,
  weekToJudge,
  type DraftShift,
  type WeekDraft,
} from './week-draft.ts';
import { isSame, weekChanges } from './week-changes.ts';
import { WeekTable } from './week-table.tsx';
import { dutiesInWeek } from './week.ts';
import { WhatChanges } from './what-changes.tsx';

/** The week while somebody changes it. It is sent whole, and what it would leave empty is seen before. */
export function WeekForm({
  roster,
  etag,
  now,
  reload,
  onClose,
}: {
  roster: ShownWeek;
  etag: string | undefined;
  now: string;
  reload: () => Promise<void>;
  onClose: () => void;
}) {
  const w = centreWords();
  return (
    <>
      <h2>{w.roster.changeTitle}</h2>
      <CentreForm
        command="roster"
        etag={etag}
        empty={draftOfWeek(roster)}
        body={(draft: WeekDraft) => (isUnchanged(draft, roster) ? w.hub.nothingChanged : bodyOfWeek(draft))}
        submit={w.roster.send}
        reload={reload}
        onDone={onClose}
        onClose={onClose}
        fieldAt={fieldAt}
        isSentByEnter={false}
      >
        {(form, calm) => <WeekFields form={form} calm={calm} roster={roster} now={now} />}
      </CentreForm>
    </>
  );
}

const isUnchanged = (draft: WeekDraft, roster: ShownWeek): boolean =>
  draft.shifts.every(isWhole) && isSame(weekChanges(roster, weekToJudge(draft), centre().duties));

/** A pointer into a shift leads to the field of that shift. */
const fieldAt = (pointer: string): string => {
  const [, list = '', ...rest] = pointer.split('/');
  return list === 'shifts' ? [list, ...rest.slice(0, 2)].join('-') : list;
};

function WeekFields({
  form,
  calm,
  roster,
  now,
}: {
  form: Form<WeekDraft>;
  calm: () => void;
  roster: ShownWeek;
  now: string;
}) {
  const w = centreWords().roster;
  const added = useSignal<string | undefined>(undefined);
  const draft = form.fields;
  const { rungs, duties: ladder } = centre();
  const judged: Roster = useMemo(
    () => ({ timeZone: roster.timeZone, ...weekToJudge(draft) }),
    [draft.shifts, draft.holidays, roster],
  );
  const gaps = useMemo(() => gapsAhead(judged, roster.people, rungs[0]?.duties ?? [], now), [judged, now]);
  /** What moves the shifts of the form drops what was refused: it names them by their place. */
  const setShifts = (shifts: readonly DraftShift[], said: string): void => {
    calm();
    form.set({ shifts });
    announce(said);
  };
  return (
    <>
      <Meanwhile form={form} roster={roster} now={now} />
      <WeekTable roster={judged} people={roster.people} gaps={gaps} ladder={ladder} now={now} />
      {dutiesInWeek(draft, ladder).map((duty) => (
        <DutySection
          key={duty}
          duty={duty}
          form={form}
          people={roster.people}
          added={added.value}
          add={() => {
            const shift = newShift(duty);
            added.value = shift.key;
            setShifts([...draft.shifts, shift], w.added);
          }}
          remove={(key) =>
            setShifts(
              draft.shifts.filter((shift) => shift.key !== key),
              w.removed,
            )
          }
        />
      ))}
      <CopyDay id={form.id} shifts={draft.shifts} set={(shifts) => setShifts(shifts, w.copied)} />
      <HolidayFields form={form} calm={calm} />
      <WhatChanges roster={roster} week={judged} gaps={gaps} />
    </>
  );
}
