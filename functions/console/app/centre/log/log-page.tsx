import { admits } from '#shared/domain/access/authorize.ts';
import { say as sayCode } from '#shared/domain/console/say-codes.ts';
import type { AccessLine } from '../../api/answers.ts';
import { Link } from '../../frame/link.tsx';
import { sayDated, sayMonth } from '../../frame/moments.ts';
import { me, nameOf } from '../../frame/people.ts';
import { go, query } from '../../frame/route.ts';
import { SeverityMark } from '../../frame/severity-mark.tsx';
import { centreWords, labels, say, words } from '../../frame/texts.ts';
import { Titled } from '../../frame/titled.tsx';
import { now } from '../../sign-in/session.ts';
import { fileTable, mostRows } from '../tables/file-table.ts';
import type { Parts } from '../tables/parts.ts';
import { RestOfList } from '../tables/rest-of-list.tsx';
import { SaveTable } from '../tables/save-table.tsx';
import { StackedTable } from '../tables/stacked-table.tsx';
import { useParts } from '../tables/use-parts.ts';
import { addressFor, askedBy, fileOf, pageOf, type LogAsked } from './log-asked.ts';
import { LogForms } from './log-forms.tsx';
import { logHeads, logRow, sayAction, sayReason, type LogSpeech } from './say-entry.ts';

const speech = (): LogSpeech => ({
  log: centreWords().log,
  tables: centreWords().tables,
  findReasons: words().queue.reasons,
  labels: labels(),
  nameOf,
});

const isMarked = ({ unusual }: AccessLine): boolean => unusual.length > 0;

/** Who opened what, and why: of a person in a month, or of a case. Both stand in the address as codes. */
export function LogPage() {
  const w = centreWords().log;
  const asked = askedBy(query.value);
  return (
    <Titled title={centreWords().hub.pages.log}>
      <p>{w.intro}</p>
      <p class="quiet">{w.notLogged}</p>
      <LogForms asked={asked} />
      {asked === undefined ? null : <Entries key={pageOf(asked)} asked={asked} />}
    </Titled>
  );
}

function Entries({ asked }: { asked: LogAsked }) {
  const w = centreWords().log;
  const { list, more, upTo } = useParts<AccessLine>(addressFor(asked));
  const onlyMarked = query.value.get('marked') === 'true';
  const chosen = (entries: readonly AccessLine[]): readonly AccessLine[] =>
    onlyMarked ? entries.filter(isMarked) : entries;
  const shown = chosen(list.rows);
  const title = 'number' in asked ? asked.number : `${nameOf(asked.person)}, ${sayMonth(asked.month)}`;
  return (
    <section aria-labelledby="log-of">
      <h2 id="log-of">{title}</h2>
      {list.rows.length === 0 ? null : (
        <>
          <p>
            <output>
              <strong>{sayCount(list)}</strong>
            </output>{' '}
            {w.accusesNobody}
          </p>
          <label class="option">
            <input type="checkbox" checked={onlyMarked} onChange={() => go(pageOf(asked, !onlyMarked), 'replace')} />
            <span>{w.onlyMarked}</span>
          </label>
          {shown.length === 0 ? (
            <p class="empty">{w.noneMarked}</p>
          ) : (
            <StackedTable
              caption={title}
              heads={[centreWords().tables.at, w.who, w.what, w.caseNumber, w.why, w.marks]}
              rows={shown.map((entry, index) => ({
                key: `${entry.at}/${index}`,
                isMarked: isMarked(entry),
                cells: cellsOf(entry),
              }))}
            />
          )}
        </>
      )}
      <RestOfList list={list} more={more} />
      {list.rows.length === 0 ? null : (
        <SaveTable
          name={fileOf(asked, now().toISOString().slice(0, 'YYYY-MM-DD'.length))}
          table={async () => {
            const { rows, cursor, refusal } = await upTo(mostRows);
            if (refusal !== undefined) return undefined;
            const taken = chosen(rows).map((entry) => logRow(entry, speech()));
            return fileTable(logHeads(speech()), taken, cursor !== undefined);
          }}
        />
      )}
    </section>
  );
}

function sayCount({ rows, cursor }: Parts<AccessLine>): string {
  const { marked, markedSoFar } = centreWords().log;
  const numbers = { n: String(rows.filter(isMarked).length), all: String(rows.length) };
  return say(cursor === undefined ? marked : markedSoFar, numbers);
}

function cellsOf(entry: AccessLine) {
  const { at, actor, caseNumber, severity, reason, unusual } = entry;
  return [
    <time key="at" dateTime={at}>
      {sayDated(at)}
    </time>,
    nameOf(actor),
    sayAction(entry, speech()),
    caseNumber === undefined ? undefined : (
      <>
        <CaseNumber number={caseNumber} />
        {severity === undefined ? null : (
          <>
            {' '}
            <SeverityMark severity={severity} />
          </>
        )}
      </>
    ),
    sayReason(reason, speech()),
    unusual.length === 0 ? undefined : (
      <ul>
        {unusual.map((sign) => (
          <li key={sign}>{sayCode(centreWords().log.signs, sign)}</li>
        ))}
      </ul>
    ),
  ];
}

/** A link for whoever may see how a case stands. */
function CaseNumber({ number }: { number: string }) {
  const mayShow = me.value !== undefined && admits({ ...me.value, active: true }, 'show_case');
  if (!mayShow) return <span class="number">{number}</span>;
  return (
    <Link to={`/cases/${number}`} class="number">
      {number}
    </Link>
  );
}
