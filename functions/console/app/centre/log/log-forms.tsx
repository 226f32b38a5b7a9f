import { useSignal } from '@preact/signals';
import { parseCaseNumber } from '#shared/domain/identifiers.ts';
import { knownPeople } from '../../frame/people.ts';
import { go } from '../../frame/route.ts';
import { centreWords } from '../../frame/texts.ts';
import { now } from '../../sign-in/session.ts';
import { MonthField } from '../tables/month-field.tsx';
import { monthsTo } from '../tables/months.ts';
import { pageOf, type LogAsked } from './log-asked.ts';

/** Two ways to ask: by person and month, and by case. What is asked for comes into the address as codes. */
export function LogForms({ asked }: { asked: LogAsked | undefined }) {
  return (
    <div class="asked-for">
      <ByPerson asked={asked} />
      <ByCase asked={asked} />
    </div>
  );
}

function ByPerson({ asked }: { asked: LogAsked | undefined }) {
  const w = centreWords().log;
  const known = asked !== undefined && 'person' in asked ? asked : undefined;
  const person = useSignal(known?.person ?? '');
  const month = useSignal(known?.month ?? monthsTo(now(), undefined)[0] ?? '');
  const people = knownPeople();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (person.value === '') document.getElementById('log-person')?.focus();
        else go(pageOf({ person: person.value, month: month.value }));
      }}
    >
      <h2>{w.byPerson}</h2>
      <p class="field">
        <label for="log-person">{w.person}</label>
        <select
          id="log-person"
          value={person.value}
          onChange={({ currentTarget }) => {
            person.value = currentTarget.value;
          }}
        >
          <option value="">{w.choose}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {person.value === '' || people.some(({ id }) => id === person.value) ? null : (
            <option value={person.value}>{person.value}</option>
          )}
        </select>
      </p>
      <MonthField
        id="log-month"
        value={month.value}
        onChange={(chosen) => {
          month.value = chosen;
        }}
      />
      <p class="actions">
        <button type="submit" class="primary">
          {centreWords().tables.show}
        </button>
      </p>
    </form>
  );
}

function ByCase({ asked }: { asked: LogAsked | undefined }) {
  const w = centreWords().log;
  const typed = useSignal(asked !== undefined && 'number' in asked ? asked.number : '');
  const isWrong = useSignal(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = parseCaseNumber(typed.value);
        isWrong.value = !parsed.ok;
        if (parsed.ok) go(pageOf({ number: parsed.caseNumber }));
        else document.getElementById('log-case')?.focus();
      }}
    >
      <h2>{w.byCase}</h2>
      <p class="field">
        <label for="log-case">{w.caseNumber}</label>
        <span class="hint" id="log-case-hint">
          {w.caseHint}
        </span>
        {isWrong.value ? (
          <strong class="problem" id="log-case-problem" role="alert">
            {w.numberWrong}
          </strong>
        ) : null}
        <input
          id="log-case"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          value={typed.value}
          aria-invalid={isWrong.value}
          aria-describedby={`log-case-hint${isWrong.value ? ' log-case-problem' : ''}`}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </p>
      <p class="actions">
        <button type="submit">{centreWords().tables.show}</button>
      </p>
    </form>
  );
}
