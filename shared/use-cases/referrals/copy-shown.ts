import { defanged } from '../../contracts/http/staff/defanged.ts';
import type { DisclosedCopy } from '../../domain/referrals/disclosed-copy.ts';
import { isWithheldIn, shownText, shownWithin } from './shown-text.ts';

/** A copy as a screen shows it: addresses harmless, or withheld wherever they stand. Accounts are as typed. */
export function copyShown(copy: DisclosedCopy, withAddresses: boolean): Readonly<Record<string, unknown>> {
  const { addresses, accounts, narrative, thread, ...rest } = copy;
  const frame = shownWithin(rest, withAddresses) as object;
  const words = narrative === undefined ? undefined : shownText(narrative, withAddresses);
  const messages = thread?.map((message) => ({ ...message, ...shownText(message.text, withAddresses) }));
  const isWithheld =
    !withAddresses &&
    (addresses !== undefined ||
      [words ?? {}, ...(messages ?? [])].some(isWithheldIn) ||
      JSON.stringify(frame) !== JSON.stringify(rest));
  return {
    copy: {
      ...frame,
      ...(words === undefined ? {} : { narrative: words.text }),
      ...(words?.links === undefined ? {} : { narrativeLinks: words.links }),
      ...(addresses === undefined || !withAddresses ? {} : { addresses: addresses.map(defanged) }),
      ...(accounts === undefined ? {} : { accounts }),
      ...(messages === undefined ? {} : { thread: messages }),
    },
    ...(isWithheld ? { addressesWithheld: 'clearance' } : {}),
  };
}
