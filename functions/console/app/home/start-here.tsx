import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StartStep } from '#shared/domain/console/centre/start-words.ts';
import type { CentrePageName } from '#shared/domain/console/centre/hub-words.ts';
import type { DirectoryAnswers } from '../api/answers.ts';
import { look } from '../api/look.ts';
import { centrePages } from '../centre/centre-pages.tsx';
import { PageList } from '../centre/page-list.tsx';
import { Link } from '../frame/link.tsx';
import { may } from '../frame/people.ts';
import { centreWords, labelOf, say } from '../frame/texts.ts';
import { missingSteps, type Known } from './missing-steps.ts';

/** For whoever works with no case: what the centre lacks, and their pages. */
export function StartHere() {
  return (
    <>
      {may('list_cases') ? null : <p>{centreWords().start.noCases}</p>}
      {may('manage_directory') ? <Lacks /> : null}
      {centrePages().length === 0 ? null : (
        <section aria-labelledby="pages-title">
          <h2 id="pages-title">{centreWords().start.pages}</h2>
          <PageList />
        </section>
      )}
    </>
  );
}

/** Where each is done. */
const pageOf: Readonly<Record<StartStep, CentrePageName>> = {
  caseworkers: 'people',
  secondAdministrator: 'people',
  partner: 'people',
  unheld: 'people',
  silent: 'people',
  roster: 'roster',
  hours: 'roster',
  numbers: 'institutions',
};

function Lacks() {
  const w = centreWords().start;
  const known = useSignal<Known | undefined>(undefined);
  useEffect(() => {
    void load().then((loaded) => {
      known.value = loaded;
    });
  }, []);
  if (known.value === undefined) return null;
  const { people, roster, institutions } = known.value;
  const isPartial = people === undefined || roster === undefined || institutions === undefined;
  const missing = missingSteps(known.value);
  return (
    <>
      {isPartial ? (
        <p class="refusal" role="alert">
          {w.notAll}
        </p>
      ) : null}
      {missing.length === 0 ? (
        isPartial ? null : (
          <p class="empty">{w.nothingMissing}</p>
        )
      ) : (
        <section class="lacks" aria-labelledby="lacks-title">
          <h2 id="lacks-title">{w.title}</h2>
          <ol>
            {missing.map(({ step, duties = [], count = 0 }) => (
              <li key={step}>
                {say(w.steps[step], {
                  duties: duties.map((duty) => labelOf('duties', duty)).join(', '),
                  count: String(count),
                })}{' '}
                <PageLink name={pageOf[step]} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function PageLink({ name }: { name: CentrePageName }) {
  const page = centrePages().find((one) => one.name === name);
  return page === undefined ? null : <Link to={page.path}>{centreWords().hub.pages[name]}</Link>;
}

/** What the directory says, each part where it can be had. */
async function load(): Promise<Known> {
  const [people, roster, institutions] = await Promise.all([
    look<DirectoryAnswers['People']>('/v1/directory/people'),
    look<DirectoryAnswers['Roster']>('/v1/directory/roster'),
    look<DirectoryAnswers['Institutions']>('/v1/directory/institutions'),
  ]);
  return {
    people: people.ok ? people.body : undefined,
    roster: roster.ok ? roster.body : undefined,
    institutions: institutions.ok ? institutions.body : undefined,
  };
}
