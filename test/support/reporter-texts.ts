import { everyReporterText } from '#infra/documents/sentence-facts.ts';
import { country } from '#shared/country/current.ts';

/** Everything that reporters read of the country in use, in the first answers and with their code. */
export const reporterTexts = await everyReporterText(country);
