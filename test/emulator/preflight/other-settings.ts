import { registerHooks } from 'node:module';
import type { Stage } from '#infra/stages.ts';
import { country } from '#shared/country/current.ts';
import type { Centre } from '#shared/domain/country-pack.ts';

/** What somebody has written otherwise into `infra/stages.ts`, about `dev`, and into the pack. */
export interface OtherSettings {
  stage?: Partial<Stage>;
  centre?: Partial<Centre>;
}

/** Where a stage is read. It is written otherwise here. */
export const settingsAsWritten = 'return stages[known]();';

/** The variable of the environment that holds them. */
export const otherSettings = 'BESA_OTHER_SETTINGS';

/*
 * node --import test/emulator/preflight/other-settings.ts infra/operations/preflight.ts --stage dev
 *
 * The command runs as it is, on files with other settings in them. Nobody can give it these in another way.
 */
const typed = process.env[otherSettings];
if (typed !== undefined) writeOtherwise(JSON.parse(typed) as OtherSettings);

function writeOtherwise({ stage = {}, centre = {} }: OtherSettings): void {
  Object.assign(country.centre, centre);
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      if (!url.endsWith('/infra/stages.ts')) return loaded;
      const text = Buffer.from(loaded.source as string | Uint8Array).toString();
      const instead = `return { ...stages[known](), ...(known === 'dev' ? ${JSON.stringify(stage)} : {}) };`;
      return { ...loaded, source: text.replace(settingsAsWritten, () => instead) };
    },
  });
}
