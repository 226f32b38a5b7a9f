import { render } from 'preact';
import { App } from './frame/app.tsx';
import { start } from './frame/start.ts';
import { canSignIn } from './kept.ts';

const place = document.querySelector('#app');
/** Shows one of the sentences that the document holds, for when the console has no texts of its own yet. */
const tell = (sentence: string): void => document.querySelector(`#${sentence}`)?.removeAttribute('hidden');

// Whoever is sent to the sign-in page without this would not find back.
if (!canSignIn()) tell('unkept');
else if (place !== null) {
  try {
    await start();
    render(<App />, place);
  } catch {
    // Without its texts the console can say nothing of its own.
    tell('unreached');
  }
}
