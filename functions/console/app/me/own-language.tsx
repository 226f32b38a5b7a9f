import { CentreForm } from '../centre/centre-form.tsx';
import { Choice } from '../form/fields.tsx';
import { followRecord } from '../frame/start.ts';
import { centreWords, texts } from '../frame/texts.ts';

/** The language of one's record. It holds for mails and on every device. */
export function OwnLanguage({ present, reload }: { present: string; reload: () => Promise<void> }) {
  const w = centreWords().me;
  const { languages, languageNames } = texts().country;
  return (
    <section aria-labelledby="language-title">
      <h2 id="language-title">{w.language}</h2>
      <CentreForm
        command="ownLanguage"
        empty={{ language: present }}
        body={({ language }) => ({ language })}
        submit={w.saved}
        isPrimary={false}
        reload={reload}
        onDone={() => void followRecord()}
      >
        {(form) => (
          <Choice
            form={form}
            name="language"
            label={w.languageFor}
            hint={w.languageMeans}
            options={languages.map((code) => ({ code, label: languageNames[code] ?? code }))}
          />
        )}
      </CentreForm>
    </section>
  );
}
