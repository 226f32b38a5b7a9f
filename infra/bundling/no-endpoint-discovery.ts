/**
 * Takes the place of the cache that the DynamoDB client keeps for endpoint discovery. Functions never switch that on:
 * every endpoint here is the region's own. This saves an LRU cache of 7 KB at every cold start.
 */
export class EndpointCache {
  get(): undefined {
    return undefined;
  }

  set(): never {
    throw new Error('Endpoint discovery is not part of this bundle.');
  }
}
