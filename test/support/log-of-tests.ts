/**
 * What functions log goes to their standard output. Vitest keeps only what is said by `console` with its test, and shows
 * it when that test fails; so the log takes that way here, and a test that passes stays silent.
 */
process.stdout.write = (chunk: string | Uint8Array): boolean => {
  console.log(String(chunk).trimEnd());
  return true;
};
