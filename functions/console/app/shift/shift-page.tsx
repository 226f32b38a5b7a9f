import { signal, useSignal } from '@preact/signals';
import type { Shift, ShiftCase } from '../api/answers.ts';
import type { Refusal } from '../api/call.ts';
import { look } from '../api/look.ts';
import { CentreLacks } from '../duty/centre-lacks.tsx';
import { ringing, useDuty } from '../duty/duty.ts';
import { RingsNow } from '../duty/rings-now.tsx';
import { RefusalText } from '../form/refusal-text.tsx';
import { useEvery } from '../frame/every.ts';
import { sayOnPaper } from '../frame/moments.ts';
import { may, me } from '../frame/people.ts';
import { centre, centreWords, say, words } from '../frame/texts.ts';
import { Titled } from '../frame/titled.tsx';
import { SheetCase } from './sheet-case.tsx';
import { TakeOver } from './take-over.tsx';
import { WhoHasIt } from './who-has-it.tsx';

/** The sheet as this window has last seen it. */
const sheet = signal<Shift | undefined>(undefined);

/** What one shift hands over to the next, on the screen and on paper. */
export function ShiftPage() {
  const w = centreWords().shift;
  const duty = useDuty();
  const refused = useSignal<Refusal | undefined>(undefined);
  const load = async (): Promise<void> => {
    const answer = await look<Shift>('/v1/shift');
    refused.value = answer.ok ? undefined : answer;
    if (answer.ok) sheet.value = answer.body;
  };
  useEvery({ visible: 60_000 }, load);
  const shown = sheet.value;
  return (
    <Titled title={centreWords().hub.pages.shift}>
      {refused.value === undefined ? null : (
        <div class="refusal" role="alert">
          <RefusalText refusal={refused.value} />
        </div>
      )}
      {shown === undefined ? null : (
        <p class="on-paper">
          {say(w.printed, { centre: centre().centreName, moment: sayOnPaper(shown.now), name: me.value?.name ?? '' })}
        </p>
      )}
      <RingsNow />
      <p class="actions">
        <button type="button" onClick={() => print()}>
          {w.print}
        </button>
      </p>
      {duty === undefined ? null : (
        <>
          <CentreLacks
            rungsWithNobody={duty.rungs.filter((rung) => ringing(rung).length === 0).map(({ rung }) => rung)}
            hoursWithNobody={duty.hoursWithNobody ?? []}
            hoursWithNobodyCleared={duty.hoursWithNobodyCleared ?? []}
          />
          <WhoHasIt duty={duty} />
          {may('take_over_shift') ? <TakeOver duty={duty} cases={shown?.cases ?? []} reload={load} /> : null}
        </>
      )}
      {shown === undefined ? refused.value === undefined ? <p>{words().frame.loading}</p> : null : <Sheet of={shown} />}
    </Titled>
  );
}

function Sheet({ of: { cases, hours, isMore } }: { of: Shift }) {
  const w = centreWords().shift;
  const parts: readonly (readonly [string, readonly ShiftCase[]])[] = [
    [w.overdue, cases.filter(({ missed }) => missed !== undefined)],
    [say(w.soon, { n: String(hours) }), cases.filter(({ missed, due }) => missed === undefined && due !== undefined)],
    [w.others, cases.filter(({ missed, due }) => missed === undefined && due === undefined)],
  ];
  return (
    <>
      {cases.length === 0 ? <p class="empty">{w.none}</p> : null}
      {parts.map(([title, some]) =>
        some.length === 0 ? null : (
          <section key={title}>
            <h2>
              {title} ({some.length})
            </h2>
            <ul class="rows" aria-label={title}>
              {some.map((one) => (
                <SheetCase key={one.caseNumber} of={one} />
              ))}
            </ul>
          </section>
        ),
      )}
      {isMore === true ? <p>{w.more}</p> : null}
    </>
  );
}
