import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CaseView } from '../api/answers.ts';
import { CommandButton } from '../form/command-button.tsx';
import { words } from '../frame/texts.ts';
import { ringsFor } from '../night/ladder.ts';
import { isHard } from './hard-texts.ts';
import { keepText, type OpenedText } from './opened.ts';

/** How many messages or notes a page goes back at most. */
const step = 100;

/** Where the page before this one begins. */
export const pageBefore = (first: number): number => Math.max(1, first - step);

/** Opens another page of the texts of a case. What it does not show stays as it was. */
export function PageButton({
  view,
  opened: { text, reason },
  page,
  direction,
  count,
}: {
  view: CaseView;
  opened: OpenedText;
  page: Pick<CommandBodies['read'], 'fromMessage' | 'fromNote'>;
  direction: 'earlier' | 'later';
  /** How many are not shown there. */
  count: number;
}) {
  if (count <= 0) return null;
  const [firstMessage, firstNote] = [text.messages[0]?.number, text.notes[0]?.number];
  const isNews = direction === 'later' && view.unreadSince !== undefined && !ringsFor(view);
  const body = {
    ...(reason === undefined ? {} : { reason }),
    ...(firstMessage === undefined ? {} : { fromMessage: firstMessage }),
    ...(firstNote === undefined ? {} : { fromNote: firstNote }),
    ...page,
  };
  return (
    <CommandButton
      command="read"
      place={{ number: view.caseNumber, ...Object.fromEntries(Object.entries(page).map(([of, n]) => [of, String(n)])) }}
      body={body}
      // What a reporter wrote since is read before anything else is done.
      isPrimary={page.fromMessage !== undefined && isNews}
      label={`${words().reading[direction]} (${count})`}
      onDone={(answer) => keepText(view.caseNumber, { text: answer, reason, isHard: isHard(view) })}
    />
  );
}
