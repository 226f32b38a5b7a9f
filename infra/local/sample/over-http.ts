/** An answer as a client sees it. */
export interface Answer<B = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: B;
}

/** Sends a request, and reads the JSON of its answer. An answer without a body is an empty object. */
export async function call<B>(url: string, init: RequestInit = {}): Promise<Answer<B>> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as B };
}

export function post<B>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<B>> {
  return call<B>(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
