import { sayMonth } from '../../frame/moments.ts';
import { centreWords } from '../../frame/texts.ts';
import { now } from '../../sign-in/session.ts';
import { monthsTo } from './months.ts';

/** A month, chosen from the newest ones. */
export function MonthField({ id, value, onChange }: { id: string; value: string; onChange: (month: string) => void }) {
  const w = centreWords().tables;
  return (
    <p class="field">
      <label for={id}>{w.month}</label>
      <span class="hint" id={`${id}-hint`}>
        {w.monthHint}
      </span>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {monthsTo(now(), value).map((month) => (
          <option key={month} value={month}>
            {sayMonth(month)}
          </option>
        ))}
      </select>
    </p>
  );
}
