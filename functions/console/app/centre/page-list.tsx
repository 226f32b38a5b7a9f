import { Link } from '../frame/link.tsx';
import { centreWords } from '../frame/texts.ts';
import { centrePages } from './centre-pages.tsx';

/** All pages about the centre itself that this person has, each with what it is for. */
export function PageList() {
  const w = centreWords().hub;
  return (
    <ul class="hub">
      {centrePages().map(({ name, path }) => (
        <li key={name}>
          <Link to={path}>{w.pages[name]}</Link>
          <span class="quiet">{w.means[name]}</span>
        </li>
      ))}
    </ul>
  );
}
