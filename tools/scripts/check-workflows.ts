// `npm run workflows`: checks the workflows of GitHub Actions; needs no network.
import { errorsIn, readWorkflows } from './workflows';

async function main(): Promise<void> {
  for (const workflow of readWorkflows()) {
    const errors = await errorsIn(workflow);
    if (errors.length > 0) process.exitCode = 1;
    console.log([`${errors.length === 0 ? '✓' : '✗'} ${workflow.file}`, ...errors].join('\n    '));
  }
}

void main();
