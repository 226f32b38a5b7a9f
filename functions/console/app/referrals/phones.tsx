import { dialled } from '../duty/duty.ts';
import { words } from '../frame/texts.ts';

/** The numbers of an institution to call. */
export function Phones({ phones = [] }: { phones?: readonly string[] | undefined }) {
  if (phones.length === 0) return null;
  return (
    <p>
      {words().referrals.call}:{' '}
      {phones.map((phone, index) => (
        <span key={phone}>
          {index === 0 ? '' : ' · '}
          <a class="phone" href={dialled(phone)}>
            {phone}
          </a>
        </span>
      ))}
    </p>
  );
}
