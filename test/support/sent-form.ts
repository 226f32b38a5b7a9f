import type { GatewayRequest } from './gateway.ts';

const boundary = 'test-boundary';

/** A form as a browser sends it, for a page in the language of its address. */
export function formOf(resource: string, fields: Readonly<Record<string, string>>, who?: string): GatewayRequest {
  const parts = Object.entries(fields).map(
    ([name, text]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  );
  return {
    method: 'POST',
    resource,
    body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`),
    headers: { Accept: 'text/html', 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    ...(who === undefined ? {} : { path: { who } }),
  };
}
