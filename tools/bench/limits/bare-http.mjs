// The limit of the public page: bare node:http that answers every request with given bytes.
import { createServer } from 'node:http';

process.on('disconnect', () => process.exit(0));
process.once('message', (/** @type {{ body: string, headers: Record<string, string> }} */ { body, headers }) => {
  const bytes = Buffer.from(body);
  const head = { ...headers, 'content-length': bytes.length };
  const server = createServer((_request, response) => response.writeHead(200, head).end(bytes));
  server.listen(0, '127.0.0.1', () =>
    process.send?.({ port: /** @type {{ port: number }} */ (server.address()).port }),
  );
});
