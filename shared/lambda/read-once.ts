/**
 * Reads each thing once. Later and simultaneous calls get the same answer. A reading that failed is not kept, so the
 * next call reads again.
 */
export function readOnce<T, What extends string | void = void>(
  read: (what: What) => Promise<T>,
): (what: What) => Promise<T> {
  const readings = new Map<What, Promise<T>>();
  return (what) => {
    const known = readings.get(what);
    if (known !== undefined) return known;
    const reading = read(what);
    readings.set(what, reading);
    reading.catch(() => readings.delete(what));
    return reading;
  };
}
