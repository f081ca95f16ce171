import { IdempotencyKeys } from './idempotency-keys';

function counted() {
  let made = 0;
  return new IdempotencyKeys(() => `key-${++made}`);
}

describe('IdempotencyKeys', () => {
  it('reuses the key of an action while it is retried', async () => {
    const keys = counted();
    const seen: string[] = [];
    const lost = (key: string) => {
      seen.push(key);
      return Promise.reject(new Error('answer lost'));
    };
    await expect(keys.run('save', lost)).rejects.toThrow();
    await expect(keys.run('save', lost)).rejects.toThrow();
    await keys.run('save', async (key) => seen.push(key));
    expect(seen).toEqual(['key-1', 'key-1', 'key-1']);
  });

  it('creates a new key after an action has finished', async () => {
    const keys = counted();
    expect(await keys.run('save', async (key) => key)).toBe('key-1');
    expect(await keys.run('save', async (key) => key)).toBe('key-2');
  });

  it('uses different keys for different actions', async () => {
    const keys = counted();
    const [one, other] = await Promise.all([keys.run('a', async (key) => key), keys.run('b', async (key) => key)]);
    expect(one).not.toBe(other);
  });

  it('creates unique keys', async () => {
    const keys = new IdempotencyKeys();
    const one = await keys.run('a', async (key) => key);
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(await keys.run('a', async (key) => key)).not.toBe(one);
  });
});
