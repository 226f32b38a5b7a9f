import type { Text } from '../../text.ts';

/** Words that the tables about the centre have in common, on the page and in the file that is made of it. */
export type TablesWords = Readonly<
  Record<
    | 'month'
    | 'monthHint'
    | 'show'
    | 'nothing'
    | 'all'
    | 'download'
    | 'downloaded'
    | 'cut'
    | 'notWhole'
    | 'print'
    | 'at'
    | 'code'
    | 'yes'
    | 'no',
    Text
  >
>;
