import { describe, expect, it } from 'vitest';
import { addStacks } from '#infra/besa-app.ts';
import { stageOf } from '#infra/stages.ts';
import { synthesize, type Template } from '#infra/synthesize.ts';
import { checkedApps } from '../checked-app.ts';
import { ofType, templatesOf } from '../templates.ts';

const certificateOf = (name: string): string => `arn:aws:acm:eu-central-1:000000000000:certificate/${name}`;
const named = {
  publicUrl: 'https://tell.besa.example',
  staffUrl: 'https://staff.besa.example',
  certificates: { public: certificateOf('public'), staff: certificateOf('staff') },
};
const { templates } = await synthesize('prod', named);
const alone = await synthesize('prod', { ...named, certificates: { public: certificateOf('public') } });
const checkedApp = checkedApps();

const domainsIn = (template: Template) => Object.values(ofType(template, 'AWS::ApiGateway::DomainName'));

describe('a domain of its own', () => {
  it.each([
    ['PublicApi', 'tell.besa.example', 'public'],
    ['StaffApi', 'staff.besa.example', 'staff'],
  ] as const)('leads to all of %s, at its stage, with its certificate', (role, name, certificate) => {
    const template = templates[role];
    expect(domainsIn(template).map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({
        DomainName: name,
        RegionalCertificateArn: certificateOf(certificate),
        EndpointConfiguration: { Types: ['REGIONAL'] },
        SecurityPolicy: 'TLS_1_2',
      }),
    ]);
    const [mapping] = Object.values(ofType(template, 'AWS::ApiGateway::BasePathMapping'));
    const [stage] = Object.keys(ofType(template, 'AWS::ApiGateway::Stage'));
    const [api] = Object.keys(ofType(template, 'AWS::ApiGateway::RestApi'));
    expect(mapping?.Properties).toMatchObject({ RestApiId: { Ref: api }, Stage: { Ref: stage } });
    // Without a base path: an address is as short as can be, and the same as in this code.
    expect(mapping?.Properties).not.toHaveProperty('BasePath');
    const targets = Object.values(template.Outputs).filter((output) =>
      JSON.stringify(output).includes('RegionalDomainName'),
    );
    expect(targets).toEqual([expect.objectContaining({ Description: `The CNAME of ${name} leads here.` })]);
  });

  it.each(['PublicApi', 'StaffApi'] as const)('is the only one of %s, and the one that is said', (role) => {
    const [api] = Object.values(ofType(templates[role], 'AWS::ApiGateway::RestApi'));
    expect(api?.Properties['DisableExecuteApiEndpoint']).toBe(true);
    const said = Object.values(templates[role].Outputs).map(({ Value }) => Value);
    expect(said).toContain(role === 'PublicApi' ? named.publicUrl : named.staffUrl);
    expect(JSON.stringify(said)).not.toContain('execute-api');
  });

  it('stands beside the address of the gateway until its DNS record is proven', async () => {
    const beside = (await synthesize('prod', { ...named, keepsGatewayAddress: true })).templates;
    for (const role of ['PublicApi', 'StaffApi'] as const) {
      const [api] = Object.values(ofType(beside[role], 'AWS::ApiGateway::RestApi'));
      expect(api?.Properties).not.toHaveProperty('DisableExecuteApiEndpoint');
      expect(JSON.stringify(Object.values(beside[role].Outputs))).toContain('execute-api');
    }
  });

  it('gives the rule packs nothing to find', { timeout: 120_000 }, () => {
    const app = checkedApp();
    addStacks(app, { ...stageOf('prod'), ...named });
    expect(() => app.synth()).not.toThrow();
  });

  it('may be the public API’s alone', () => {
    expect(domainsIn(alone.templates.PublicApi)).toHaveLength(1);
    expect(domainsIn(alone.templates.StaffApi)).toEqual([]);
  });

  it('is not made where no certificate is known', async () => {
    const made = (await templatesOf('prod')).templates;
    for (const role of ['PublicApi', 'StaffApi'] as const) {
      expect(domainsIn(made[role])).toEqual([]);
      expect(JSON.stringify(made[role])).not.toContain('DisableExecuteApiEndpoint');
    }
  });

  it.each(['http://tell.besa.example', 'https://besa.example/tell'])('cannot be %s', async (publicUrl) => {
    await expect(synthesize('prod', { ...named, publicUrl })).rejects.toThrow('is not https:// and a name alone');
  });

  it('needs a certificate of its own region', async () => {
    const elsewhere = certificateOf('public').replace('eu-central-1', 'us-east-1');
    await expect(synthesize('prod', { ...named, certificates: { public: elsewhere } })).rejects.toThrow(
      'The certificate of tell.besa.example is in us-east-1. Ask for one in eu-central-1.',
    );
  });

  it('needs an address for its certificate', async () => {
    const { publicUrl: _, ...nowhere } = named;
    await expect(synthesize('prod', nowhere)).rejects.toThrow('needs the address');
  });
});
