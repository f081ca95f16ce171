import { createServer } from 'node:net';

import { LaunchError } from '../terminal/launch.errors';

const DEFAULT_PORT = 3000;

/**
 * The port to serve on: PORT, or 3000; 0 takes any free one.
 * @throws LaunchError when it is not a port, is taken, or is reserved for administrators
 */
export async function choosePort(env: NodeJS.ProcessEnv, host: string): Promise<number> {
  const port = env['PORT'] ? Number(env['PORT']) : DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new LaunchError(`PORT is "${env['PORT']}", which is not a port: choose a number from 1 to 65535.`);
  }
  return tryPort(port, host);
}

/**
 * A port that is free now.
 * @param port 0 takes any
 * @throws LaunchError when it is taken or may not be used
 */
export function tryPort(port: number, host: string): Promise<number> {
  return new Promise((answer, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => reject(new LaunchError(sentence(port, error))));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => answer(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}

function sentence(port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is already in use: stop what runs there, or choose another: PORT=${port + 1} npm start`;
  }
  if (error.code === 'EACCES') return `Port ${port} may not be used by your user: choose one above 1023 with PORT.`;
  return `Port ${port} cannot be used: ${error.message}`;
}
