import { render } from 'preact';
import { App } from './frame/app.tsx';
import { start } from './frame/start.ts';

const place = document.querySelector('#app');
if (place !== null) {
  try {
    await start();
    render(<App />, place);
  } catch {
    // Without its texts the console can say nothing of its own.
    document.querySelector('#unreached')?.removeAttribute('hidden');
  }
}
