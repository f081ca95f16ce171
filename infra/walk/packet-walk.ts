import { z } from 'zod';

/** Where a packet comes from or goes to. */
export interface Place {
  readonly name: string;
  readonly address: string;
  /** The kind of subnet it stands in; none outside of the VPC. */
  readonly subnet?: 'public' | 'private' | 'isolated';
  /** The name of its security group; a NAT gateway has none. */
  readonly group?: string;
}

/** A connection over TCP. */
export interface Connection {
  readonly from: Place;
  readonly to: Place;
  readonly port: number;
  /**
   * A VPC origin's packets arrive inside the VPC, past the inbound network ACL; the answers pass the outbound one
   * (CloudFront's guide, "Restrict access with VPC origins").
   */
  readonly isVpcOrigin?: boolean;
}

/** A rule that a packet meets, and whether one lets it through. */
export interface Step {
  readonly at: string;
  /** What lets the packet through; undefined when nothing does. */
  readonly rule: string | undefined;
}

const port = z.coerce.number();
const aclEntry = z.object({
  NetworkAclId: z.object({ Ref: z.string() }),
  CidrBlock: z.unknown(),
  Egress: z.boolean(),
  Protocol: z.coerce.number(),
  PortRange: z.object({ From: port, To: port }).optional(),
  RuleAction: z.literal('allow'),
  RuleNumber: z.number(),
});
const groupRule = z.object({
  GroupId: z.unknown(),
  FromPort: port,
  ToPort: port,
  CidrIp: z.unknown().optional(),
  SourcePrefixListId: z.string().optional(),
  SourceSecurityGroupId: z.unknown().optional(),
  DestinationSecurityGroupId: z.unknown().optional(),
});
const group = z.object({ GroupName: z.string(), SecurityGroupEgress: z.array(z.unknown()).default([]) });

/** The templates of a stage's networking and data stacks, as far as they filter packets. */
export type Template = Record<string, { readonly Type: string; readonly Properties?: Record<string, unknown> }>;

/** The filters of one VPC. */
export interface Filters {
  readonly resources: Template;
  readonly cidr: string;
  /** The addresses of AWS's managed prefix lists, by id. */
  readonly prefixLists: Readonly<Record<string, readonly string[]>>;
}

/** A port that a client's answers come back to. */
const EPHEMERAL = 40_000;

/** Every filter that a connection meets on its way there, then on the way of its answers. Security groups remember connections; ACLs do not. */
export function walk({ from, to, port, isVpcOrigin = false }: Connection, filters: Filters): Step[] {
  const steps: Step[] = [];
  if (from.group) steps.push(throughGroup('egress', from, to, port, filters));
  if (from.subnet) steps.push(throughAcl('egress', from.subnet, to, port, filters));
  if (to.subnet && !isVpcOrigin) steps.push(throughAcl('ingress', to.subnet, from, port, filters));
  if (to.group) steps.push(throughGroup('ingress', to, from, port, filters));
  if (to.subnet) steps.push(throughAcl('egress', to.subnet, from, EPHEMERAL, filters));
  if (from.subnet) steps.push(throughAcl('ingress', from.subnet, to, EPHEMERAL, filters));
  return steps;
}

function throughAcl(way: Way, subnet: string, peer: Place, to: number, filters: Filters): Step {
  const at = `${subnet} ACL, ${way} ${way === 'egress' ? 'to' : 'from'} ${peer.address}, port ${to}`;
  const [acl] = idsOf(filters, 'AWS::EC2::NetworkAcl', (properties) =>
    JSON.stringify(properties).includes(`-${subnet}-acl`),
  );
  const rule = Object.values(filters.resources)
    .filter(({ Type }) => Type === 'AWS::EC2::NetworkAclEntry')
    .map(({ Properties }) => aclEntry.parse(Properties))
    .filter((entry) => entry.NetworkAclId.Ref === acl && entry.Egress === (way === 'egress'))
    .find(({ CidrBlock, Protocol, PortRange }) => {
      const inRange = Protocol === -1 || (PortRange !== undefined && PortRange.From <= to && to <= PortRange.To);
      return inRange && isWithin(peer.address, cidrOf(CidrBlock, filters));
    });
  return { at, rule: rule && `rule ${rule.RuleNumber}` };
}

type Way = 'egress' | 'ingress';

function throughGroup(way: Way, own: Place, peer: Place, to: number, filters: Filters): Step {
  const at = `${own.group}, ${way} ${way === 'egress' ? 'to' : 'from'} ${peer.group ?? peer.address}, port ${to}`;
  const rule = rulesOf(own.group ?? '', way, filters).find(
    ({ FromPort, ToPort, ...rule }) => FromPort <= to && to <= ToPort && admits(rule, peer, filters),
  );
  return { at, rule: rule && `ports ${rule.FromPort}–${rule.ToPort}` };
}

type GroupRule = z.output<typeof groupRule>;

function rulesOf(name: string, way: Way, filters: Filters): GroupRule[] {
  const [id = 'none'] = groupIds(name, filters);
  const type = way === 'egress' ? 'AWS::EC2::SecurityGroupEgress' : 'AWS::EC2::SecurityGroupIngress';
  const own = JSON.stringify({ 'Fn::GetAtt': [id, 'GroupId'] });
  const apart = Object.values(filters.resources)
    .filter(({ Type, Properties }) => Type === type && JSON.stringify(Properties?.['GroupId']) === own)
    .map(({ Properties }) => groupRule.parse(Properties));
  const { SecurityGroupEgress } = group.parse(filters.resources[id]?.Properties ?? { GroupName: name });
  if (way === 'ingress') return apart;
  const inside = SecurityGroupEgress.map((rule) => groupRule.partial().parse(rule)).filter(({ ToPort }) => ToPort);
  return [...apart, ...(inside as GroupRule[])];
}

function admits(rule: Omit<GroupRule, 'FromPort' | 'ToPort'>, peer: Place, filters: Filters): boolean {
  const named = JSON.stringify(rule.SourceSecurityGroupId ?? rule.DestinationSecurityGroupId ?? null);
  if (peer.group && groupIds(peer.group, filters).some((id) => named.includes(id))) return true;
  const listed = filters.prefixLists[rule.SourcePrefixListId ?? ''] ?? [];
  const ranges = rule.CidrIp === undefined ? listed : [cidrOf(rule.CidrIp, filters)];
  return ranges.some((range) => isWithin(peer.address, range));
}

/** The logical id of a group, which other stacks' templates name inside of an import. */
function groupIds(name: string, filters: Filters): string[] {
  return idsOf(filters, 'AWS::EC2::SecurityGroup', ({ GroupName }) => GroupName === name);
}

function idsOf(
  { resources }: Filters,
  type: string,
  isMeant: (properties: Record<string, unknown>) => boolean,
): string[] {
  const found = Object.entries(resources).filter(
    ([, { Type, Properties }]) => Type === type && isMeant(Properties ?? {}),
  );
  return found.map(([id]) => id);
}

/** A range of a template; what is not written out is the VPC's own. */
function cidrOf(value: unknown, { cidr }: Filters): string {
  return typeof value === 'string' ? value : cidr;
}

/** Whether an IPv4 address lies in a range such as `10.0.0.0/16`. */
export function isWithin(address: string, cidr: string): boolean {
  const [network = '', bits = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(network) / size);
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, byte) => number * 256 + Number(byte), 0);
}
