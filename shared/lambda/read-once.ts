/** Reads each thing once: who asks again, or meanwhile, is answered the same. A reading that failed is done anew. */
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
