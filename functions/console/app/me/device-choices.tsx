import { letters, sound } from '../frame/choices.ts';
import { centreWords } from '../frame/texts.ts';
import { onDutyPhone, setDutyPhone } from '../sign-in/session.ts';
import { playTone } from '../home/tone.ts';

/** What the person chooses for this device. */
export function DeviceChoices() {
  const w = centreWords().me;
  return (
    <section class="device" aria-labelledby="device-title">
      <h2 id="device-title">{w.device}</h2>
      <Chosen
        id="duty-phone"
        label={w.dutyPhone}
        means={w.dutyPhoneMeans}
        isOn={onDutyPhone.value}
        set={(isOn) => setDutyPhone(isOn)}
      />
      <Chosen
        id="sound"
        label={w.sound}
        means={w.soundMeans}
        isOn={sound.value.value}
        set={(isOn) => {
          sound.set(isOn);
          if (isOn) playTone();
        }}
      />
      <Chosen
        id="letters"
        label={w.letters}
        means={w.lettersMean}
        isOn={letters.value.value}
        set={(isOn) => letters.set(isOn)}
      />
    </section>
  );
}

function Chosen({
  id,
  label,
  means,
  isOn,
  set,
}: {
  id: string;
  label: string;
  means: string;
  isOn: boolean;
  set: (isOn: boolean) => void;
}) {
  return (
    <div class="chosen">
      <label class="option">
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          aria-describedby={`${id}-means`}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <p class="hint" id={`${id}-means`}>
        {means}
      </p>
    </div>
  );
}
