import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { stages } from '../lib/stages';
import { billOf } from './bill';
import { resourcesOf } from './synthesized';
import type { Bills } from './table';
import { traffic } from './traffic';

/** The monthly bill of each stage, and of what belongs to the account. */
export function billsOf(assembly: CloudAssembly): Bills {
  const ofStages = stages.map(({ name }) => [
    name,
    billOf({ resources: resourcesOf(assembly, name), traffic: traffic[name] }),
  ]);
  const account = billOf({ resources: resourcesOf(assembly, 'Account'), traffic: traffic.development });
  return { ...Object.fromEntries(ofStages), account };
}
