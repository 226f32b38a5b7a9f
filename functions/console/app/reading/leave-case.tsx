import { go } from '../frame/route.ts';
import { words } from '../frame/texts.ts';
import { dropText, hasText } from './opened.ts';

/** Closes the text at once and leads to the queue. It stands in sight as long as a text is open. */
export function LeaveCase({ number }: { number: string }) {
  if (!hasText(number)) return null;
  return (
    <button
      type="button"
      class="leave"
      onClick={() => {
        dropText(number);
        go('/cases');
      }}
    >
      {words().reading.leave}
    </button>
  );
}
