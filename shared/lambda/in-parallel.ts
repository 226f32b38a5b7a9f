/**
 * Does the work for every item, at most `atOnce` at a time. A slow item holds one worker, and the others go on. Answers
 * in the order of the items. Throws the first failure at once and starts nothing after it. Work that has started goes
 * on, and its result is lost.
 */
export async function inParallel<T, R>(
  atOnce: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  // All workers take from one iterator, so each item is taken once.
  const left = items.entries();
  let hasFailed = false;
  async function worker(): Promise<void> {
    for (const [index, item] of left) {
      try {
        answers[index] = await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
      if (hasFailed) return;
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return answers;
}
