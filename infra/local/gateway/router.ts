import type { IncomingMessage, ServerResponse } from 'node:http';
import { isSignIn } from '../sign-in/sign-in-flow.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** One port for the APIs and for the pages that only this machine has. */
export function router(
  toGateway: Handler,
  toLocalPages: Handler,
  toSignIn: Handler,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const url = request.url ?? '';
    const handle = /^\/local(?:\/|$)/u.test(url) ? toLocalPages : isSignIn(url) ? toSignIn : toGateway;
    handle(request, response).catch(() => {
      // The client has gone, or the runtime itself has a fault. There is nobody, or nothing sensible, to answer.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
