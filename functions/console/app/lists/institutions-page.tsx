import { etagOf } from '#shared/contracts/http/entity-tags.ts';
import type { DirectoryAnswers } from '../api/answers.ts';
import { CentreForm } from '../centre/centre-form.tsx';
import { LookedPage } from '../centre/looked-page.tsx';
import { PersonLink } from '../centre/person-link.tsx';
import { bodyOf, typedOf, type Typed } from '../centre/schema-body.ts';
import { SchemaFields } from '../centre/schema-fields.tsx';
import { Link } from '../frame/link.tsx';
import { sayMomentAlone } from '../frame/moments.ts';
import { centre, centreWords, labelOf, say } from '../frame/texts.ts';
import { Entries } from './entries.tsx';

type Listed = DirectoryAnswers['Institutions']['institutions'][number];

/** The institutions of the country: which are in use here, which numbers are right, and who there can be told. */
export function InstitutionsPage() {
  const w = centreWords();
  return (
    <LookedPage<DirectoryAnswers['Institutions']> title={w.hub.pages.institutions} path="/v1/directory/institutions">
      {({ body: { institutions }, reload }) => (
        <>
          <p>{w.lists.institutionsMean}</p>
          <Entries
            entries={institutions}
            title={({ code }) => labelOf('institutions', code)}
            renderEntry={(one) => <Institution of={one} />}
            renderForm={(one, close) =>
              one === undefined ? null : <InstitutionForm of={one} reload={reload} onClose={close} />
            }
          />
        </>
      )}
    </LookedPage>
  );
}

function Institution({ of: { kind, inUse, phones, ownPage, contacts } }: { of: Listed }) {
  const w = centreWords().lists;
  const said = [ownPage?.phone, ownPage?.mail].filter((one) => one !== undefined).join(', ');
  return (
    <>
      <p class={inUse ? '' : 'late'}>
        {labelOf('institutionKinds', kind)} · {inUse ? w.inUse : w.outOfUse}
      </p>
      <p>{phones.length === 0 ? w.noPhone : say(w.phones, { phones: phones.join(', ') })}</p>
      {said === '' ? null : <p class="ring-first">{say(w.ringFirst, { said })}</p>}
      {contacts.length === 0 ? (
        <p class="quiet">
          {w.noContact} <Link to="/people?add=institution">{centreWords().people.kindNames.institution}</Link>
        </p>
      ) : (
        <>
          <h3>{w.contacts}</h3>
          <ul>
            {contacts.map(({ id, name, mail, unit, active, unreachable }) => (
              <li key={id}>
                <PersonLink id={id} name={name} /> · {mail}
                {unit === undefined ? null : ` · ${unit}`}
                {active ? null : <strong class="late"> · {w.suspended}</strong>}
                {unreachable === undefined ? null : (
                  <strong class="late"> · {say(w.unreachable, { moment: sayMomentAlone(unreachable.since) })}</strong>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function InstitutionForm({ of, reload, onClose }: { of: Listed; reload: () => Promise<void>; onClose: () => void }) {
  const w = centreWords();
  const shapes = centre().forms.institution.filter(({ name }) => name !== 'code');
  const { code, packPhones } = of;
  return (
    <CentreForm
      command="institution"
      place={{ code }}
      etag={etagOf(of)}
      empty={typedOf(shapes, of)}
      body={(typed: Typed) => {
        const { phones, ...entry } = bodyOf(shapes, typed) as { inUse: boolean; phones?: string[] };
        // The country's own numbers are not copied: a release may correct them.
        const isOfPack = phones === undefined || phones.join() === packPhones.join();
        return { ...entry, code, ...(isOfPack ? {} : { phones }) };
      }}
      submit={w.hub.save}
      reload={reload}
      onDone={onClose}
      onClose={onClose}
    >
      {(form) => (
        <SchemaFields
          form={form}
          shapes={shapes}
          hints={{ phones: say(w.lists.phonesHint, { phones: packPhones.join(', ') || w.lists.phonesOfPack }) }}
        />
      )}
    </CentreForm>
  );
}
