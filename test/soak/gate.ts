/** Where every request passes, so that all can be held back for a while. */
export class Gate {
  readonly #underWay = new Set<Promise<unknown>>();
  #closed: PromiseWithResolvers<void> | undefined;

  /** Does it at once, or when the gate is opened. */
  async pass<T>(request: () => Promise<T>): Promise<T> {
    while (this.#closed !== undefined) await this.#closed.promise;
    const running = request();
    this.#underWay.add(running);
    try {
      return await running;
    } finally {
      this.#underWay.delete(running);
    }
  }

  /** Answers when whatever had passed is over. */
  async close(): Promise<void> {
    this.#closed = Promise.withResolvers();
    await Promise.allSettled(this.#underWay);
  }

  open(): void {
    this.#closed?.resolve();
    this.#closed = undefined;
  }
}
