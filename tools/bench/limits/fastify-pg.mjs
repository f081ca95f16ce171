// The limit of a signed-in read: Fastify and node-postgres, one indexed SELECT of a draft, sent as the text that is stored.
import Fastify from 'fastify';
import pg from 'pg';

process.on('disconnect', () => process.exit(0));
process.once(
  'message',
  (/** @type {{ connectionString: string }} */ { connectionString }) => void serve(connectionString),
);

/** @param {string} connectionString */
async function serve(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 8 });
  const query = {
    name: 'draft',
    text: 'SELECT document::text AS document FROM bench.drafts WHERE account = $1 AND profile = $2',
    values: [1, 1],
  };
  const app = Fastify();
  app.get('/', async (_request, reply) => {
    const { rows } = await pool.query(query);
    return reply.type('application/json; charset=utf-8').send(`{"document":${rows[0].document},"warnings":[]}`);
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.send?.({ port: app.addresses()[0]?.port });
}
