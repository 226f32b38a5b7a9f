import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '#shared/contracts/http/http.ts';
import { later, servedLater } from '#shared/lambda/http/loaded-when-asked.ts';

const request = { path: { id: 'x' } } as unknown as HttpRequest;

describe('A group of handlers that is loaded late', () => {
  it('is loaded when one of them is first asked, once for all, and each answers for itself', async () => {
    let loads = 0;
    const handlers = later(async () => {
      loads += 1;
      return {
        read: async ({ path }: HttpRequest) => ({ status: 200 as const, body: { read: path['id'] } }),
        write: async () => ({ status: 201 as const, body: {} }),
      };
    });
    const [read, write] = [handlers('read'), handlers('write')];
    expect(loads).toBe(0);
    expect(await read(request)).toEqual({ status: 200, body: { read: 'x' } });
    expect(await write(request)).toEqual({ status: 201, body: {} });
    expect(loads).toBe(1);
  });

  it('serves the rows of a table, each by the handler of its name', async () => {
    const [row] = servedLater([{ name: 'read', method: 'GET', path: '/v1/{id}', changesNothing: true }], async () => ({
      read: async ({ path }: HttpRequest) => ({ status: 200 as const, body: { read: path['id'] } }),
    }));
    expect(row).toMatchObject({ method: 'GET', path: '/v1/{id}', changesNothing: true });
    expect(await row?.handle(request)).toEqual({ status: 200, body: { read: 'x' } });
  });
});
