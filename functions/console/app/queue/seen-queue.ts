import { signal } from '@preact/signals';

/** The path of the work list that was seen last, with its filters. Undefined as long as none was. */
export const seenQueue = signal<string | undefined>(undefined);
