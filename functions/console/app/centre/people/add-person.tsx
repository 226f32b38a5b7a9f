import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { institutionOf } from '#shared/domain/case/referral.ts';
import { personKinds, type PersonKind } from '#shared/domain/console/centre/people-words.ts';
import { missing } from '../../form/missing.ts';
import { Link } from '../../frame/link.tsx';
import { go, query } from '../../frame/route.ts';
import { centre, centreWords } from '../../frame/texts.ts';
import { Titled } from '../../frame/titled.tsx';
import { CentreForm } from '../centre-form.tsx';
import { bodyOf, typedOf, type Typed } from '../schema-body.ts';
import { loadDirectory } from './known-people.ts';
import { PersonFields, shapesFor } from './person-fields.tsx';

/** Adds somebody: first who it is, then their record. */
export function AddPerson() {
  const w = centreWords().people;
  const kind = personKinds.find((one) => one === query.value.get('add'));
  if (kind !== undefined) return <AddOne key={kind} kind={kind} />;
  return (
    <Titled title={w.addTitle}>
      <ul class="hub">
        {personKinds.map((one) => (
          <li key={one}>
            <Link to={`/people?add=${one}`}>{w.kindNames[one]}</Link>
            <span class="quiet">{w.kindMeans[one]}</span>
          </li>
        ))}
      </ul>
    </Titled>
  );
}

function AddOne({ kind }: { kind: PersonKind }) {
  const w = centreWords().people;
  const all = centre().forms.person;
  const shapes = shapesFor(all, kind);
  return (
    <Titled title={w.kindNames[kind]}>
      <p>{w.kindMeans[kind]}</p>
      {kind === 'account' ? <p>{w.waitsAfter}</p> : null}
      <CentreForm
        command="person"
        // What was typed stays when somebody finds that they began with the wrong kind.
        empty={typedOf(shapesFor(all, 'account').concat(shapesFor(all, 'institution')))}
        body={(typed) => bodyFor(kind, typed)}
        submit={w.add}
        reload={loadDirectory}
        onDone={({ id }) => go(`/people/${encodeURIComponent(id)}`)}
        onClose={() => go('/people')}
      >
        {(form) => <PersonFields form={form} kind={kind} shapes={shapes} />}
      </CentreForm>
    </Titled>
  );

  function bodyFor(of: PersonKind, typed: Typed): DirectoryBodies['person'] | string {
    if (of === 'account' && typed['role'] === '') return missing('role');
    const ticked = Array.isArray(typed['duties']) ? typed['duties'].map(String) : [];
    const duties = ticked.filter((duty) => (institutionOf(duty) !== undefined) === (of === 'institution'));
    // The directory asks everybody's record for clearance.
    return { cleared: false, ...bodyOf(shapes, { ...typed, duties }) } as unknown as DirectoryBodies['person'];
  }
}
