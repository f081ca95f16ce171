import { StoppedError } from './launch.errors';
import { Lifetime } from './lifetime';

function thing(name: string, ends: string[]) {
  const end = (how: string) => () => {
    ends.push(`${how} ${name}`);
    return Promise.resolve();
  };
  return { close: end('close'), force: end('force') };
}

describe('Lifetime', () => {
  it('closes registered things once, in reverse order', async () => {
    const ends: string[] = [];
    const lifetime = new Lifetime();
    await lifetime.register(thing('database', ends));
    await lifetime.register(thing('api', ends));
    await Promise.all([lifetime.end(), lifetime.end()]);
    expect(ends).toEqual(['close api', 'close database']);
    expect(() => lifetime.check()).toThrow(StoppedError);
  });

  it('closes what is registered after the end began', async () => {
    const ends: string[] = [];
    const lifetime = new Lifetime();
    await lifetime.end();
    await expect(lifetime.register(thing('api', ends))).rejects.toThrow(StoppedError);
    expect(ends).toEqual(['close api']);
  });

  it('stops by force() what close() did not finish', async () => {
    const ends: string[] = [];
    const lifetime = new Lifetime();
    await lifetime.register({ ...thing('api', ends), close: () => new Promise(() => undefined) });
    void lifetime.end();
    await lifetime.force();
    expect(ends).toEqual(['force api']);
  });
});
