import { batch, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Refusal } from '../../../api/call.ts';
import { look } from '../../../api/look.ts';
import { RefusalText } from '../../../form/refusal-text.tsx';
import { Link } from '../../../frame/link.tsx';
import { me } from '../../../frame/people.ts';
import { centre, centreWords, words } from '../../../frame/texts.ts';
import { useTitle } from '../../../frame/titled.tsx';
import { loadDirectory } from '../known-people.ts';
import { PersonFacts } from './person-facts.tsx';
import { PersonPanels } from './person-panels.tsx';
import { offersOn, type PersonView } from '../person-rules.ts';
import { sayDifferences } from '../record-words.ts';
import { PersonStates } from './person-states.tsx';
import type { SeenPerson } from './seen-person.ts';
import { WaitingChange } from './waiting-change.tsx';

/** One record: what waits, what may be done about it, and all that the directory holds. */
export function PersonPage({ id }: { id: string }) {
  const w = centreWords().people;
  const seen = useSignal<SeenPerson | undefined>(undefined);
  const refused = useSignal<Refusal | undefined>(undefined);
  const load = async (): Promise<void> => {
    const [answer] = await Promise.all([
      look<PersonView>(`/v1/directory/people/${encodeURIComponent(id)}`),
      loadDirectory(),
    ]);
    batch(() => {
      refused.value = answer.ok ? undefined : answer;
      if (!answer.ok) return;
      const before = seen.peek()?.person;
      const fields = centre().forms.personChange.map(({ name }) => name);
      const news = before === undefined ? [] : sayDifferences(before, answer.body, fields);
      seen.value = { person: answer.body, etag: answer.etag, news };
    });
  };
  /** What one changed oneself is no news. */
  const calm = (): void => {
    const known = seen.peek();
    if (known !== undefined) seen.value = { ...known, news: [] };
  };
  useEffect(() => void load(), []);
  // A window's title is kept by the browser. It names nobody.
  useTitle(w.one);
  const known = seen.value;
  const isMe = me.value;
  return (
    <>
      <p>
        <Link to="/people">{w.back}</Link>
      </p>
      <h1>{known?.person.name ?? w.one}</h1>
      <Refused refusal={refused.value} />
      {known === undefined || isMe === undefined ? (
        refused.value === undefined ? (
          <p>{words().frame.loading}</p>
        ) : null
      ) : (
        <Known seen={known} offers={offersOn(isMe, known.person)} reload={load} onDone={calm} />
      )}
    </>
  );
}

function Refused({ refusal }: { refusal: Refusal | undefined }) {
  if (refusal === undefined) return null;
  const isUnknown = refusal.why === 'refused' && refusal.problem.status === 404;
  return isUnknown ? <p>{centreWords().people.unknown}</p> : <RefusalText refusal={refusal} />;
}

function Known({
  seen,
  offers,
  reload,
  onDone,
}: {
  seen: SeenPerson;
  offers: ReturnType<typeof offersOn>;
  reload: () => Promise<void>;
  onDone: () => void;
}) {
  const { person, news } = seen;
  return (
    <>
      {news.length === 0 ? null : (
        <div class="person-news" role="alert">
          <p>{centreWords().people.changedMeanwhile}</p>
          <ul>
            {news.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <PersonStates person={person} />
      {person.waiting === undefined ? null : (
        <WaitingChange seen={seen} waiting={person.waiting} offers={offers} reload={reload} onDone={onDone} />
      )}
      <PersonPanels seen={seen} offered={offers.panels} reload={reload} onDone={onDone} />
      <PersonFacts person={person} />
    </>
  );
}
