import type { ServiceAnswer } from '../services/service-answer.ts';

/** How long DynamoDB knows a transaction by its token. Source: its API reference, TransactWriteItems. */
const knownForMs = 10 * 60_000;

/**
 * Lets a transaction take effect once per token, as DynamoDB does, so that a call whose answer was lost may be made again.
 * The embedded database does so too, but looks through every token of ten minutes at each transaction, which under load
 * was half of its work; here those too old are dropped from the front. The SDK draws the tokens, one per call: that one
 * comes back with other content, which DynamoDB refuses, is not looked for.
 */
export function transactionTokens(nowMs: () => number = () => performance.now()) {
  const known = new Map<string, { since: number; answer: Promise<ServiceAnswer> }>();

  const forgetOld = (): void => {
    const oldest = nowMs() - knownForMs;
    for (const [token, { since }] of known) {
      if (since > oldest) return;
      known.delete(token);
    }
  };

  return {
    /** What the transaction of this token was answered with, or is when it is performed now. */
    once: (token: string, perform: () => Promise<ServiceAnswer>): Promise<ServiceAnswer> => {
      forgetOld();
      const earlier = known.get(token);
      const answer =
        earlier === undefined
          ? perform()
          : earlier.answer.then((given) => (given.status === 200 ? given : perform()), perform);
      known.set(token, { since: earlier?.since ?? nowMs(), answer });
      return answer;
    },
  };
}
