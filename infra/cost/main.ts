import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { stages } from '../lib/stages';
import { type Bill, billOf } from './bill';
import { PRICES_AS_OF } from './prices';
import { resourcesOf } from './synthesized';
import { itemsOf, tableOf } from './table';
import { traffic } from './traffic';
import { refusalOf } from './verdict';

const assembly = new CloudAssembly('cdk.out');
const account = billOf({ resources: resourcesOf(assembly, 'Account'), traffic: traffic.development });
const bills: Record<string, Bill> = Object.fromEntries(
  stages.map(({ name }) => [name, billOf({ resources: resourcesOf(assembly, name), traffic: traffic[name] })]),
);
const production = (bills['production']?.total ?? 0) + account.total;

console.log(tableOf({ ...bills, account }, 'production'));
if (process.argv.includes('--items') && bills['production']) console.log(`\n${itemsOf(bills['production'])}`);
console.log(
  `\nList prices of us-east-1 as of ${PRICES_AS_OF} (infra/cost/prices.ts), traffic as infra/cost/traffic.ts says.`,
);
console.log(`Production and the account together: ${production.toFixed(2)} USD a month.`);

const refusal = refusalOf(production);
if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
}
