import type { Imported } from './api/types';
import { deletePendingImport, readPendingImport, writePendingImport } from './pending-import';

jest.mock('idb-keyval');

const imported = { document: { basics: { name: 'Mina' } } } as unknown as Imported;
const day = 24 * 3_600_000;

describe('a pending import', () => {
  it('stores a pending import for 24 hours', async () => {
    await writePendingImport({ imported, at: 1_000 });
    expect(await readPendingImport(1_000 + day - 1)).toEqual({ imported, at: 1_000 });
    expect(await readPendingImport(1_000 + day)).toBeNull();
    expect(await readPendingImport(1_000)).toBeNull();
  });

  it('deletes a pending import when it is discarded', async () => {
    await writePendingImport({ imported, at: 1_000 });
    await deletePendingImport();
    expect(await readPendingImport(1_000)).toBeNull();
  });
});
