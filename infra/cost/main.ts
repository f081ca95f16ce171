import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { billsOf } from './bills';
import { PRICES_AS_OF } from './prices';
import { itemsOf, tableOf } from './table';
import { refusalOf } from './verdict';

const assembly = new CloudAssembly('cdk.out');
const bills = billsOf(assembly);
const production = (bills['production']?.total ?? 0) + (bills['account']?.total ?? 0);

console.log(tableOf(bills, 'production'));
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
