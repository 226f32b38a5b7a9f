import type { TablesWords } from '#shared/domain/console/centre/tables-words.ts';
import { label } from '../label.ts';

export const tablesWords: TablesWords = {
  month: label('Muaji', 'Month'),
  monthHint: label(
    'Muaji fillon dhe mbaron sipas orës UTC: një ose dy orë pas mesnatës këtu.',
    'A month begins and ends by UTC: one or two hours after midnight here.',
  ),
  show: label('Shihni', 'Show'),
  nothing: label('Nuk ka asgjë të shënuar.', 'Nothing is recorded.'),
  all: label('Këto janë të gjitha.', 'These are all.'),
  download: label('Shkarkoni si tabelë (CSV)', 'Download as a table (CSV)'),
  downloaded: label(
    'Skedari {name} u ruajt. Rreshta: {n}. Mbajeni aty ku e hapni vetëm ju.',
    'The file {name} is saved. Rows: {n}. Keep it where you alone can open it.',
  ),
  cut: label(
    'Ka më shumë se {n} rreshta. Në skedar janë vetëm {n} të parët.',
    'There are more than {n} rows. The file holds the first {n} alone.',
  ),
  notWhole: label(
    'Skedari nuk u bë, sepse nuk u hapën të gjithë rreshtat.',
    'No file was made, because not all rows could be loaded.',
  ),
  print: label('Printojeni', 'Print'),
  at: label('Kur', 'When'),
  code: label('kodi', 'code'),
  yes: label('po', 'yes'),
  no: label('jo', 'no'),
};
