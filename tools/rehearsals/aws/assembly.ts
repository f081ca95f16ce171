import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { adaptedTemplate, type Template } from './adapted-template';

const stackArtifact = z.object({
  type: z.literal('aws:cloudformation:stack'),
  environment: z.string().regex(/^aws:\/\/\d{12}\/[a-z0-9-]+$/),
  displayName: z.string(),
  properties: z.object({
    templateFile: z.string(),
    stackName: z.string().optional(),
    terminationProtection: z.boolean().default(false),
  }),
});
const manifest = z.object({ artifacts: z.record(z.string(), z.unknown()) });

/** A stack of a synthesized assembly. */
export interface RehearsedStack {
  /** Its path in the app, such as `staging/Networking`. */
  readonly path: string;
  readonly name: string;
  readonly environment: string;
  readonly isProtected: boolean;
  /** The logical ids that the rehearsal deploys. */
  readonly resources: readonly string[];
}

/** A copy of a synthesized assembly that moto can deploy. */
export interface RehearsedAssembly {
  readonly folder: string;
  readonly stacks: readonly RehearsedStack[];
  readonly gaps: readonly string[];
}

/**
 * Copies an assembly and adapts its templates.
 * @param source the folder that `cdk synth` wrote; it
 * is not changed
 * @throws ZodError when it is not an assembly of this CDK version
 */
export function adaptAssembly(source: string, folder: string): RehearsedAssembly {
  cpSync(source, folder, { recursive: true });
  const { artifacts } = manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const gaps = new Set<string>();
  const stacks = Object.entries(artifacts).flatMap(([id, artifact]) => {
    if ((artifact as { type?: unknown }).type !== stackArtifact.shape.type.value) return [];
    const { environment, displayName, properties } = stackArtifact.parse(artifact);
    const file = join(folder, properties.templateFile);
    const adapted = adaptedTemplate(JSON.parse(readFileSync(file, 'utf8')) as Template);
    writeFileSync(file, JSON.stringify(adapted.template));
    adapted.gaps.forEach((gap) => gaps.add(gap));
    return {
      path: displayName,
      name: properties.stackName ?? id,
      environment,
      isProtected: properties.terminationProtection,
      resources: Object.keys(adapted.template.Resources),
    };
  });
  return { folder, stacks, gaps: [...gaps].sort() };
}
