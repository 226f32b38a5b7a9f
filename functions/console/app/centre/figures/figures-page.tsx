import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { sees } from '#shared/domain/queue/role-view.ts';
import type { Answer } from '../../api/call.ts';
import { look } from '../../api/look.ts';
import type { Statistics } from '../../api/answers.ts';
import { RefusalText } from '../../form/refusal-text.tsx';
import { Link } from '../../frame/link.tsx';
import { sayDated } from '../../frame/moments.ts';
import { may, me } from '../../frame/people.ts';
import { query } from '../../frame/route.ts';
import { centreWords, labels, say, words } from '../../frame/texts.ts';
import { Titled } from '../../frame/titled.tsx';
import { now } from '../../sign-in/session.ts';
import { fileTable } from '../tables/file-table.ts';
import { SaveTable } from '../tables/save-table.tsx';
import {
  figureHeads,
  figureRows,
  plainFigures,
  sayFigure,
  tablesOf,
  type FiguresSpeech,
  type Quarter,
} from './figure-tables.ts';
import { OpenCases } from './open-cases.tsx';

const speech = (): FiguresSpeech => ({
  figures: centreWords().figures,
  tables: centreWords().tables,
  labels: labels(),
});

/** The published figures of a year, and open cases by what is left of their promise. */
export function FiguresPage() {
  const w = centreWords().figures;
  const thisYear = now().getUTCFullYear();
  const asked = Number(query.value.get('year'));
  const year = asked >= firstYear && asked <= thisYear ? asked : thisYear;
  return (
    <Titled title={centreWords().hub.pages.figures}>
      <p>{w.intro}</p>
      <nav class="actions" aria-label={centreWords().hub.pages.figures}>
        {[year - 1, year + 1]
          .filter((one) => one >= firstYear && one <= thisYear)
          .map((one) => (
            <Link key={one} to={`/figures?year=${one}`}>
              {say(w.year, { year: String(one) })}
            </Link>
          ))}
      </nav>
      <Published key={year} year={year} />
      {may('list_cases') && sees(me.value?.role, 'promise') ? <OpenCases /> : null}
    </Titled>
  );
}

/** No quarter is older than the first release. */
const firstYear = 2026;

function Published({ year }: { year: number }) {
  const w = centreWords().figures;
  const answer = useSignal<Answer<Statistics> | undefined>(undefined);
  const load = async (): Promise<void> => {
    answer.value = await look<Statistics>(`/v1/statistics?year=${year}`);
  };
  useEffect(() => void load(), [year]);
  const known = answer.value;
  return (
    <section aria-labelledby="published">
      <h2 id="published">{say(w.year, { year: String(year) })}</h2>
      {known === undefined ? (
        <p>{words().frame.loading}</p>
      ) : !known.ok ? (
        <div class="refusal" role="alert">
          <RefusalText refusal={known} />
          <p>
            <button type="button" onClick={() => void load()}>
              {words().frame.tryAgain}
            </button>
          </p>
        </div>
      ) : known.body.quarters.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <Quarters of={known.body} />
      )}
    </section>
  );
}

function Quarters({ of: { year, smallestCell, quarters } }: { of: Statistics }) {
  const w = centreWords().figures;
  return (
    <>
      <p class="quiet">{say(w.hiddenMeans, { n: String(smallestCell) })}</p>
      {quarters.map((quarter) => (
        <QuarterTables key={quarter.quarter} of={quarter} />
      ))}
      <SaveTable
        name={`besa-figures-${year}`}
        table={async () =>
          fileTable(
            figureHeads(speech()),
            quarters.flatMap((quarter) => figureRows(quarter, speech())),
          )
        }
      />
    </>
  );
}

function QuarterTables({ of }: { of: Quarter }) {
  const w = centreWords().figures;
  const [year = '', n = ''] = of.quarter.split('-Q');
  return (
    <section aria-labelledby={of.quarter}>
      <h3 id={of.quarter}>{say(w.quarterName, { n, year })}</h3>
      <p class="quiet">{say(w.madeOn, { moment: sayDated(of.frozenAt) })}</p>
      <div class="figure-tables">
        <CountTable
          caption={w.all}
          cells={plainFigures.map((name) => ({ code: name, said: w[name], count: of[name] }))}
        />
        {tablesOf(of).map(({ name, table }) => (
          <CountTable
            key={name}
            caption={w.tables[name]}
            cells={table.cells.map((cell) => ({ ...cell, said: sayFigure(name, cell.code, speech()) }))}
          />
        ))}
      </div>
    </section>
  );
}

interface SaidCell {
  code: string;
  said: string;
  count: number | null;
  percent?: number | undefined;
}

/** What is hidden stands in one row, for a table about children may hide most of its lines. */
function CountTable({ caption, cells }: { caption: string; cells: readonly SaidCell[] }) {
  const w = centreWords().figures;
  const hasPercents = cells.some(({ percent }) => percent !== undefined);
  const hidden = cells.filter(({ count }) => count === null).map(({ said }) => said);
  return (
    <table class="counts">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w.what}</th>
          <th scope="col">{w.count}</th>
          {hasPercents ? <th scope="col">{w.percent}</th> : null}
        </tr>
      </thead>
      <tbody>
        {cells
          .filter(({ count }) => count !== null)
          .map(({ code, said, count, percent }) => (
            <tr key={code}>
              <th scope="row">{said}</th>
              <td>{count}</td>
              {hasPercents ? <td>{percent === undefined ? '' : `${percent}%`}</td> : null}
            </tr>
          ))}
        {hidden.length === 0 ? null : (
          <tr>
            <th scope="row">{hidden.join(', ')}</th>
            <td colSpan={hasPercents ? 2 : 1}>
              <em>{w.hidden}</em>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
