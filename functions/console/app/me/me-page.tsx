import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Settings } from '../api/answers.ts';
import { look } from '../api/look.ts';
import { words } from '../frame/texts.ts';
import { Titled } from '../frame/titled.tsx';
import { DeviceChoices } from './device-choices.tsx';
import { Guide } from './guide.tsx';
import { OwnLanguage } from './own-language.tsx';
import { Reached } from './reached.tsx';
import { TestMail } from './test-mail.tsx';

/** Settings of oneself: this device, how one is reached, one's language, and the guide of one's role. */
export function MePage() {
  const settings = useSignal<Settings | undefined>(undefined);
  const isMissing = useSignal(false);
  const load = async (): Promise<void> => {
    const answer = await look<Settings>('/v1/me/settings');
    isMissing.value = !answer.ok;
    if (answer.ok) settings.value = answer.body;
  };
  useEffect(() => {
    void load();
  }, []);
  const of = settings.value;
  return (
    <Titled title={words().home.mySettings}>
      <DeviceChoices />
      {isMissing.value ? (
        <p class="refusal" role="alert">
          {words().frame.notReachedNow}
        </p>
      ) : null}
      {of === undefined ? (
        isMissing.value ? null : (
          <p>{words().frame.loading}</p>
        )
      ) : (
        <>
          <Reached of={of} />
          <TestMail of={of} reload={load} />
          <OwnLanguage present={of.language} reload={load} />
        </>
      )}
      <Guide />
    </Titled>
  );
}
