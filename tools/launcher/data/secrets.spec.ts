import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadSecrets } from './secrets';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canar-secrets-'));
  file = join(folder, 'secrets.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('loadSecrets', () => {
  it('creates random secrets once and loads them again', async () => {
    const first = await loadSecrets(file);
    expect(await loadSecrets(file)).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  });

  it('writes secrets readable by their user only', async () => {
    await loadSecrets(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keeps the secrets of an older version and adds missing ones', async () => {
    const { jwtSecret } = await loadSecrets(file);
    writeFileSync(file, JSON.stringify({ jwtSecret }));
    const completed = await loadSecrets(file);
    expect(completed.jwtSecret).toBe(jwtSecret);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(completed);
  });

  it.each(['{"jwtSecret":', '{"jwtSecret":"short"}', '[]'])(
    'rejects a damaged secrets file and leaves it: %s',
    async (text) => {
      writeFileSync(file, text);
      await expect(loadSecrets(file)).rejects.toThrow(/damaged/);
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
});
