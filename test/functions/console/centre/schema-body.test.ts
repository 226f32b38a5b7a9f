import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { bodyOf, changeOf, typedOf } from '#functions/console/app/centre/schema-body.ts';
import { fieldsOf } from '#functions/console/field-shapes.ts';
import { fieldProblems } from '#shared/contracts/http/fields.ts';
import { directoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { albania } from '#shared/country/al/pack.ts';

const bodies = directoryBodies(albania);

describe('the fields of a form', () => {
  it('are those of the schema, in its order', () => {
    expect(fieldsOf(bodies.campaign)).toEqual([
      { name: 'code', kind: 'text', isRequired: true, clears: false },
      { name: 'name', kind: 'text', isRequired: true, clears: false },
      { name: 'from', kind: 'date', isRequired: true, clears: false },
      { name: 'to', kind: 'date', isRequired: true, clears: false },
    ]);
    const shapes = new Map(fieldsOf(bodies.personChange).map((shape) => [shape.name, shape]));
    expect(shapes.get('mail')).toMatchObject({ kind: 'mail', isRequired: false, clears: false });
    expect(shapes.get('phone')).toMatchObject({ kind: 'text', clears: true });
    expect(shapes.get('role')?.codes).toContain('supervisor');
    expect(shapes.get('duties')).toMatchObject({ kind: 'lines', clears: false });
    expect(shapes.get('cleared')?.kind).toBe('tick');
    expect(fieldsOf(bodies.suspension)).toMatchObject([{ name: 'distrusted', kind: 'tick' }]);
  });
  it('hold a field that somebody adds to the schema', () => {
    const more = z.strictObject({ ...bodies.platform.shape, languages: z.array(z.enum(['sq', 'en'])) });
    expect(fieldsOf(more).at(-1)).toEqual({
      name: 'languages',
      kind: 'choices',
      codes: ['sq', 'en'],
      isRequired: true,
      clears: false,
    });
  });
  it('are refused while building where no form can draw one', () => {
    expect(() => fieldsOf(z.strictObject({ call: z.strictObject({ code: z.string() }) }))).toThrow('call');
  });
});

describe('what is sent', () => {
  const shapes = fieldsOf(bodies.personChange);
  const record = {
    name: 'Arta',
    mail: 'arta@besa.example',
    phone: '+355 69',
    duties: ['duty_officer'],
    cleared: false,
  };
  const typed = typedOf(shapes, record);
  it('of a change is only what differs from the record', () => {
    expect(changeOf(shapes, typed, record)).toEqual({});
    expect(changeOf(shapes, { ...typed, name: ' Arta B. ', cleared: true }, record)).toEqual({
      name: 'Arta B.',
      cleared: true,
    });
  });
  it('of a change is null where a field was emptied that the API clears so', () => {
    expect(changeOf(shapes, { ...typed, phone: '', duties: ' \n' }, record)).toEqual({ phone: null, duties: [] });
  });
  it('of a new record is what is filled in, and what must be there', () => {
    const platform = fieldsOf(bodies.platform);
    const filled = { ...typedOf(platform), code: 'chat', way: 'web_form' };
    expect(bodyOf(platform, filled)).toEqual({ code: 'chat', way: 'web_form', to: '' });
    const institution = fieldsOf(bodies.institution);
    expect(bodyOf(institution, { ...typedOf(institution), code: 'police', phones: '129\n\n 112 ' })).toEqual({
      code: 'police',
      inUse: false,
      phones: ['129', '112'],
    });
  });
  it('of a code that nobody chose is nothing, so that the API says what is missing', () => {
    const person = fieldsOf(bodies.person);
    const body = bodyOf(person, {
      ...typedOf(person),
      id: 'night-desk',
      name: 'Night desk',
      mail: 'night@besa.example',
    });
    expect(body).not.toHaveProperty('language');
    const { error } = bodies.person.safeParse(body, { reportInput: true });
    expect(error === undefined ? [] : fieldProblems(error)).toEqual([{ pointer: '/language', code: 'required' }]);
  });
  it('of a tick that is optional is nothing while it is not set', () => {
    expect(bodyOf(fieldsOf(bodies.suspension), { distrusted: false })).toEqual({});
    expect(bodyOf(fieldsOf(bodies.suspension), { distrusted: true })).toEqual({ distrusted: true });
  });
});
