import { configureGlobal } from 'fast-check';

export * from 'fast-check';

/** A commit is tried with the same examples wherever it is tried. Another day brings others. */
const seed = Number(process.env['BESA_SEED_OF_TESTS']);

if (Number.isSafeInteger(seed)) configureGlobal({ seed });
