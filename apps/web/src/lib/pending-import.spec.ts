import type { Imported } from './api/types';
import { deletePendingImport, readPendingImport, writePendingImport } from './pending-import';

jest.mock('idb-keyval');

const imported = { document: { basics: { name: 'Mina' } } } as unknown as Imported;
const day = 24 * 3_600_000;

describe('a pending import', () => {
  it('waits for 24 hours and is then deleted', async () => {
    await writePendingImport({ imported, at: 1_000 });
    expect(await readPendingImport(1_000 + day - 1)).toEqual({ imported, at: 1_000 });
    expect(await readPendingImport(1_000 + day)).toBeNull();
    expect(await readPendingImport(1_000)).toBeNull();
  });

  it('is gone when it is discarded', async () => {
    await writePendingImport({ imported, at: 1_000 });
    await deletePendingImport();
    expect(await readPendingImport(1_000)).toBeNull();
  });
});
