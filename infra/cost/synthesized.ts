import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { z } from 'zod';
import type { Resource } from './resources';

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/** The resources of every stack whose path begins with a name: `production`, or `Account`. */
export function resourcesOf(assembly: CloudAssembly, name: string): Resource[] {
  return assembly.stacks
    .filter(({ hierarchicalId }) => hierarchicalId.split('/')[0] === name)
    .flatMap((stack) => Object.entries(template.parse(stack.template).Resources))
    .map(([id, { Type, Properties }]) => ({ id, type: Type, properties: Properties }));
}
