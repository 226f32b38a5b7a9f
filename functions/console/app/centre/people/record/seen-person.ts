import type { PersonView } from '../person-rules.ts';

/** A record as it was read, with its revision. */
export interface SeenPerson {
  person: PersonView;
  etag: string | undefined;
  /** What others changed since the person saw it, in words. */
  news: readonly string[];
}

/** What a panel of a record is given. */
export interface PersonPanelProps {
  seen: SeenPerson;
  /** Reads the record anew. */
  reload: () => Promise<void>;
  onClose: () => void;
  /** The command is done. */
  onDone: () => void;
}
