import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

/** The names on the way of a request, as production's templates have them. */
export interface TlsNames {
  /** The product's own name, which visitors ask for. */
  readonly site: string;
  /** The name under which CloudFront speaks to the load balancer. */
  readonly origin: string;
  /** The names on the certificates of CloudFront and of the load balancer. */
  readonly certificates: { readonly cloudFront: readonly string[]; readonly loadBalancer: readonly string[] };
}

/**
 * Reads the names from a synthesized assembly.
 * @throws Error when production has no domain, or its templates are of another form
 */
export function tlsNamesIn(assembly: string): TlsNames {
  const cdn = resourcesOf(assembly, 'production/Cdn');
  const compute = resourcesOf(assembly, 'production/Compute');
  const { Aliases, Origins } = only(cdn, 'AWS::CloudFront::Distribution')['DistributionConfig'] as {
    Aliases?: string[];
    Origins: { DomainName: string; VpcOriginConfig?: object }[];
  };
  const origin = Origins.find(({ VpcOriginConfig }) => VpcOriginConfig)?.DomainName;
  const [site] = Aliases ?? [];
  if (site === undefined || typeof origin !== 'string') throw new Error('Production has no domain in these templates.');
  return { site, origin, certificates: { cloudFront: certified(cdn), loadBalancer: certified(compute) } };
}

function certified(resources: Resource[]): string[] {
  const { DomainName, SubjectAlternativeNames = [] } = only(resources, 'AWS::CertificateManager::Certificate') as {
    DomainName: string;
    SubjectAlternativeNames?: string[];
  };
  return [...new Set([DomainName, ...SubjectAlternativeNames])];
}

function only(resources: Resource[], type: string): Record<string, unknown> {
  const [found, another] = resources.filter(({ Type }) => Type === type);
  if (found === undefined || another !== undefined) throw new Error(`There is not exactly one ${type}.`);
  return found.Properties;
}

function resourcesOf(assembly: string, path: string): Resource[] {
  const read = (file: string) => JSON.parse(readFileSync(join(assembly, file), 'utf8')) as unknown;
  const { artifacts } = read('manifest.json') as {
    artifacts: Record<string, { displayName?: string; properties?: { templateFile?: string } }>;
  };
  const stack = Object.values(artifacts).find(({ displayName }) => displayName === path);
  const { Resources } = read(stack?.properties?.templateFile ?? path) as { Resources: Record<string, Resource> };
  return Object.values(Resources);
}
