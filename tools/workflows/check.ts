import { faultsOf } from './faults';
import { readWorkflows } from './workflow';

/** `npm run workflows`: checks the workflows of GitHub Actions; needs no network. */
async function main(): Promise<void> {
  let count = 0;
  for (const workflow of readWorkflows()) {
    const faults = await faultsOf(workflow);
    count += faults.length;
    console.log(`${faults.length === 0 ? '✓' : '✗'} ${workflow.file}`);
    for (const fault of faults) console.log(`    ${fault}`);
  }
  process.exitCode = count > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
