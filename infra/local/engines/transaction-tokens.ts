import type { ServiceAnswer } from '../services/service-answer.ts';

/** For how long DynamoDB knows a transaction by its token. Source: DynamoDB API reference, TransactWriteItems. */
const knownForMs = 10 * 60_000;

/**
 * Lets a transaction take effect once for each token, as DynamoDB does. So a call whose answer was lost may be made
 * again. The embedded database does so too, but at each transaction it looks through all tokens of ten minutes. Under
 * load that was half of its work. Here old tokens are dropped from the front.
 *
 * DynamoDB also refuses a token that comes back with other content. That is not checked here, because the SDK makes a
 * new token for each call.
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
    /** The earlier answer to the transaction with this token, or the answer to performing it now. */
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
