import { z } from 'zod';
import { parseApiEnv } from '@canar/api-env';
import { Config } from '../config/config';
import { Signer } from './signer';

const secrets = { current: 'c'.repeat(32), former: 'f'.repeat(32) };

function config(JWT_SECRET: string, JWT_SECRET_PREVIOUS?: string): Config {
  const DATABASE_URL = 'postgresql://canar_app@127.0.0.1/canar';
  return new Config(parseApiEnv({ DATABASE_URL, SANDBOX_SECRET: 's'.repeat(32), JWT_SECRET, JWT_SECRET_PREVIOUS }));
}

const now = new Date('2026-11-29T12:00:00Z');
const text = z.string();
const signer = Signer.of(config(secrets.current), 'upload');

describe('Signer.seal', () => {
  it('opens a sealed value', () => {
    expect(signer.open(signer.seal({ bytes: 7 }), z.object({ bytes: z.int() }), { now })).toEqual({ bytes: 7 });
  });

  it('opens a token until it expires and not from then on', () => {
    const token = signer.seal('value', { expiresAt: now });
    expect(signer.open(token, text, { now: new Date(now.getTime() - 1) })).toBe('value');
    expect(signer.open(token, text, { now })).toBeNull();
  });

  it('rejects a token of another purpose under the same secret', () => {
    const cursor = Signer.of(config(secrets.current), 'cursor').seal('value');
    expect(signer.open(cursor, text, { now })).toBeNull();
    const [id] = signer.seal('value').split('.');
    expect(signer.open(cursor.replace(/^[^.]+/, String(id)), text, { now })).toBeNull();
  });

  it('rejects a token of another context', () => {
    const token = signer.seal('value', { context: 'list a' });
    expect(signer.open(token, text, { now, context: 'list b' })).toBeNull();
    expect(signer.open(token, text, { now })).toBeNull();
    expect(signer.open(token, text, { now, context: 'list a' })).toBe('value');
  });

  it('rejects a token with any character replaced, removed or added', () => {
    const token = signer.seal('value', { expiresAt: new Date(now.getTime() + 1_000) });
    const altered = [...token].flatMap((character, at) => [
      token.slice(0, at) + (character === 'A' ? 'B' : 'A') + token.slice(at + 1),
      token.slice(0, at) + token.slice(at + 1),
    ]);
    for (const forged of [...altered, `${token}A`, `${token}.`, `.${token}`, '', '..']) {
      expect([forged, signer.open(forged, text, { now })]).toEqual([forged, null]);
    }
  });

  it('opens tokens of the former key, seals with the current, rejects unknown ids', () => {
    const former = Signer.of(config(secrets.former), 'upload').seal('value');
    const both = Signer.of(config(secrets.current, secrets.former), 'upload');
    expect(both.open(former, text, { now })).toBe('value');
    expect(signer.open(both.seal('value'), text, { now })).toBe('value');
    expect(signer.open(former, text, { now })).toBeNull();
  });

  it('rejects a value that is not of the expected form', () => {
    expect(signer.open(signer.seal(7), text, { now })).toBeNull();
  });
});

describe('Signer.sign', () => {
  const content = 'until=20422';

  it('verifies a signature of the current and of the former key only', () => {
    const former = Signer.of(config(secrets.former), 'media').sign(content);
    const both = Signer.of(config(secrets.current, secrets.former), 'media');
    expect([both.verify(content, both.sign(content)), both.verify(content, former)]).toEqual([true, true]);
    expect(Signer.of(config(secrets.current), 'media').verify(content, former)).toBe(false);
  });

  it('rejects a signature of another content, of another purpose, and a shortened one', () => {
    const media = Signer.of(config(secrets.current), 'media');
    const signature = media.sign(content);
    expect(media.verify('until=20423', signature)).toBe(false);
    expect(signer.verify(content, signature)).toBe(false);
    expect(media.verify(content, signature.slice(0, -1))).toBe(false);
    expect(media.verify(content, '')).toBe(false);
  });

  it('creates the same signatures as existing cookies and addresses', () => {
    expect(Signer.of(config(secrets.current), 'media').sign(content)).toBe(
      'Tjg2bMbemYgIl8QhEJ960AyLDotKxITecnRp89AdVyg',
    );
    expect(Signer.of(config(secrets.current), 'refresh-token').sign(content)).toBe(
      'UoNYcrMoqbDWkVOWy3Gm21hVrQDu2MiZHAi-eLXGi2g',
    );
  });
});
