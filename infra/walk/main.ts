import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { stages } from '../lib/stages';
import { filtersOf } from './connections';
import type { Template } from './packet-walk';
import { reportOf } from './report';

const assembly = new CloudAssembly('cdk.out');
const templateOf = (path: string) =>
  assembly.stacks.find(({ hierarchicalId }) => hierarchicalId === path)?.template as { Resources: Template };

const reports = stages.map((stage) => {
  const templates = ['Networking', 'Data'].map((name) => templateOf(`${stage.name}/${name}`));
  return reportOf(stage, filtersOf(stage, templates));
});
for (const { lines } of reports) console.log(`${lines.join('\n')}\n`);
const blocked = reports.flatMap((report) => report.blocked);
console.log(blocked.length === 0 ? 'Every packet arrives, and so does its answer.' : `Blocked:\n${blocked.join('\n')}`);
if (blocked.length > 0) process.exitCode = 1;
