let context: AudioContext | undefined;

/**
 * A short tone, made here: no file is loaded. A browser lets a page be heard only after somebody touched it, so switching
 * the sound on plays it once.
 */
export function playTone(): void {
  context ??= new AudioContext();
  void context.resume();
  const begin = context.currentTime;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.2, begin);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.5);
  const tone = context.createOscillator();
  tone.frequency.value = 660;
  tone.connect(volume).connect(context.destination);
  tone.start(begin);
  tone.stop(begin + 0.5);
}
