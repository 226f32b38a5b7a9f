import type { GatewayRequest } from '../gateway.ts';

/** A request for a page, with its address below the languages as a template. */
export interface AskedPage extends Pick<GatewayRequest, 'method' | 'path' | 'query'> {
  resource: string;
  /** What a form sends. */
  fields?: Readonly<Record<string, string>>;
}
