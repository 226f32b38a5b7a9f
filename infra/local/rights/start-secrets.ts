import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * What only this runtime and the processes that it starts know. It is made anew at each start, is kept in no file, and
 * reaches a process by its environment or its own channel, which no other user of the machine can read.
 */
export interface StartSecrets {
  /** By it a function shows that it is that function. The SDK sends it along as the session token. */
  ofFunction: (name: string) => string;
  isOfFunction: (name: string, given: string | undefined) => boolean;
  /** By it the runtime shows the queue engine that it is the runtime. */
  ofEngine: string;
}

export function startSecrets(): StartSecrets {
  const secret = randomBytes(32);
  const derived = (what: string): string => createHmac('sha256', secret).update(what).digest('base64url');
  const ofFunction = (name: string): string => derived(`function ${name}`);
  /** Each call of a function is checked. Deriving its secret anew would be a tenth of the runtime's work. */
  const known = new Map<string, Buffer>();
  const wantedOf = (name: string): Buffer => {
    const wanted = known.get(name) ?? Buffer.from(ofFunction(name));
    known.set(name, wanted);
    return wanted;
  };
  return {
    ofFunction,
    isOfFunction: (name, given) => {
      const [wanted, offered] = [wantedOf(name), Buffer.from(given ?? '')];
      return wanted.length === offered.length && timingSafeEqual(wanted, offered);
    },
    ofEngine: derived('engine'),
  };
}
