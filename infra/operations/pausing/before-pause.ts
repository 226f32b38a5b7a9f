/** How a function ran before it was paused. It is kept as a tag of the function, until the function runs so again. */
export interface BeforePause {
  /** How many executions were reserved for it; undefined where it had no reservation. */
  reserved: number | undefined;
  /** The event sources that were switched on, by UUID. */
  sources: readonly string[];
}

/** The tag's name. */
export const pausedTag = 'besa:paused';

/** As the tag's value. Tags have no commas and no brackets. */
export function written({ reserved, sources }: BeforePause): string {
  return [`reserved=${reserved ?? 'none'}`, ...sources.map((uuid) => `source=${uuid}`)].join(' ');
}

/** Throws for a tag that nobody here has written: putting back something else would be a guess. */
export function readTag(value: string): BeforePause {
  const [first = '', ...rest] = value.split(' ');
  const reserved = /^reserved=(none|\d+)$/u.exec(first)?.[1];
  const sources = rest.map((part) => /^source=([\w-]+)$/u.exec(part)?.[1] ?? '');
  if (reserved === undefined || sources.includes('')) {
    throw new Error(`The tag ${pausedTag} says "${value}", which no pause has written. See docs/restore.md.`);
  }
  return { reserved: reserved === 'none' ? undefined : Number(reserved), sources };
}
