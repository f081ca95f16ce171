import { once } from 'node:events';
import { createServer } from 'node:net';

import { choosePort } from './port';

describe('choosePort', () => {
  it('returns PORT when it is free', async () => {
    const free = await choosePort({ PORT: '0' }, '127.0.0.1');
    expect(free).toBeGreaterThan(0);
    expect(await choosePort({ PORT: String(free) }, '127.0.0.1')).toBe(free);
  });

  it('reports a port in use and how to choose another', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await expect(choosePort({ PORT: String(port) }, '127.0.0.1')).rejects.toThrow(`Port ${port} is already in use`);
    await new Promise((closed) => server.close(closed));
  });

  it.each(['http', '-1', '65536', '3000.5'])('rejects PORT=%s', async (PORT) => {
    await expect(choosePort({ PORT }, '127.0.0.1')).rejects.toThrow('is not a port');
  });
});
