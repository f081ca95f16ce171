import { parseArgs } from 'node:util';
import { Report } from './report';
import { verify, type Verification } from './verification';

const USAGE = `npm run verify -- URL [--mailbox ADDRESS] [--within MS]
  URL        where the installation is, such as https://canar.example
  --mailbox  where mail to the accounts goes that are created on the way (default: Amazon SES's own test mailbox)
  --within   milliseconds in which half of the answers under load must come (default 200; more from another continent)`;

/** `npm run verify`: checks an installation from outside; exit code 1 when a check fails, 2 for invalid arguments. */
async function main(): Promise<void> {
  const asked = verificationOf(process.argv.slice(2));
  if (asked === null) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const report = new Report((line) => console.log(line));
  console.log(`Verifying ${asked.address}`);
  await verify(report, asked);
  const { passed, failed, skipped } = report.totals;
  console.log(`\n${passed} checks passed, ${failed} failed, ${skipped} skipped.`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function verificationOf(args: readonly string[]): Verification | null {
  try {
    const options = {
      mailbox: { type: 'string', default: 'success@simulator.amazonses.com' },
      within: { type: 'string', default: '200' },
    } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [url] = positionals;
    const withinMs = Number(values.within);
    if (url === undefined || !/^https?:\/\//.test(url) || !(withinMs > 0) || !values.mailbox.includes('@')) return null;
    return { address: new URL(url).origin, mailbox: values.mailbox, withinMs };
  } catch {
    return null;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
