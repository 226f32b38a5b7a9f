import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { takedownNoticeAnswers, takedownNoticeWays } from '#shared/domain/case/case.ts';
import { look } from '../api/look.ts';
import type { CaseView, DirectoryAnswers } from '../api/answers.ts';
import { PanelButton } from '../case/case-bar.tsx';
import type { PanelProps } from '../case/panels.ts';
import type { TabProps } from '../case/tabs.tsx';
import { CommandForm } from '../form/command-form.tsx';
import { chosen } from '../form/missing.ts';
import { OneChoicePanel } from '../form/one-choice-panel.tsx';
import { Choice, Select, optionsOf } from '../form/fields.tsx';
import { sayAt } from '../frame/moments.ts';
import { me, nameOf } from '../frame/people.ts';
import { labelOf, labels, texts, words } from '../frame/texts.ts';
import { dropCopy, keepCopy, openedCopy, openedText } from '../reading/opened.ts';
import { PositionTicks, ReadFirst } from './ticks.tsx';

const field = (name: string): string => labels().fields[name] ?? name;

/** Which platforms were asked to take something down, and what they answered. */
export function Notices({ view }: TabProps) {
  const w = words().referrals;
  const { notices = [] } = view;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{words().case.notices}</h2>
      {notices.length === 0 ? <p class="quiet">{words().case.noNotices}</p> : null}
      <ul class="cards">
        {notices.map(({ id, platform, way, sentAt, sentBy, answer, answeredAt }) => (
          <li key={id} class="card">
            <h3>
              {labelOf('platforms', platform)}{' '}
              <span class="state">{answer === undefined ? w.waits : labelOf('noticeAnswers', answer)}</span>
            </h3>
            <p>
              {w.askedAt} {sayAt(sentAt)}, {labelOf('noticeWays', way)}, {nameOf(sentBy)}
              {answeredAt === undefined ? '' : ` · ${sayAt(answeredAt)}`}
            </p>
            <p class="actions">
              <PanelButton name="noticeAnswer" view={view} part={{ notice: id }} />
            </p>
          </li>
        ))}
      </ul>
      <p class="actions">
        <PanelButton name="copyForNotice" view={view} />
        <PanelButton name="notice" view={view} />
      </p>
    </section>
  );
}

/** The platforms of the pack that take notices, and those that the centre added. */
function usePlatforms(): { code: string; label: string }[] {
  const own = useSignal<DirectoryAnswers['Platforms']['platforms']>([]);
  useEffect(() => {
    if (me.value?.may.includes('see_platforms') !== true) return;
    void look<DirectoryAnswers['Platforms']>('/v1/directory/platforms').then((answer) => {
      if (answer.ok) own.value = answer.body.platforms;
    });
  }, []);
  const ofPack = optionsOf(texts().country.noticePlatforms, (code) => labelOf('platforms', code));
  const added = own.value.filter(({ code }) => !ofPack.some((one) => one.code === code));
  return [...ofPack, ...added.map(({ code, name }) => ({ code, label: name ?? code }))];
}

/** The platform of the case, where it takes notices. */
function platformOf({ assessed, reported }: CaseView): string {
  const platform = assessed?.platform ?? reported?.platform ?? '';
  return texts().country.noticePlatforms.includes(platform) ? platform : '';
}

/** Records that a platform was asked. */
export function RecordNotice({ view, place, onClose }: PanelProps) {
  const w = words().referrals;
  const platforms = usePlatforms();
  const platform = platformOf(view);
  return (
    <CommandForm
      command="notice"
      place={place}
      empty={{ platform, way: '' }}
      body={(fields) => {
        const way = chosen(takedownNoticeWays, fields.way);
        if (fields.platform === '') return w.missing.platform;
        return way === undefined ? w.missing.way : { platform: fields.platform, way };
      }}
      submit={labelOf('commands', 'notice')}
      onDone={onClose}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Select form={form} name="platform" label={field('platform')} none={w.choose} options={platforms} />
          <Choice
            form={form}
            name="way"
            label={field('way')}
            options={optionsOf(takedownNoticeWays, (code) => labelOf('noticeWays', code))}
          />
        </>
      )}
    </CommandForm>
  );
}

/** What the platform answered, or that nobody waits any more. */
export function AnswerOfPlatform(panel: PanelProps) {
  const notice = panel.view.notices?.find(({ id }) => id === panel.place['notice']);
  return (
    <OneChoicePanel
      panel={panel}
      command="noticeAnswer"
      field="answer"
      codes={takedownNoticeAnswers}
      group="noticeAnswers"
      body={(answer) => ({ answer })}
    >
      <p>
        <strong>{labelOf('platforms', notice?.platform)}</strong>
      </p>
    </OneChoicePanel>
  );
}

const none: readonly string[] = [];

/** The addresses that somebody ticks, as typed, to be pasted into the form of a platform. They are kept nowhere. */
export function CopyForNotice({ view, place, onClose }: PanelProps) {
  const w = words().referrals;
  const number = view.caseNumber;
  const platforms = usePlatforms();
  useEffect(() => () => dropCopy(number, 'notice', ''), [number]);
  const copy = openedCopy(number, 'notice', '');
  const platform = platformOf(view);
  if (openedText(number).value === undefined) return <ReadFirst view={view} />;
  return (
    <>
      <CommandForm
        command="copyForNotice"
        place={place}
        empty={{ platform, addresses: none, accounts: none }}
        body={(chosen) => {
          const [addresses, accounts] = [chosen.addresses.map(Number), chosen.accounts.map(Number)];
          if (addresses.length + accounts.length === 0) return w.missing.ticks;
          return { platform: chosen.platform === '' ? undefined : chosen.platform, addresses, accounts };
        }}
        submit={labelOf('commands', 'copyForNotice')}
        isPrimary={copy === undefined}
        onDone={({ text }) => keepCopy(number, '', { kind: 'notice', text })}
        onClose={onClose}
      >
        {(form) => (
          <>
            <Select form={form} name="platform" label={field('platform')} none={w.choose} options={platforms} />
            <PositionTicks form={form} view={view} gives={['addresses', 'accounts']} />
          </>
        )}
      </CommandForm>
      {copy === undefined ? null : <ToPaste text={copy.text} />}
    </>
  );
}

/** The text with the addresses as typed. Nothing here can be followed. */
function ToPaste({ text }: { text: string }) {
  const w = words().referrals;
  const said = useSignal('');
  const copyIt = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        said.value = w.copied;
      },
      () => {
        said.value = w.notCopied;
      },
    );
  };
  return (
    <div class="field">
      <label for="to-paste">{w.noticeText}</label>
      <span class="hint" id="to-paste-hint">
        {w.noticeHint}
      </span>
      <textarea
        id="to-paste"
        class="address"
        readOnly
        rows={Math.min(10, text.split('\n').length + 1)}
        spellcheck={false}
        aria-describedby="to-paste-hint"
        value={text}
      />
      <p class="actions">
        <button type="button" class="primary" onClick={copyIt}>
          {w.copy}
        </button>
      </p>
      <output>{said.value}</output>
    </div>
  );
}
