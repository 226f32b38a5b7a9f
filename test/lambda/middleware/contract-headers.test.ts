import withMiddleware from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { contractHeaders } from '#shared/lambda/middleware/contract-headers.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';

const answer = (headers: Record<string, string> = {}): APIGatewayProxyResult => ({
  statusCode: 200,
  headers,
  body: '',
});
const behind = (handle: () => Promise<APIGatewayProxyResult>) =>
  withMiddleware<unknown, APIGatewayProxyResult>().use(contractHeaders()).handler(handle);

describe('The headers of the contract', () => {
  it('are on an answer, beside its own', async () => {
    const { headers } = await behind(async () => answer({ Location: '/v1/things/7' }))({}, noContext);
    expect(headers).toEqual({ ...securityHeaders, 'Cache-Control': 'no-store', Location: '/v1/things/7' });
  });

  it('are on an answer to what was thrown', async () => {
    const refusing = withMiddleware<unknown, APIGatewayProxyResult>()
      .use(contractHeaders())
      .onError((request) => {
        request.response = answer();
      })
      .handler(() => Promise.reject(new Error('x')));
    expect((await refusing({}, noContext)).headers).toEqual({ ...securityHeaders, 'Cache-Control': 'no-store' });
  });

  it('leave to an answer how long it may be kept', async () => {
    const { headers } = await behind(async () => answer({ 'Cache-Control': 'public, max-age=60' }))({}, noContext);
    expect(headers).toMatchObject({ ...securityHeaders, 'Cache-Control': 'public, max-age=60' });
  });

  it('make no answer where there is none', async () => {
    await expect(behind(() => Promise.reject(new RangeError('x')))({}, noContext)).rejects.toThrow(RangeError);
  });
});
