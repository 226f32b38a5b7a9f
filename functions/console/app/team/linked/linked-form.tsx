import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CaseView, CommandAnswer } from '../../api/answers.ts';
import type { PanelProps } from '../../case/panels.ts';
import { seenCase } from '../../case/seen-cases.ts';
import { CommandForm } from '../../form/command-form.tsx';
import { Choices } from '../../form/fields.tsx';
import { Shown } from '../../form/shown.tsx';
import type { Form } from '../../form/form-fields.ts';
import { labelOf, say, words } from '../../frame/texts.ts';
import { useFamily } from './family.ts';

type LinkedName = 'linkedHandling' | 'linkedDanger' | 'linkedMessage' | 'linkedResolution';

/** The cases of a family that are ticked, by number. */
export interface TickedFields {
  cases: readonly string[];
}

type Results = CommandAnswer<LinkedName>['cases'];

/**
 * A command on a parent case and those under it. Each ticked case is decided on as it was seen, and answered alone. What
 * is refused stays ticked, with what was typed. `needsRevision`: the single command depends on what the person saw.
 */
export function LinkedForm<N extends LinkedName, Fields extends TickedFields>({
  panel: { view, place, onClose },
  command,
  empty,
  body,
  needsRevision = true,
  offers,
  children,
}: {
  panel: PanelProps;
  command: N;
  empty: Fields;
  body: (fields: Fields) => Omit<CommandBodies[N], 'cases'> | string;
  needsRevision?: boolean;
  /** Which cases of the family may be ticked; then all of them are. Absent: each of them. */
  offers?: (one: CaseView) => boolean;
  children: (form: Form<Fields>, family: readonly CaseView[]) => ComponentChildren;
}) {
  const w = words().team;
  const results = useSignal<Results>([]);
  const { family, load } = useFamily(view);
  if (family === undefined) return <p>{words().frame.loading}</p>;
  const offered = offers === undefined ? family : family.filter(offers);
  const ticked = offers === undefined ? empty : { ...empty, cases: offered.map(({ caseNumber }) => caseNumber) };
  const revisionOf = (number: string): number | undefined => seenCase(number).value?.view.revision;
  const refusedOf = (answer: Results): string[] => answer.flatMap(({ number, problem }) => (problem ? [number] : []));
  return (
    <>
      <ResultList results={results.value} />
      <CommandForm<N, Fields>
        command={command}
        place={place}
        empty={ticked}
        submit={labelOf('commands', command)}
        onClose={onClose}
        body={(fields) => {
          if (fields.cases.length === 0) return w.noneTicked;
          const said = body(fields);
          if (typeof said === 'string') return said;
          const cases = fields.cases.map((number) => ({
            number,
            ...(needsRevision ? { revision: revisionOf(number) } : {}),
          }));
          return { ...said, cases } as unknown as CommandBodies[N];
        }}
        keeps={(answer, fields) => {
          const refused = refusedOf((answer as CommandAnswer<LinkedName>).cases);
          return refused.length === 0 ? undefined : { ...fields, cases: refused };
        }}
        onDone={(answer) => {
          const { cases } = answer as CommandAnswer<LinkedName>;
          results.value = cases;
          void load();
          if (refusedOf(cases).length === 0) onClose();
        }}
      >
        {(form) => (
          <>
            <TickCases form={form} view={view} family={offered} />
            {children(form, family)}
          </>
        )}
      </CommandForm>
    </>
  );
}

function TickCases<Fields extends TickedFields>({
  form,
  view,
  family,
}: {
  form: Form<Fields>;
  view: CaseView;
  family: readonly CaseView[];
}) {
  const w = words().team;
  const options = family.map(({ caseNumber, severity, status }) => ({
    code: caseNumber,
    label: caseNumber === view.caseNumber ? `${caseNumber} (${w.parent})` : caseNumber,
    hint: [labelOf('severities', severity), labelOf('statuses', status)].filter((part) => part !== '').join(' · '),
  }));
  return (
    <Choices
      form={form as unknown as Form<TickedFields>}
      name="cases"
      label={w.whichCases}
      hint={w.whichHint}
      options={options}
    />
  );
}

/** What came of each case. A refusal says why in words. */
function ResultList({ results }: { results: Results }) {
  const w = words().team;
  if (results.length === 0) return null;
  return (
    <Shown class="refusal">
      <p>{w.someRefused}</p>
      <ul>
        {results.map(({ number, problem }) => (
          <li key={number}>
            {number}: {problem === undefined ? w.wasDone : `${w.wasRefused}. ${sayProblem(problem)}`}
          </li>
        ))}
      </ul>
    </Shown>
  );
}

function sayProblem({ status, because, detail, errors, limit = '' }: NonNullable<Results[number]['problem']>): string {
  if (status === 412) return words().frame.changedNotSent;
  if (status === 409 && because !== undefined) return say(labelOf('conflicts', because), { limit });
  return [detail, ...errors.map(({ message }) => message)].join(' ');
}
