/** Bytes on a connection, and the statuses of all that may be answered to them. */
export interface WireVector {
  name: string;
  sent: string;
  /** In order; `nothing` where the connection is closed without a word. */
  answered: number[];
  /** True where the answer is of whoever reads HTTP, before any word of ours could be put to it. */
  isRefusedAsHttp?: true;
}

const body = '{"category":"not_sure","narrative":"On the wire."}';
const key = 'Idempotency-Key: on-the-wire-0000-0001';
/** The line of each request that says whom it is for. */
export const hostOfVectors = 'Host: besa.example';
const host = hostOfVectors;
/** The last request of a connection says so, and what was answered by then is all. */
const last = 'Connection: close';
const json = 'Content-Type: application/json';

/** A request in which each line ends as it should; a text that ends in none is its body. */
const lines = (...all: string[]): string => all.join('\r\n');
const get = (target: string, ...headers: string[]): string =>
  lines(`GET ${target} HTTP/1.1`, host, last, ...headers, '', '');
/** A report with these headers before or in place of what says how long it is. */
const post = (headers: string[], sent: string): string =>
  lines('POST /v1/reports HTTP/1.1', host, last, json, key, ...headers, '', sent);
const chunked = (...chunks: string[]): string => post(['Transfer-Encoding: chunked'], chunks.join(''));
const size = Buffer.byteLength(body);
const whole = `${size.toString(16)}\r\n${body}\r\n`;
/** What somebody would like to be taken for a request of its own. */
const smuggled = lines('GET /health HTTP/1.1', host, '', '');

const refused = (name: string, sent: string, status = 400): WireVector => ({
  name,
  sent,
  answered: [status],
  isRefusedAsHttp: true,
});
const answered = (name: string, sent: string, ...statuses: number[]): WireVector => ({
  name,
  sent,
  answered: statuses,
});

/** Requests in which two readers could find different ends. */
export const smuggling: WireVector[] = [
  refused('a length and chunks', post(['Content-Length: 6', 'Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}`)),
  refused('chunks and a length', post(['Transfer-Encoding: chunked', 'Content-Length: 6'], `0\r\n\r\n${smuggled}`)),
  refused('two lengths', post(['Content-Length: 0', `Content-Length: ${smuggled.length}`], smuggled)),
  refused('two lengths in one line', post([`Content-Length: ${size}, ${size}`], body)),
  refused('a length with a sign', post([`Content-Length: +${size}`], body)),
  refused('a length below zero', post(['Content-Length: -1'], body)),
  refused('a length in hexadecimal', post([`Content-Length: 0x${size.toString(16)}`], body)),
  refused('a length beyond numbers', post(['Content-Length: 99999999999999999999999'], body)),
  refused('an empty length', post(['Content-Length:'], body)),
  refused('chunks by another name', post(['Transfer-Encoding: xchunked'], `0\r\n\r\n${smuggled}`)),
  refused('chunks that are not the last coding', post(['Transfer-Encoding: chunked, identity'], whole)),
  refused('a blank before the colon', post(['Transfer-Encoding : chunked'], `0\r\n\r\n${smuggled}`)),
  refused('a folded header', post(['Transfer-Encoding:', ' chunked'], `0\r\n\r\n${smuggled}`)),
  refused('a size of a chunk below zero', chunked('-1\r\n', body)),
  refused('a size of a chunk beyond numbers', chunked('FFFFFFFFFFFFFFFFF\r\n', body)),
  refused('a size of a chunk that is none', chunked('xyz\r\n', body)),
  refused('a size of a chunk in the other writing', chunked(`0x${size.toString(16)}\r\n`, body)),
  refused('a chunk longer than it says', chunked(`1\r\n${body}\r\n0\r\n\r\n`)),
  refused('a chunk that ends in a line feed alone', chunked(`${size.toString(16)}\n${body}\n0\n\n`)),
  refused('lines that end in a line feed alone', post([`Content-Length: ${size}`], body).replaceAll('\r\n', '\n')),
  refused('a carriage return alone in a header', post([`X: a\rContent-Length: ${size}`], body)),
  answered('a report in chunks', chunked(whole, '0\r\n\r\n'), 201),
  answered(
    'a key that comes behind the body',
    lines(
      'POST /v1/reports HTTP/1.1',
      host,
      last,
      json,
      'Transfer-Encoding: chunked',
      'Trailer: Idempotency-Key',
      '',
      `${whole}0`,
      key,
      '',
      '',
    ),
    400,
  ),
  answered('a whole request within a body', post([`Content-Length: ${smuggled.length}`], smuggled), 400),
  answered('two requests one after the other', smuggled + get('/health'), 200, 200),
  answered(
    'a request behind a GET that says how long it is',
    get('/health', `Content-Length: ${smuggled.length}`) + smuggled,
    200,
  ),
];

/** Lines and headers that are none, too long, or mean to be something else. */
export const headers: WireVector[] = [
  refused('no HTTP', 'hello\r\n\r\n'),
  refused('the beginning of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n'),
  refused('the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  refused('a version that is none', `GET /health HTTP/9.9\r\n${host}\r\n\r\n`),
  refused('a method that is none', `FOO /health HTTP/1.1\r\n${host}\r\n\r\n`),
  refused('a method in small letters', `get /health HTTP/1.1\r\n${host}\r\n\r\n`),
  refused('no host', 'GET /health HTTP/1.1\r\n\r\n'),
  refused('a header without a colon', get('/health', 'nothing')),
  refused('a header without a name', get('/health', ': x')),
  refused('a blank in a name', get('/health', 'X Y: x')),
  refused('a zero in a header', get('/health', 'X: a\u0000b')),
  refused('headers that never end', get('/health', `X: ${'x'.repeat(20_000)}`), 431),
  refused('an address that never ends', get(`/${'x'.repeat(20_000)}`), 431),
  answered('a header that all objects have', get('/health', '__proto__: x', 'constructor: x', 'toString: x'), 200),
  answered('a header twice', get('/v1/taxonomy', 'Accept-Language: en', 'Accept-Language: sq'), 200),
  answered('hundreds of headers', get('/health', ...Array.from({ length: 300 }, (_, at) => `X${at}: x`)), 200),
  answered('another method by a header', get('/health', 'X-HTTP-Method-Override: POST', 'X-Method: DELETE'), 200),
  answered('another address by a header', get('/health', 'X-Original-URL: /local/inbox', 'X-Rewrite-URL: /local'), 200),
  answered('somebody else’s address', get('/health', 'X-Forwarded-For: 127.0.0.1', 'Forwarded: for=127.0.0.1'), 200),
  answered(
    'a change of protocol',
    lines('GET /health HTTP/1.1', host, 'Connection: upgrade, close', 'Upgrade: websocket', '', ''),
    200,
  ),
  answered('a key twice', post([`Content-Length: ${size}`, 'idempotency-key: on-the-wire-0000-0001'], body), 201),
];

/** Addresses that mean to lead elsewhere. */
export const addresses: WireVector[] = [
  answered('a way up', get('/v1/../../../etc/passwd'), 404),
  answered('a way up, written otherwise', get('/v1/%2e%2e/%2e%2e/etc/passwd'), 404),
  answered('a way up to the staff’s side', get('/v1/../staff/v1/cases'), 401),
  answered('a way up to the staff’s side, written otherwise', get('/v1/%2e%2e/staff/v1/cases'), 401),
  answered('the staff’s side with a token that is none', get('/staff/v1/cases', 'Authorization: Bearer a.b.c'), 401),
  answered(
    'the staff’s side with two tokens',
    get('/staff/v1/cases', 'Authorization: Bearer', 'Authorization: Bearer x'),
    401,
  ),
  answered('the local pages by a way up', get('/v1/../local/inbox'), 404),
  answered('the local pages with two slashes', get('//local/inbox'), 404),
  answered('the local pages by a whole address', get('http://127.0.0.1/local/inbox'), 404),
  answered('another machine by a whole address', get('http://evil.example/health'), 404),
  answered('an escape cut off', get('/v1/taxonomy%'), 404),
  answered('an escape of no letter', get('/v1/taxonomy%zz'), 404),
  answered('an escaped zero', get('/v1/taxonomy%00'), 404),
  answered('an escaped line end', get('/v1/taxonomy%0d%0aX:%20x'), 404),
  answered('a backslash', get('/v1\\taxonomy\\..\\..\\local'), 404),
  answered('a parameter in the address', get('/v1/taxonomy;x=1'), 404),
  answered('what all objects have', get('/__proto__/constructor'), 404),
  answered('what all objects have, in a query', get('/v1/taxonomy?__proto__=x&constructor=y&lang=en'), 200),
  answered('an escape that is no letter, in a query', get('/v1/taxonomy?lang=%ff%fe%00'), 200),
  answered('a parameter twice', get('/v1/taxonomy?audience=child&audience=nobody'), 422),
  answered('a method that no route has', lines('DELETE /v1/reports HTTP/1.1', host, last, '', ''), 404),
  answered('a method that gives back what was sent', lines('TRACE /health HTTP/1.1', host, last, '', ''), 404),
  answered(
    'a question of what is allowed',
    lines('OPTIONS /v1/reports HTTP/1.1', host, last, 'Origin: https://evil.example', '', ''),
    404,
  ),
];
