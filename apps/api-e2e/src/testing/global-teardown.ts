/** Stops the PostgreSQL of the run. */
export default async function tearDown(): Promise<void> {
  const { canarE2eServer } = globalThis as { canarE2eServer?: { stop(): Promise<void> } };
  await canarE2eServer?.stop();
}
