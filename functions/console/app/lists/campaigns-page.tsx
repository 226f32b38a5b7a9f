import { etagOf } from '#shared/contracts/http/entity-tags.ts';
import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import type { DirectoryAnswers } from '../api/answers.ts';
import { CentreForm } from '../centre/centre-form.tsx';
import { LookedPage } from '../centre/looked-page.tsx';
import { bodyOf, typedOf, type Typed } from '../centre/schema-body.ts';
import { SchemaFields } from '../centre/schema-fields.tsx';
import { sayDate, today } from '../frame/moments.ts';
import { centre, centreWords, say } from '../frame/texts.ts';
import { courseOf } from './campaign-course.ts';
import { Entries } from './entries.tsx';

type Listed = DirectoryAnswers['Campaigns']['campaigns'][number];

/** The codes that posters and lessons carry, with their days. */
export function CampaignsPage() {
  const w = centreWords();
  return (
    <LookedPage<DirectoryAnswers['Campaigns']> title={w.hub.pages.campaigns} path="/v1/directory/campaigns">
      {({ body: { campaigns }, reload }) => (
        <>
          <p>{w.lists.campaignsMean}</p>
          {campaigns.length === 0 ? <p>{w.lists.noCampaigns}</p> : null}
          <Entries
            entries={campaigns.toSorted((one, other) => (one.from < other.from ? 1 : -1))}
            title={({ name }) => name}
            renderEntry={(one) => <Campaign of={one} />}
            add={w.lists.addCampaign}
            renderForm={(one, close) => <CampaignForm of={one} reload={reload} onClose={close} />}
          />
        </>
      )}
    </LookedPage>
  );
}

function Campaign({ of }: { of: Listed }) {
  const w = centreWords().lists;
  const course = courseOf(of, today());
  return (
    <p>
      <span class="number">{of.code}</span> · {say(w.days, { from: sayDate(of.from), to: sayDate(of.to) })} ·{' '}
      <strong>{w[course]}</strong>
    </p>
  );
}

function CampaignForm({
  of,
  reload,
  onClose,
}: {
  /** Absent for a new one. */
  of: Listed | undefined;
  reload: () => Promise<void>;
  onClose: () => void;
}) {
  const w = centreWords();
  const all = centre().forms.campaign;
  const shapes = of === undefined ? all : all.filter(({ name }) => name !== 'code');
  return (
    <CentreForm
      command="campaign"
      place={{ code: of?.code ?? '' }}
      etag={etagOf(of ?? { revision: 0 })}
      empty={typedOf(shapes, of)}
      body={(typed: Typed) =>
        ({ ...bodyOf(shapes, typed), ...(of === undefined ? {} : { code: of.code }) }) as DirectoryBodies['campaign']
      }
      submit={w.hub.save}
      reload={reload}
      onDone={onClose}
      onClose={onClose}
    >
      {(form) => (
        <SchemaFields
          form={form}
          shapes={shapes}
          called={{ code: w.lists.code, to: w.lists.until }}
          hints={{ code: w.lists.campaignCodeHint }}
        />
      )}
    </CentreForm>
  );
}
