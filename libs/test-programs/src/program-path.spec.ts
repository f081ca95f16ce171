import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { findProgram, MissingProgramError, programPath } from '.';

let folder: string;
let said: jest.SpyInstance;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canar-programs-'));
  said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  said.mockRestore();
  rmSync(folder, { recursive: true });
});

function install(name: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

describe('findProgram', () => {
  it('finds the first executable candidate on the PATH', () => {
    mkdirSync(join(folder, 'empty'));
    const path = install('valkey-server');
    expect(findProgram('redis-server', { PATH: [join(folder, 'empty'), folder].join(delimiter) })).toBe(path);
  });

  it('ignores folders and files that are not executable', () => {
    mkdirSync(join(folder, 'redis-server'));
    install('pdftotext', 0o644);
    expect(findProgram('redis-server', { PATH: folder })).toBeNull();
    expect(findProgram('pdftotext', { PATH: folder })).toBeNull();
  });

  it('prefers the path in its variable and does not fall back from a wrong one', () => {
    install('redis-server');
    const own = install('my-redis');
    expect(findProgram('redis-server', { PATH: folder, REDIS_SERVER_PATH: own })).toBe(own);
    expect(findProgram('redis-server', { PATH: folder, REDIS_SERVER_PATH: join(folder, 'gone') })).toBeNull();
  });
});

describe('programPath', () => {
  it('reports once how to install a missing program outside of CI', () => {
    expect(programPath('pdftotext', { PATH: folder })).toBeNull();
    expect(programPath('pdftotext', { PATH: folder })).toBeNull();
    expect(said).toHaveBeenCalledTimes(1);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('install'));
  });

  it('throws for a missing program in CI', () => {
    expect(() => programPath('redis-server', { PATH: folder, CI: 'true' })).toThrow(MissingProgramError);
  });

  it('finds an installed program in CI', () => {
    const path = install('redis-server');
    expect(programPath('redis-server', { PATH: folder, CI: 'true' })).toBe(path);
  });
});
