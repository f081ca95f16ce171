import { changes, unansweredAttributes, undeletable, whyAbsent, type Properties } from './gaps';

/** The relevant parts of a CloudFormation template. */
export interface Template {
  Resources: Record<string, Resource>;
  [section: string]: unknown;
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Properties;
  readonly DependsOn?: string | string[];
  readonly DeletionPolicy?: string;
}

/** A template that moto accepts, and what the rehearsal therefore does not show. */
interface AdaptedTemplate {
  readonly template: Template;
  /** Sentences, one for each kind of gap. */
  readonly gaps: readonly string[];
}

/** What the CDK adds to every template; the CDK itself compares the version too. */
const BOOTSTRAP_VERSION = 'BootstrapVersion';
const NOT_KEPT = 'moto forgets its value, and then fails at an update that wants the previous one (KeyError)';

/** A template without the resources that moto does not support; references to them get invented values. */
export function adaptedTemplate(source: Template): AdaptedTemplate {
  const gaps = new Set<string>();
  const dropped = new Map<string, string>();
  for (const [id, { Type }] of Object.entries(source.Resources)) {
    const why = whyAbsent(Type);
    if (why === undefined) continue;
    dropped.set(id, Type);
    gaps.add(`${Type} is left out: ${why}.`);
  }
  const remaining = Object.entries(source.Resources).filter(([id]) => !dropped.has(id));
  const resources = remaining.map(([id, resource]) => [id, changed(resource, dropped, gaps)]);
  const { Rules: _rules, Parameters: parameters, ...sections } = source;
  const kept = Object.entries(parameters ?? {}).filter(([name]) => name !== BOOTSTRAP_VERSION);
  if (kept.length < Object.keys(parameters ?? {}).length)
    gaps.add(`The parameter ${BOOTSTRAP_VERSION} is left out: ${NOT_KEPT}.`);
  const all = { ...sections, Parameters: Object.fromEntries(kept), Resources: Object.fromEntries(resources) };
  return { template: withStandIns(all, { dropped, gaps }) as Template, gaps: [...gaps] };
}

function changed(resource: Resource, dropped: ReadonlyMap<string, string>, gaps: Set<string>): Resource {
  const before = [resource.DependsOn ?? []].flat();
  const DependsOn = before.filter((id) => !dropped.has(id));
  let properties = resource.Properties ?? {};
  for (const { type, why, apply } of changes) {
    if (resource.Type !== type) continue;
    const after = apply(properties);
    if (after !== properties) gaps.add(`${type} is changed: ${why}.`);
    properties = after;
  }
  const retentionReason = undeletable[resource.Type];
  if (retentionReason !== undefined) gaps.add(`${resource.Type} is not deleted with its stack: ${retentionReason}.`);
  return {
    ...resource,
    Properties: properties,
    DependsOn: DependsOn.length > 0 ? DependsOn : undefined,
    DeletionPolicy: retentionReason === undefined ? resource.DeletionPolicy : 'Retain',
  };
}

interface Findings {
  readonly dropped: ReadonlyMap<string, string>;
  readonly gaps: Set<string>;
}

/** The same value, with every reference to a missing resource replaced by a plausible value. */
function withStandIns(value: unknown, findings: Findings): unknown {
  if (Array.isArray(value)) return value.map((entry) => withStandIns(entry, findings));
  if (typeof value !== 'object' || value === null) return value;
  const { dropped, gaps } = findings;
  const { Ref: reference, 'Fn::GetAtt': attribute } = value as { Ref?: unknown; 'Fn::GetAtt'?: unknown };
  if (typeof reference === 'string' && dropped.has(reference)) return standIn(reference, dropped.get(reference));
  if (Array.isArray(attribute)) {
    const [id, name] = attribute.map(String) as [string, string];
    if (dropped.has(id)) return standIn(id, dropped.get(id), name);
    if (unansweredAttributes.includes(name)) {
      gaps.add(`The attribute ${name} is made up: moto does not answer for it.`);
      return standIn(id, undefined, name);
    }
  }
  const entries = Object.entries(value).map(([key, entry]) => [key, withStandIns(entry, findings)]);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
}

/** Types whose `Ref` is an ARN. */
const NAMED_BY_ARN = /::(Secret|SecretTargetAttachment|Certificate|OIDCProvider|CompositeAlarm|TopicPolicy)$/;

function standIn(id: string, type: string | undefined, attribute?: string): string {
  if (attribute?.includes('Port')) return '6379';
  const isArn = attribute === undefined ? NAMED_BY_ARN.test(type ?? '') : /arn$/i.test(attribute);
  if (isArn) return `arn:aws:rehearsal:us-east-1:123456789012:${id}`;
  return attribute === undefined ? id : `${id}-${attribute}`;
}
