// A child whose behaviour depends on the name in the document, for tests of the pool.
process.on('disconnect', () => process.exit(0));

process.on('message', (/** @type {{ content: { name: string } }} */ { content }) => {
  if (content.name === 'hang') for (;;);
  if (content.name === 'crash') process.abort();
  if (content.name === 'refuse') return process.send?.({ kind: 'rejected', reason: 'on request' });
  const rss = content.name === 'grow' ? Number.MAX_SAFE_INTEGER : 1;
  const pdf = Buffer.from(String(process.pid));
  const value = {
    pdf,
    pages: 1,
    accessible: true,
    unsupportedGlyphs: [],
    readability: { share: 100, unread: [] },
    milliseconds: { set: 0, read: 0 },
  };
  return process.send?.({ kind: 'answer', value, rss });
});

process.send?.({ kind: 'ready' });
