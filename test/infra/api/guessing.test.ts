import { expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { receiptBytes, receiptFrom } from '#shared/domain/identifiers.ts';
import { requestsPerAddress } from '#infra/api/firewall.ts';
import { ofType, servicesOf, templatesOf } from '../templates.ts';

const service = servicesOf(await templatesOf('prod'));

/** Far more than one centre ever gives out. */
const codesGivenOut = 1_000_000;
const secondsPerYear = 365 * 24 * 3600;

it('nobody guesses a code: what all routes that take one let through together needs longer than anybody can try', () => {
  const settings = Object.values(ofType(service, 'AWS::ApiGateway::Stage')).flatMap(
    ({ Properties }) => Properties['MethodSettings'] as Record<string, unknown>[],
  );
  const taking = settings.filter(
    ({ ResourcePath, HttpMethod }) => HttpMethod === 'POST' && /follow-up|desk|~1code$/.test(String(ResourcePath)),
  );
  // Five of reporters and six of institutions, and the page for a code in each language.
  expect(taking).toHaveLength(5 + 6 + country.languages.length);
  const triesPerSecond = taking.reduce((sum, { ThrottlingRateLimit }) => sum + Number(ThrottlingRateLimit), 0);
  expect(triesPerSecond).toBeGreaterThan(0);
  const codes = 2 ** (8 * receiptBytes(receiptFrom(new Uint8Array(10))).length);
  const years = codes / codesGivenOut / triesPerSecond / secondsPerYear;
  expect(years).toBeGreaterThan(1_000_000);
});

it('one address alone is stopped sooner', () => {
  const [acl] = Object.values(ofType(service, 'AWS::WAFv2::WebACL'));
  expect(JSON.stringify(acl?.Properties['Rules'])).toContain(`"Limit":${requestsPerAddress}`);
});
