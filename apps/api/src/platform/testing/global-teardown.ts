/** Stops the PostgreSQL of the test run. */
export default async function tearDown(): Promise<void> {
  const { canarTestServer } = globalThis as { canarTestServer?: { stop(): Promise<void> } };
  await canarTestServer?.stop();
}
