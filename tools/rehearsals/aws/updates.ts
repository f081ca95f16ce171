import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Template } from './adapted-template';
import { updated } from './gaps';

/** Types that AWS does not update while they are in use, each with the reason. */
const fixed: Readonly<Record<string, string>> = {
  'AWS::CloudFront::VpcOrigin': 'CloudFront updates no VPC origin that a distribution uses',
};

/**
 * Updates that AWS would refuse, one sentence each.
 * @param before the folder of the assembly that is deployed
 * @param after the folder of the next one
 */
export function refusedUpdates(before: string, after: string): string[] {
  return namesIn(before, after).flatMap((name) => refusedIn(templateIn(before, name), templateIn(after, name)));
}

/** Gives resources that moto does not update the form that they have: `before` is what moto holds, `after` what it gets next. */
export function holdUnchangeable(before: string, after: string): void {
  for (const name of namesIn(before, after)) {
    const { Resources: held } = templateIn(before, name);
    const next = templateIn(after, name);
    const resources = Object.entries(next.Resources).map(([id, resource]) => {
      const former = held[id];
      return [id, former?.Type === resource.Type && !updated.includes(resource.Type) ? former : resource];
    });
    writeFileSync(join(after, name), JSON.stringify({ ...next, Resources: Object.fromEntries(resources) }));
  }
}

/** The templates that both assemblies have. */
function namesIn(before: string, after: string): string[] {
  const known = new Set(readdirSync(before));
  return readdirSync(after).filter((name) => name.endsWith('.template.json') && known.has(name));
}

function refusedIn(before: Template, after: Template): string[] {
  return Object.entries(after.Resources).flatMap(([id, { Type, Properties }]) => {
    const reason = fixed[Type];
    const former = before.Resources[id];
    if (reason === undefined || former?.Type !== Type) return [];
    return isDeepStrictEqual(former.Properties, Properties) ? [] : [`${id} cannot be updated: ${reason}.`];
  });
}

function templateIn(folder: string, name: string): Template {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Template;
}
