import { ApiEnvError, readApiEnv } from '@canar/api-env';
import { createApp } from './create-app';
import { endOnUnhandledErrors, fatalLine } from './platform/observability/log-fatal';
import { PdfRenderer } from './profiles';

/** Starts the API. */
async function main(): Promise<void> {
  endOnUnhandledErrors();
  const env = readApiEnv();
  const app = await createApp(env);
  await app.listen(env.PORT, env.HOST);
  app.get(PdfRenderer, { strict: false }).warmUp();
  // A launcher that dies takes the process with it.
  process.on('disconnect', () => void app.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  console.error(error instanceof ApiEnvError ? error.message : fatalLine(error, new Date()));
  process.exit(1);
});
