import { Link } from '../frame/link.tsx';
import { centreWords } from '../frame/texts.ts';
import { Titled } from '../frame/titled.tsx';
import { centrePages } from './centre-pages.tsx';

/** All pages about the centre itself that this person has, each with what it is for. */
export function HubPage() {
  const w = centreWords().hub;
  return (
    <Titled title={w.title}>
      <ul class="hub">
        {centrePages().map(({ name, path }) => (
          <li key={name}>
            <Link to={path}>{w.pages[name]}</Link>
            <span class="quiet">{w.means[name]}</span>
          </li>
        ))}
      </ul>
    </Titled>
  );
}
