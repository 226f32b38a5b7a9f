import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startTinyBesa } from '../tiny-besa.ts';
import type { TinyBesa } from '../tiny-besa.ts';

const deadLettersOf = async (besa: TinyBesa): Promise<number | undefined> =>
  (await besa.queues()).find(({ name }) => name === 'doer')?.deadLetters;

/** The command as an operator types it; answers with what it prints. */
async function redrive(...given: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['infra/operations/redrive.ts', ...given]);
  return stdout;
}

describe('the dead letters of a function', () => {
  it('are tried again on command once the cause is mended, and take effect once', async () => {
    const besa = await startTinyBesa();
    const broken = besa.faults.inject(
      (call) => call.function === 'doer',
      { kind: 'error', code: 'AccessDeniedException' },
      Infinity,
    );
    await besa.put({ id: 'a' });
    await besa.clock.advance(10 * 60_000);
    expect(await deadLettersOf(besa)).toBe(1);
    expect(await besa.row('a', 'DONE')).toBeUndefined();

    broken.remove();
    expect(await redrive('doer', '--local', besa.url)).toBe('1 back in the queue (doer).\n');
    await besa.quiet();
    expect(await deadLettersOf(besa)).toBe(0);
    expect(await besa.row('a', 'DONE')).toMatchObject({ times: '1' });
    expect(await redrive('doer', '--local', besa.url)).toBe('0 back in the queue (doer).\n');
  });

  it('that nobody can do are thrown away on command, and nothing else is', async () => {
    const besa = await startTinyBesa();
    await Promise.all([besa.put({ id: 'good' }), besa.put({ id: 'bad', note: 'poison' })]);
    await besa.clock.advance(10 * 60_000);
    expect(await deadLettersOf(besa)).toBe(1);
    expect(await redrive('doer', '--local', besa.url, '--discard')).toBe('1 thrown away (doer).\n');
    await besa.clock.advance(10 * 60_000);
    expect(await deadLettersOf(besa)).toBe(0);
    expect(await besa.row('good', 'DONE')).toMatchObject({ times: '1' });
  });

  it('are only those of a function that has a queue', async () => {
    const besa = await startTinyBesa();
    await expect(redrive('taker', '--local', besa.url)).rejects.toThrow('No queue feeds taker.');
    await expect(redrive('doer')).rejects.toThrow('Say whose dead letters and where');
    await expect(redrive('mail-feedback', '--local', besa.url, '--discard')).rejects.toThrow('the only copy');
    const wrong = await fetch(`${besa.url}/local/redrive`, { method: 'POST', body: '{}' });
    expect(wrong.status).toBe(400);
  });
});
