import { etagOf } from '#shared/contracts/http/entity-tags.ts';
import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import type { DirectoryAnswers } from '../api/answers.ts';
import { CentreForm } from '../centre/centre-form.tsx';
import { LookedPage } from '../centre/looked-page.tsx';
import { bodyOf, typedOf, type Typed } from '../centre/schema-body.ts';
import { SchemaFields } from '../centre/schema-fields.tsx';
import { may } from '../frame/people.ts';
import { centre, centreWords, labelOf, labels, say, texts } from '../frame/texts.ts';
import { Entries } from './entries.tsx';

type Listed = DirectoryAnswers['Platforms']['platforms'][number];

/** Whether a platform is one of the country's, and no addition of the centre. */
const isOfPack = (code: string): boolean => Object.hasOwn(labels().platforms, code);

const nameOf = ({ code, name }: Listed): string => name ?? labelOf('platforms', code);

/** Where nobody can be asked, there is nothing to set: of what happened by telephone, say. */
const canTakeNotices = ({ code, way }: Listed): boolean =>
  way !== undefined || !isOfPack(code) || texts().country.noticePlatforms.includes(code);

/** Those that take notices come first, each by name. */
function byUse(one: Listed, other: Listed): number {
  const waits = ({ way }: Listed): number => (way === undefined ? 1 : 0);
  return waits(one) - waits(other) || nameOf(one).localeCompare(nameOf(other));
}

/** Where takedown notices go, and how. Administrators change it, and add platforms of the centre's own. */
export function PlatformsPage() {
  const w = centreWords();
  const isEditable = may('manage_directory');
  return (
    <LookedPage<DirectoryAnswers['Platforms']> title={w.hub.pages.platforms} path="/v1/directory/platforms">
      {({ body, reload }) => {
        const platforms = body.platforms.filter(canTakeNotices);
        return (
          <>
            <p>{w.lists.platformsMean}</p>
            {isEditable ? null : <p class="quiet">{w.lists.onlyLook}</p>}
            <Entries
              entries={platforms.filter(({ way }) => isEditable || way !== undefined).toSorted(byUse)}
              title={nameOf}
              renderEntry={(one) => <Platform of={one} />}
              add={w.lists.addPlatform}
              renderForm={
                isEditable ? (one, close) => <PlatformForm of={one} reload={reload} onClose={close} /> : undefined
              }
            />
            {isEditable ? null : <WithoutWay platforms={platforms.filter(({ way }) => way === undefined)} />}
          </>
        );
      }}
    </LookedPage>
  );
}

/** For whoever only looks, those that take no notices yet are one sentence. */
function WithoutWay({ platforms }: { platforms: readonly Listed[] }) {
  if (platforms.length === 0) return null;
  const names = platforms.map(nameOf).toSorted((one, other) => one.localeCompare(other));
  return <p>{say(centreWords().lists.withoutWay, { names: names.join(', ') })}</p>;
}

function Platform({ of: { code, way, to = '' } }: { of: Listed }) {
  const w = centreWords().lists;
  return (
    <>
      {isOfPack(code) ? null : <p class="quiet">{w.ofCentre}</p>}
      {way === undefined ? (
        <p class="quiet">
          {w.noWay} {w.enterWay}
        </p>
      ) : (
        <p>{say(w.notice, { way: labelOf('noticeWays', way), to })}</p>
      )}
    </>
  );
}

function PlatformForm({
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
  const all = centre().forms.platform;
  const known = all.filter(({ name }) => name !== 'code' && (name !== 'name' || !isOfPack(of?.code ?? '')));
  const shapes = of === undefined ? all : known;
  return (
    <CentreForm
      command="platform"
      place={{ code: of?.code ?? '' }}
      etag={etagOf(of ?? { revision: 0 })}
      empty={typedOf(shapes, of)}
      body={(typed: Typed) =>
        ({ ...bodyOf(shapes, typed), ...(of === undefined ? {} : { code: of.code }) }) as DirectoryBodies['platform']
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
          labelsOf={{ way: 'noticeWays' }}
          called={{ code: w.lists.code, to: w.lists.where }}
          hints={{ code: w.lists.codeHint, to: w.lists.toHint }}
        />
      )}
    </CentreForm>
  );
}
