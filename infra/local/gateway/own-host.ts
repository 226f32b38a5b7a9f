import type { RequestListener } from 'node:http';

/**
 * Serves only requests that name this machine and this port as their host. A page elsewhere can have its own name lead
 * to 127.0.0.1. Then a browser takes what answers here for that page's own server (DNS rebinding). Its requests still
 * name that page's host. Source: RFC 9110, Misdirected Request.
 */
export function onlyOwnHost(port: number, serve: RequestListener): RequestListener {
  const names = ['127.0.0.1', 'localhost'].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
  const body = JSON.stringify({ status: 421, detail: `Only http://127.0.0.1:${port} is served here.` });
  return (request, response) => {
    if (names.includes((request.headers.host ?? '').toLowerCase())) return serve(request, response);
    // What is still to come of the request is not read.
    response.writeHead(421, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    });
    response.end(body);
  };
}
