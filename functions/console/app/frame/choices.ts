import { signal, type Signal } from '@preact/signals';
import { onDevice } from '../kept.ts';

/* What the person has chosen on this machine. Only a code of each is kept. */

/** A choice that is kept as `on` or `off`. */
function choice(key: string, without: 'on' | 'off'): { value: Signal<boolean>; set: (isOn: boolean) => void } {
  const value = signal((onDevice.get(key) ?? without) === 'on');
  return {
    value,
    set: (isOn) => {
      value.value = isOn;
      onDevice.set(key, isOn ? 'on' : 'off');
    },
  };
}

/** The roles whose guide somebody has put away on this machine. */
const guidesKey = 'besa.guides-read';
const guidesRead = signal<readonly string[]>((onDevice.get(guidesKey) ?? '').split(' '));

export function isGuideRead(role: string): boolean {
  return guidesRead.value.includes(role);
}

export function putGuideAway(role: string): void {
  guidesRead.value = [...guidesRead.value.filter((one) => one !== ''), role];
  onDevice.set(guidesKey, guidesRead.value.join(' '));
}

/** Whether something new on the first page is heard. */
export const sound = choice('besa.sound', 'off');

/** Whether single letters do something. Source: https://www.w3.org/TR/WCAG22/#character-key-shortcuts */
export const letters = choice('besa.keys', 'on');
