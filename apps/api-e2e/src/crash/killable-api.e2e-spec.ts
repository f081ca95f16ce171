import type { ApiProcess } from '../product/api-process';
import { KillableApi } from './killable-api';

it('stops waiting for a save once others have done enough', async () => {
  const idle = { kill: async () => undefined } as unknown as ApiProcess;
  const api = new KillableApi({ startApi: async () => idle }, 1, new AbortController().signal);
  let asked = 0;
  // Not enough when it starts and begins to wait; enough a few looks later, when all writers have stopped.
  await api.runUntil(
    () => (asked += 1) > 3,
    async () => undefined,
  );
  expect([api.kills, api.current]).toEqual([0, idle]);
});
