import { centreWords } from '../frame/texts.ts';
import { Titled } from '../frame/titled.tsx';
import { PageList } from './page-list.tsx';

/** Where all pages about the centre itself are found. */
export function HubPage() {
  return (
    <Titled title={centreWords().hub.title}>
      <PageList />
    </Titled>
  );
}
