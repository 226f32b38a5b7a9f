import { letters } from './choices.ts';
import { isHelpOpen } from './help-open.ts';
import { keys } from './keys.ts';
import { words } from './texts.ts';

/** All keys of the console, as the table has them. */
export function KeyHelp() {
  const w = words().keys;
  const close = (): void => {
    isHelpOpen.value = false;
  };
  return (
    <dialog
      class="help"
      aria-labelledby="keys-title"
      onClose={close}
      ref={(dialog) => {
        if (dialog?.open === false) dialog.showModal();
      }}
    >
      <h2 id="keys-title">{w.title}</h2>
      {letters.value.value ? null : <p>{w.off}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{w.key}</th>
            <th scope="col">{w.does}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ keys: [first, then], does }) => (
            <tr key={does}>
              <td>
                <kbd>{first}</kbd>
                {then === undefined ? null : (
                  <>
                    {' '}
                    {w.afterwards} <kbd>{then}</kbd>
                  </>
                )}
              </td>
              <td>{w.actions[does]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="actions">
        <button type="button" class="primary" onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()}>
          {words().frame.close}
        </button>
      </p>
    </dialog>
  );
}
