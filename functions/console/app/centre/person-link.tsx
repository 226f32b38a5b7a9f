import { Link } from '../frame/link.tsx';
import { may } from '../frame/people.ts';
import { centrePages } from './centre-pages.tsx';

/** A person by name: a link to their record for whoever changes it. */
export function PersonLink({ id, name }: { id: string; name: string }) {
  const isLed = may('manage_directory') && centrePages().some((page) => page.name === 'people');
  return isLed ? <Link to={`/people/${encodeURIComponent(id)}`}>{name}</Link> : <>{name}</>;
}
