import { writeFile } from 'node:fs/promises';
import { parseApiEnv } from '@canar/api-env';
import { AppModule } from './app.module';
import { describeApi } from './platform/http/openapi';

/** Writes the contract that the code implements into the file named on the command line. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('Name the file to write.');
  const unused = 'x'.repeat(32);
  const env = parseApiEnv({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1/none',
    JWT_SECRET: unused,
    SANDBOX_SECRET: unused,
  });
  const document = await describeApi(AppModule.with(env));
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
