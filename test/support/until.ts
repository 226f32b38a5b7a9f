/** Waits until a condition holds: looks every 20 ms, and fails with what was last seen after `withinMs`. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean, withinMs = 15_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > end) throw new Error(`It did not come about; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
