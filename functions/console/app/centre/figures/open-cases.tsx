import { severities } from '#shared/domain/report/severity.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Refusal } from '../../api/call.ts';
import { look } from '../../api/look.ts';
import type { QueueLine, QueuePage } from '../../api/answers.ts';
import { RefusalText } from '../../form/refusal-text.tsx';
import { centreWords, labelOf, say, words } from '../../frame/texts.ts';
import { now } from '../../sign-in/session.ts';
import { countsByAge } from './promise-ages.ts';

/** So many parts of the list are counted. */
const mostPages = 10;

const mostSevereFirst = severities.toReversed();

interface Counted {
  lines: readonly QueueLine[];
  hasMore: boolean;
}

/** Open cases by what is left of their promise, counted from the list of cases as it stands. */
export function OpenCases() {
  const w = centreWords().figures;
  const counted = useSignal<Counted | undefined>(undefined);
  const refusal = useSignal<Refusal | undefined>(undefined);
  const load = async (): Promise<void> => {
    const loaded = await loadOpenCases();
    const isCounted = 'lines' in loaded;
    counted.value = isCounted ? loaded : undefined;
    refusal.value = isCounted ? undefined : loaded;
  };
  useEffect(() => void load(), []);
  return (
    <section aria-labelledby="open-cases">
      <h2 id="open-cases">{w.open}</h2>
      <p>{w.openMeans}</p>
      {refusal.value === undefined ? null : (
        <div class="refusal" role="alert">
          <RefusalText refusal={refusal.value} />
          <p>
            <button type="button" onClick={() => void load()}>
              {words().frame.tryAgain}
            </button>
          </p>
        </div>
      )}
      {counted.value === undefined ? null : <Counts of={counted.value} />}
    </section>
  );
}

function Counts({ of: { lines, hasMore } }: { of: Counted }) {
  const w = centreWords().figures;
  return (
    <>
      {hasMore ? <p class="late">{say(w.openMore, { n: String(lines.length) })}</p> : null}
      <table class="counts">
        <caption class="unseen">{w.open}</caption>
        <thead>
          <tr>
            <th scope="col">{w.age}</th>
            {mostSevereFirst.map((severity) => (
              <th key={severity} scope="col">
                {labelOf('severities', severity)}
              </th>
            ))}
            <th scope="col">{w.total}</th>
          </tr>
        </thead>
        <tbody>
          {countsByAge(lines, now()).map(({ age, total, bySeverity }) => (
            <tr key={age}>
              <th scope="row">{w.ages[age]}</th>
              {mostSevereFirst.map((severity) => (
                <td key={severity}>{bySeverity[severity]}</td>
              ))}
              <td>{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The lines of the list, up to so many parts. A case that moved meanwhile counts once. */
async function loadOpenCases(): Promise<Counted | Refusal> {
  const lines = new Map<string, QueueLine>();
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const from = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const answer = await look<QueuePage>(`/v1/cases${from}`);
    if (!answer.ok) return answer;
    for (const line of answer.body.cases) lines.set(line.caseNumber, line);
    ({ cursor } = answer.body);
    if (cursor === undefined) break;
  }
  return { lines: [...lines.values()], hasMore: cursor !== undefined };
}
