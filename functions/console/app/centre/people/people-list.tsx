import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { personKinds } from '#shared/domain/console/centre/people-words.ts';
import type { Refusal } from '../../api/call.ts';
import { Line, optionsOf, Select } from '../../form/fields.tsx';
import type { Form } from '../../form/form-fields.ts';
import { RefusalText } from '../../form/refusal-text.tsx';
import { Link } from '../../frame/link.tsx';
import { may } from '../../frame/people.ts';
import { centreWords, labelOf, labels, say, words } from '../../frame/texts.ts';
import { Titled } from '../../frame/titled.tsx';
import { directory, loadDirectory } from './known-people.ts';
import { Lacks } from './lacks.tsx';
import { kindOf, statesOf, type PersonView } from './person-rules.ts';
import { found, type Wanted } from './search-people.ts';
import { sayContact, sayDuty } from './record-words.ts';

/** Everybody of the directory, with what the centre lacks. Whoever only decides sees what waits. */
export function PeopleList() {
  const w = centreWords().people;
  const refused = useSignal<Refusal | undefined>(undefined);
  const wanted = useSignal<Wanted>({ name: '', role: '' });
  const load = async (): Promise<void> => {
    refused.value = await loadDirectory();
  };
  useEffect(() => void load(), []);
  const form: Form<Wanted> = {
    id: 'people',
    fields: wanted.value,
    set: (change) => {
      wanted.value = { ...wanted.peek(), ...change };
    },
    problems: [],
  };
  const known = directory.value;
  return (
    <Titled title={w.title}>
      {refused.value === undefined ? null : <RefusalText refusal={refused.value} />}
      {known === undefined && refused.value === undefined ? <p>{words().frame.loading}</p> : null}
      {known === undefined ? null : may('manage_directory') ? (
        <>
          <Lacks known={known} />
          <p>
            <Link class="button primary" to="/people?add">
              {w.add}
            </Link>
          </p>
          <Line form={form} name="name" label={w.search} secret />
          <Select
            form={form}
            name="role"
            label={w.ofRole}
            options={optionsOf(Object.keys(labels().roles), (code) => labelOf('roles', code))}
            none={w.anyRole}
          />
          <Everybody all={known.people} people={found(known.people, wanted.value)} />
        </>
      ) : (
        <>
          <p>{w.waitsForYou}</p>
          {known.people.length === 0 ? <p class="quiet">{w.nothingWaits}</p> : <Rows people={known.people} />}
        </>
      )}
    </Titled>
  );
}

function Everybody({ all, people }: { all: readonly PersonView[]; people: readonly PersonView[] }) {
  const w = centreWords().people;
  return (
    <>
      <output class="quiet">
        {people.length === 0 ? w.nobodyFound : say(w.found, { n: String(people.length), all: String(all.length) })}
      </output>
      {personKinds.map((kind) => {
        const those = people.filter((one) => kindOf(one) === kind);
        return those.length === 0 ? null : (
          <section key={kind}>
            <h2>{w.kinds[kind]}</h2>
            <Rows people={those} />
          </section>
        );
      })}
    </>
  );
}

function Rows({ people }: { people: readonly PersonView[] }) {
  return (
    <ul class="hub people">
      {people.map((one) => (
        <Row key={one.id} one={one} />
      ))}
    </ul>
  );
}

function Row({ one }: { one: PersonView }) {
  const { id, name, role, unit, duties, contact } = one;
  const { states } = centreWords().people;
  const isOfInstitution = kindOf(one) === 'institution';
  const about = [
    role === undefined ? '' : labelOf('roles', role),
    duties.map(sayDuty).join(', '),
    unit ?? '',
    isOfInstitution ? '' : sayContact(contact),
  ].filter((part) => part !== '');
  return (
    <li>
      <Link isRow to={`/people/${encodeURIComponent(id)}`}>
        {name}
      </Link>
      <span class="quiet">{[...new Set(about)].join(' · ')}</span>
      {statesOf(one).map((state) => (
        <strong key={state} class="state">
          {states[state]}
        </strong>
      ))}
    </li>
  );
}
