import { Link } from '../frame/link.tsx';
import { centreWords } from '../frame/texts.ts';
import { Titled } from '../frame/titled.tsx';
import { centrePages } from './centre-pages.tsx';

/** All pages about the centre itself that this person has. */
export function HubPage() {
  return (
    <Titled title={centreWords().hub.title}>
      <PageList />
    </Titled>
  );
}

/** The same as a list, each page with what it is for. */
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
