import { describe, expect, it } from 'vitest';
import { keptIn } from '#functions/console/app/kept.ts';

const storage = (changed: Partial<Storage> = {}): Storage => {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    key: () => null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    ...changed,
  };
};

const forbidden = (): Storage => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('what a browser keeps', () => {
  it('is what was set last, until it is removed', () => {
    const inBrowser = storage();
    const kept = keptIn(() => inBrowser);
    expect(kept.get('a')).toBeUndefined();
    expect(kept.set('a', '1')).toBe(true);
    expect(inBrowser.getItem('a')).toBe('1');
    expect(kept.get('a')).toBe('1');
    kept.remove('a');
    expect(kept.get('a')).toBeUndefined();
    expect(inBrowser.getItem('a')).toBeNull();
  });

  it.each([
    ['forbids it', forbidden],
    // Some views of web pages within an application have none.
    ['has none', () => null as unknown as Storage],
  ])('is in memory where it %s', (_, none) => {
    const kept = keptIn(none);
    expect(kept.get('a')).toBeUndefined();
    expect(kept.set('a', '1')).toBe(false);
    expect(kept.get('a')).toBe('1');
    kept.remove('a');
    expect(kept.get('a')).toBeUndefined();
  });

  it('never gives an old value for one that found no room', () => {
    let isFull = false;
    const room = storage();
    const inBrowser = storage({
      getItem: (key) => room.getItem(key),
      removeItem: (key) => room.removeItem(key),
      setItem: (key, value) => {
        if (isFull) throw new DOMException('Full.', 'QuotaExceededError');
        room.setItem(key, value);
      },
    });
    const kept = keptIn(() => inBrowser);
    kept.set('token', 'first');
    isFull = true;
    expect(kept.set('token', 'second')).toBe(false);
    expect(kept.get('token')).toBe('second');
    expect(keptIn(() => inBrowser).get('token')).toBeUndefined();
    isFull = false;
    expect(kept.set('token', 'third')).toBe(true);
    expect(kept.get('token')).toBe('third');
    expect(inBrowser.getItem('token')).toBe('third');
  });
});
