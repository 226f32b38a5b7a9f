import { Agent, request } from 'node:http';

export interface EngineAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Where an engine answers, and the secret that it asks for. The database engine cannot ask for one. */
export interface EngineAt {
  url: string;
  secret?: string;
}

/** The header by which the runtime shows the queue engine its secret. */
export const engineSecretHeader = 'x-besa-engine';

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** Closes the connections that are kept open, so that the process of a stopped runtime can end. */
export function closeEngineConnections(): void {
  agent.destroy();
}

/**
 * POSTs text to an engine over a kept-alive connection. Text leaves in one write with its headers; bytes would not.
 * Rejects when it cannot be reached.
 */
export function postToEngine(
  at: EngineAt,
  headers: Record<string, string>,
  body: string,
  signal?: AbortSignal,
): Promise<EngineAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(at.url, {
      method: 'POST',
      agent,
      headers: {
        ...headers,
        ...(at.secret === undefined ? {} : { [engineSecretHeader]: at.secret }),
        'content-length': Buffer.byteLength(body),
      },
      ...(signal === undefined ? {} : { signal }),
    });
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      );
      incoming.on('error', reject);
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // The other side closed an idle connection at the moment it was used again. The call was not taken, so it is sent
      // again.
      if (outgoing.reusedSocket && error.code === 'ECONNRESET') resolve(postToEngine(at, headers, body, signal));
      else reject(error);
    });
    outgoing.end(body);
  });
}

export class EngineRefused extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = 'EngineRefused';
    this.type = type;
  }
}

/** The runtime's own calls. They have no real signature, only what the engines want to see. Throws `EngineRefused`. */
export function engineClient(at: EngineAt, region: string, service: 'dynamodb' | 'sqs') {
  const authorization = `AWS4-HMAC-SHA256 Credential=runtime/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
  return async <T = Record<string, unknown>>(target: string, body: unknown, signal?: AbortSignal): Promise<T> => {
    const answer = await postToEngine(
      at,
      {
        'x-amz-target': target,
        'x-amz-date': '20260101T000000Z',
        'content-type': 'application/x-amz-json-1.0',
        authorization,
      },
      JSON.stringify(body),
      signal,
    );
    const parsed = JSON.parse(answer.body.toString()) as T & { __type?: string; message?: string };
    if (answer.status === 200) return parsed;
    throw new EngineRefused(parsed.__type?.split('#').pop() ?? 'Unknown', parsed.message ?? `Status ${answer.status}.`);
  };
}
export type EngineClient = ReturnType<typeof engineClient>;
