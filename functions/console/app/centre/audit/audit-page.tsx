import { say as sayCode } from '#shared/domain/console/say-codes.ts';
import type { AuditLine } from '../../api/answers.ts';
import { sayDated, sayMinutes, sayMonth } from '../../frame/moments.ts';
import { nameOf } from '../../frame/people.ts';
import { go, query } from '../../frame/route.ts';
import { centreWords, labels, say, texts } from '../../frame/texts.ts';
import { Titled } from '../../frame/titled.tsx';
import { now } from '../../sign-in/session.ts';
import { fileTable, mostRows } from '../tables/file-table.ts';
import { MonthField } from '../tables/month-field.tsx';
import { isMonth, monthsTo } from '../tables/months.ts';
import { RestOfList } from '../tables/rest-of-list.tsx';
import { SaveTable } from '../tables/save-table.tsx';
import { StackedTable } from '../tables/stacked-table.tsx';
import { useParts } from '../tables/use-parts.ts';
import { auditHeads, auditRows } from './audit-file.ts';
import { minutesWaited, sayAbout, sayBy, sayChanges, sentenceOf, type AuditSpeech } from './say-change.ts';

const speech = (): AuditSpeech => ({
  audit: centreWords().audit,
  tables: centreWords().tables,
  labels: labels(),
  languageNames: texts().country.languageNames,
  nameOf,
  sayAt: sayDated,
});

/** Who changed what of people, shifts and lists: a month, newest first. */
export function AuditPage() {
  const { audit: w, tables, hub } = centreWords();
  const asked = query.value.get('month');
  const month = isMonth(asked) ? asked : (monthsTo(now(), undefined)[0] ?? '');
  const { list, more, upTo } = useParts<AuditLine>(`/v1/directory/audit?month=${month}`);
  return (
    <Titled title={hub.pages.audit}>
      <p>{w.intro}</p>
      <div class="asked-for">
        <MonthField id="audit-month" value={month} onChange={(chosen) => go(`/audit?month=${chosen}`, 'replace')} />
      </div>
      <h2>{sayMonth(month)}</h2>
      {list.rows.length === 0 ? null : (
        <StackedTable
          caption={sayMonth(month)}
          heads={[tables.at, w.who, w.what, w.about, w.changes]}
          rows={list.rows.map((entry, index) => ({ key: `${entry.at}/${index}`, cells: cellsOf(entry) }))}
        />
      )}
      <RestOfList list={list} more={more} />
      {list.rows.length === 0 ? null : (
        <SaveTable
          name={`besa-audit-${month}`}
          table={async () => {
            const { rows, cursor, refusal } = await upTo(mostRows);
            if (refusal !== undefined) return undefined;
            const all = rows.flatMap((entry) => auditRows(entry, speech()));
            return fileTable(auditHeads(speech()), all, cursor !== undefined);
          }}
        />
      )}
    </Titled>
  );
}

function cellsOf(entry: AuditLine) {
  const w = centreWords().audit;
  const { at, by, action, about, decidedBy, timeTaken = [], changes } = entry;
  const waited = minutesWaited(entry);
  const said = sayChanges(changes, speech());
  const besides = [
    ...(decidedBy === undefined ? [] : [say(w.decidedBy, { name: nameOf(decidedBy) })]),
    ...(waited === undefined ? [] : [say(w.waited, { length: sayMinutes(waited) })]),
    ...(timeTaken.length === 0 ? [] : [say(w.noLonger, { names: timeTaken.map(nameOf).join(', ') })]),
  ];
  const lines = [...said.map((change) => sentenceOf(change, speech())), ...besides];
  return [
    <time key="at" dateTime={at}>
      {sayDated(at)}
    </time>,
    sayBy(by, speech()),
    sayCode(w.actions, action),
    about === undefined ? undefined : sayAbout(entry, speech()),
    lines.length === 0 ? undefined : (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    ),
  ];
}
