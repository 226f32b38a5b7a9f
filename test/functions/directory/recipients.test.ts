import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catchLog } from '#test/support/catch-log.ts';
import { openOffice, type Office } from './office.ts';

catchLog();
let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

const first = { 'If-Match': '"0"' };
const contact = (id: string, institution: string, unit?: string) => ({
  id,
  name: `Name of ${id}`,
  mail: `${id}@institution.example`,
  language: 'sq',
  duties: [`institution:${institution}`],
  cleared: false,
  ...(unit === undefined ? {} : { unit }),
});
const adds = (id: string, institution: string, unit?: string) =>
  office.post('ana', 'people', contact(id, institution, unit));
const errorsOf = ({ json }: { json: Record<string, unknown> }) => json['errors'];

describe('who can be told of a case', () => {
  it('is listed for who works on cases: institutions, then the people of one, by id, name and unit', async () => {
    await adds('c-1', 'child_protection_unit', 'Bashkia Kamëz');
    await adds('c-2', 'child_protection_unit', 'Bashkia Berat');
    await adds('c-3', 'state_police');
    const all = (await office.get('officer', 'recipients')).json['institutions'] as object[];
    expect(all).toContainEqual(
      expect.objectContaining({ code: 'child_protection_unit', kind: 'child_protection', isLocal: true }),
    );
    for (const who of ['officer', 'supervisor', 'director'] as const) {
      const { status, json, text } = await office.get(who, 'recipients', { institution: 'child_protection_unit' });
      expect(status).toBe(200);
      expect(json['recipients']).toEqual([
        { id: 'c-2', name: 'Name of c-2', unit: 'Bashkia Berat', active: true },
        { id: 'c-1', name: 'Name of c-1', unit: 'Bashkia Kamëz', active: true },
      ]);
      expect(text).not.toContain('@');
    }
    expect((await office.get('auditor', 'recipients')).status).toBe(403);
  });

  it('is nobody of an institution that is unknown or out of use', async () => {
    await office.post('ana', 'institutions', { code: 'data_commissioner', inUse: false }, first);
    for (const institution of ['bakery', 'data_commissioner']) {
      const refused = await office.get('officer', 'recipients', { institution });
      expect([refused.status, errorsOf(refused)]).toEqual([
        422,
        [expect.objectContaining({ pointer: '/institution', code: 'unknown_code' })],
      ]);
    }
    const all = (await office.get('officer', 'recipients')).json['institutions'] as { code: string }[];
    expect(all.map(({ code }) => code)).not.toContain('data_commissioner');
  });
});

describe('the unit of a contact', () => {
  it('is asked for where an institution has many, when it is added and whenever it is changed', async () => {
    const required = [expect.objectContaining({ pointer: '/unit', code: 'required' })];
    expect(errorsOf(await adds('c-1', 'school_psychosocial'))).toEqual(required);
    expect((await adds('c-1', 'school_psychosocial', 'Shkolla A')).status).toBe(200);
    expect(errorsOf(await office.decide('ana', 'c-1', 'change', { unit: null }))).toEqual(required);
    expect((await office.decide('ana', 'c-1', 'change', { unit: 'SHKOLLA A' })).status).toBe(200);
    expect((await office.get('ana', 'people/c-1')).json['unit']).toBe('SHKOLLA A');
  });

  it('is never another one: what the contact was sent is of the first', async () => {
    await adds('c-1', 'school_psychosocial', 'Shkolla A');
    const stays = (pointer: string) => [
      expect.objectContaining({ pointer, code: 'wrong_form', expected: 'another_contact' }),
    ];
    expect(errorsOf(await office.decide('ana', 'c-1', 'change', { unit: 'Shkolla B' }))).toEqual(stays('/unit'));
    const police = { unit: null, duties: ['institution:police_cybercrime'] };
    expect(errorsOf(await office.decide('ana', 'c-1', 'change', police))).toEqual(stays('/duties'));
  });

  it('belongs to contacts alone', async () => {
    const refused = await office.decide('ana', 'officer', 'change', { unit: 'Shkolla A' });
    expect(errorsOf(refused)).toEqual([expect.objectContaining({ pointer: '/unit', code: 'unknown_field' })]);
  });
});
