import { useSignal } from '@preact/signals';
import { say, centreWords, words } from '../../frame/texts.ts';
import { csvOf } from '#shared/contracts/http/csv.ts';
import { mostRows, type Table } from './file-table.ts';

/**
 * Buttons that print a table and save it as a file. The file is made here, of what the API gave to this person, and its
 * name names nobody. `table` is undefined when not all of it could be loaded.
 */
export function SaveTable({ name, table }: { name: string; table: () => Promise<Table | undefined> }) {
  const w = centreWords().tables;
  const said = useSignal('');
  const isLoading = useSignal(false);
  const save = async (): Promise<void> => {
    if (isLoading.value) return;
    isLoading.value = true;
    const made = await table();
    isLoading.value = false;
    if (made === undefined) {
      said.value = w.notWhole;
      return;
    }
    saveFile(`${name}.csv`, csvOf(made.heads, made.rows));
    said.value = [
      say(w.downloaded, { name: `${name}.csv`, n: String(made.rows.length) }),
      ...(made.isCut ? [say(w.cut, { n: String(mostRows) })] : []),
    ].join(' ');
  };
  return (
    <>
      <p class="actions">
        <button type="button" aria-disabled={isLoading.value} onClick={() => void save()}>
          {isLoading.value ? words().frame.loading : w.download}
        </button>
        <button type="button" onClick={() => print()}>
          {w.print}
        </button>
      </p>
      <output class="saved">{said.value}</output>
    </>
  );
}

function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
