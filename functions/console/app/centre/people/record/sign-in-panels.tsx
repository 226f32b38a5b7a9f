import { Tick } from '../../../form/fields.tsx';
import { centreWords, labelOf } from '../../../frame/texts.ts';
import { CentreForm } from '../../centre-form.tsx';
import type { PersonPanelProps } from './seen-person.ts';

const isOut = ({ active, barred }: PersonView): boolean => !active || barred === true;

/** The button. Of somebody who is out already, there is only the doubt to record, or the decision to ask for again. */
export function suspensionTitle(person: PersonView): string {
  const { panels, recordDistrust, askAgain } = centreWords().people;
  if (!isOut(person)) return panels.suspension;
  return person.distrusted === undefined ? recordDistrust : askAgain;
}
import { kindOf, type PersonView } from '../person-rules.ts';

/** Ends somebody's sign-in, at any hour and by one administrator. */
export function SuspensionPanel({ seen: { person, etag }, reload, onClose, onDone }: PersonPanelProps) {
  const w = centreWords().people;
  const means = kindOf(person) === 'account' ? w.suspensionMeans : w.contactSuspension;
  return (
    <>
      <p>{isOut(person) ? w.suspensionAgain : means}</p>
      <CentreForm
        command="suspension"
        place={{ person: person.id }}
        etag={etag}
        empty={{ distrusted: isOut(person) && person.distrusted === undefined }}
        submit={suspensionTitle(person)}
        reload={reload}
        onDone={onDone}
        onClose={onClose}
        body={({ distrusted }) => (distrusted ? { distrusted: true } : {})}
      >
        {(form) => (
          <Tick form={form} name="distrusted" label={labelOf('fields', 'distrusted')} hint={w.distrustMeans} />
        )}
      </CentreForm>
    </>
  );
}

/** Brings somebody back, once another administrator agrees. */
export function ReturnPanel({ seen: { person, etag }, reload, onClose, onDone }: PersonPanelProps) {
  const w = centreWords().people;
  return (
    <>
      <p>{w.returnMeans}</p>
      <CentreForm
        command="return"
        place={{ person: person.id }}
        etag={etag}
        empty={{}}
        body={() => ({})}
        submit={w.panels.return}
        reload={reload}
        onDone={onDone}
        onClose={onClose}
      />
    </>
  );
}
