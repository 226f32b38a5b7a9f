import type { CaseView } from '../api/answers.ts';
import type { Form } from '../form/form-fields.ts';
import { Choices, type Of } from '../form/fields.tsx';
import { labelOf, say, words } from '../frame/texts.ts';
import { Link } from '../frame/link.tsx';
import { pathOfTab } from '../case/tabs.tsx';
import { gateIsWanted, openedText } from '../reading/opened.ts';

/** The positions that somebody ticks, as the API counts them in the whole case. */
export interface Ticks {
  addresses: readonly string[];
  accounts: readonly string[];
}

/** Says that the case must be read first, and leads there. The panel stays open. */
export function ReadFirst({ view }: { view: CaseView }) {
  const w = words().referrals;
  return (
    <>
      <p class="warning">{w.readFirst}</p>
      {view.may.includes('read_case') ? <ToReading /> : null}
    </>
  );
}

/** The focus goes to what stands before the text. */
function ToReading() {
  const onGo = (): void => {
    gateIsWanted.value = true;
  };
  return (
    <Link to={pathOfTab('report')} onGo={onGo}>
      {words().referrals.toRead}
    </Link>
  );
}

/** Addresses and accounts of the opened page, each to be ticked by its position. None is ticked beforehand. */
export function PositionTicks<Fields extends Ticks>({
  form,
  view,
  gives,
}: {
  form: Form<Fields>;
  view: CaseView;
  gives: readonly ('addresses' | 'accounts')[];
}) {
  const w = words().referrals;
  const text = openedText(view.caseNumber).value?.text;
  if (text === undefined) return <ReadFirst view={view} />;
  const { addresses, addressPositions, addressesWithheld } = text;
  const positionOf = (kind: 'urls' | 'accounts', index: number): string =>
    String(addressPositions?.[kind]?.[index] ?? index);
  const urls = (addresses?.urls ?? []).map((label, index) => ({ code: positionOf('urls', index), label }));
  const accounts = (addresses?.accounts ?? []).map(({ platform, handle }, index) => ({
    code: positionOf('accounts', index),
    label: `${labelOf('platforms', platform)} ${handle}`.trim(),
  }));
  const isWithheld = addressesWithheld !== undefined && addresses?.urls === undefined;
  return (
    <>
      {gives.includes('addresses') ? (
        isWithheld ? (
          <p class="warning">{w.addressesWithheld}</p>
        ) : (
          <Places form={form} name="addresses" options={urls} />
        )
      ) : null}
      {gives.includes('accounts') ? <Places form={form} name="accounts" options={accounts} /> : null}
    </>
  );
}

function Places<Fields extends Ticks>({
  form,
  name,
  options,
}: {
  form: Form<Fields>;
  name: 'addresses' | 'accounts';
  options: readonly { code: string; label: string }[];
}) {
  const w = words().referrals;
  const elsewhere = form.fields[name].filter((code) => !options.some((one) => one.code === code)).length;
  return (
    <div class="places">
      <Choices
        form={form}
        name={name as Of<Fields, readonly string[]>}
        label={words().reading[name]}
        hint={options.length === 0 ? w.noneHere : undefined}
        options={options}
      />
      {elsewhere === 0 ? null : <p class="quiet">{say(w.tickedElsewhere, { count: String(elsewhere) })}</p>}
    </div>
  );
}
