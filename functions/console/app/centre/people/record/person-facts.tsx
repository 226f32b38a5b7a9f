import { centre, centreWords, labelOf } from '../../../frame/texts.ts';
import { kindOf, type PersonView } from '../person-rules.ts';
import { shapesFor } from '../person-fields.tsx';
import { sayValue } from '../record-words.ts';

/** All that the directory holds of somebody, in the order of the form that made the record. */
export function PersonFacts({ person }: { person: PersonView }) {
  const kind = kindOf(person);
  const shapes = shapesFor(centre().forms.person, kind);
  return (
    <>
      <h2>{centreWords().people.kindNames[kind]}</h2>
      <dl class="facts">
        {shapes.map(({ name }) => (
          <div key={name}>
            <dt>{labelOf('fields', name)}</dt>
            <dd>{sayValue(name, person[name])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
