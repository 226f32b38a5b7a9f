import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import type { Form } from '../../../form/form-fields.ts';
import { centre, centreWords } from '../../../frame/texts.ts';
import { CentreForm } from '../../centre-form.tsx';
import { changeOf, typedOf, type Typed } from '../../schema-body.ts';
import { PersonFields, shapesFor } from '../person-fields.tsx';
import type { PersonPanelProps } from './seen-person.ts';
import { kindOf } from '../person-rules.ts';

/**
 * The form of a record. It holds only what somebody touched: all else is as the record has it, also when a colleague has
 * changed that meanwhile. So nobody's change is undone by a form that was opened before it.
 */
export function ChangePanel({ seen: { person, etag }, reload, onClose, onDone }: PersonPanelProps) {
  const w = centreWords();
  const kind = kindOf(person);
  // An account whose first role was refused is asked for again here.
  const shapes = shapesFor(
    // What cannot be cleared has a value on every record.
    centre().forms.personChange.map((shape) => ({ ...shape, isRequired: !shape.clears })),
    kind === 'contact' ? 'account' : kind,
    person.duties,
  );
  const whole = (touched: Typed): Typed => ({ ...typedOf(shapes, person), ...touched });
  return (
    <>
      <p>{w.people.changeMeans}</p>
      <CentreForm
        command="personChange"
        place={{ person: person.id }}
        etag={etag}
        empty={{}}
        submit={w.hub.save}
        reload={reload}
        onDone={onDone}
        onClose={onClose}
        body={(touched): DirectoryBodies['personChange'] | string => {
          const change = changeOf(shapes, whole(touched), person);
          return Object.keys(change).length === 0 ? w.hub.nothingChanged : change;
        }}
      >
        {(form: Form<Typed>) => (
          <PersonFields form={{ ...form, fields: whole(form.fields) }} kind={kind} shapes={shapes} />
        )}
      </CentreForm>
    </>
  );
}
