import { country } from '#shared/country/current.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { giveTaxonomy } from './give-taxonomy.ts';

/** Made when somebody first asks for it: the taxonomy does not wait for the API document. */
let openApi: Promise<Readonly<Record<string, unknown>>> | undefined;

/** Triggered by the public API's GET routes. Reads nothing but the country pack, so running twice changes nothing. */
export const handler = httpHandler(
  [
    { method: 'GET', path: '/v1/taxonomy', readOnly: true, cacheSeconds: 300, handle: giveTaxonomy(country) },
    {
      method: 'GET',
      path: '/openapi.json',
      readOnly: true,
      help: false,
      handle: async () => {
        openApi ??= import('#shared/contracts/http/openapi.ts').then(({ openApiDocument }) => openApiDocument(country));
        return { status: 200, body: await openApi };
      },
    },
    { method: 'GET', path: '/health', readOnly: true, handle: async () => ({ status: 200, body: { status: 'ok' } }) },
  ],
  country,
);
