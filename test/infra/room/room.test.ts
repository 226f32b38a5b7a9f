import { describe, expect, it } from 'vitest';
import type { Synthesized } from '#infra/synthesize.ts';
import { ofType, servicesOf, templatesOf } from '../templates.ts';
import { grownBesa, growth } from './grown-besa.ts';
import { kindsOfRoom, roomIn } from './room.ts';
import type { KindOfRoom } from './room.ts';

const prod = await templatesOf('prod');
const grown = await grownBesa();
const kinds = Object.keys(kindsOfRoom) as KindOfRoom[];

describe.each<[string, Pick<Synthesized, 'stage' | 'templates'>]>([
  ['prod', prod],
  ['prod with sixty more steps, twenty more rooms, six more functions behind them and six more reactors', grown],
])('%s', (_, made) => {
  const room = roomIn(made);

  it.each(kinds)('keeps within the limit: %s', (kind) => {
    for (const { of, used, limit } of room[kind]) {
      const left = limit - used;
      expect(left, `${kind}, ${of}: ${used} of ${limit}, room for ${left} more`).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('what is measured', () => {
  it('is everything there is of its kind', () => {
    const counts = Object.fromEntries(Object.entries(roomIn(prod)).map(([kind, rooms]) => [kind, rooms.length]));
    const functions = Object.keys(prod.functions).length;
    expect(counts).toMatchObject({
      'resources of a stack': 4,
      'bytes of the policy of a function': functions,
      'bytes of the variables of a function': functions,
      // Nobody writes managed policies (decision 020).
      'bytes of a managed policy': 0,
      'paths of an API': 2,
      'headers of an answer of the firewall': 4,
    });
    expect(counts['bytes of the inline policies of a role']).toBeGreaterThan(functions);
  });

  it('grows with what is added', () => {
    const added = (type: string): number =>
      Object.keys(ofType(servicesOf(grown), type)).length - Object.keys(ofType(servicesOf(prod), type)).length;
    // A further step costs nothing. A room has a list, one of it, and what is done with one.
    expect(added('AWS::ApiGateway::Method')).toBe(3 * growth.rooms);
    expect(added('AWS::ApiGateway::Resource')).toBe(3 * growth.rooms);
    expect(added('AWS::Lambda::Function')).toBe(growth.staffFunctions + growth.reactors);
    expect(added('AWS::Lambda::Permission')).toBe(growth.staffFunctions);
    expect(added('AWS::SQS::Queue')).toBe(2 * growth.reactors);
  });

  it('would show that a permission for each route fills the policy of the case desk', () => {
    const { Resources, Outputs } = prod.templates.StaffApi;
    const [id = '', permission] =
      Object.entries(ofType(prod.templates.StaffApi, 'AWS::Lambda::Permission')).find(([one]) =>
        one.startsWith('StaffApiCaseDesk'),
      ) ?? [];
    if (permission === undefined) throw new Error('Nobody may invoke the case desk.');
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${id}Of${index}`, permission]));
    const StaffApi = { Resources: { ...Resources, ...many }, Outputs };
    const desk = roomIn({ ...prod, templates: { ...prod.templates, StaffApi } })[
      'bytes of the policy of a function'
    ].find(({ of }) => of.startsWith('StaffApiCaseDesk'));
    expect(desk?.used).toBeGreaterThan(desk?.limit ?? Infinity);
  });
});
