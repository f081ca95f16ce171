import { Port, SecurityGroup, type ISecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { ports } from '../../ports';
import { nameIn, type Stage } from '../../stages';

export interface DataSecurityGroupsProps {
  readonly stage: Stage;
  /** The VPC of database and cache. */
  readonly vpc: IVpc;
  /** The group of the API's tasks, the only source of connections. */
  readonly api: ISecurityGroup;
}

/** Security groups of database and cache: one port each, open to the API's tasks; no outbound traffic. */
export class DataSecurityGroups extends Construct {
  readonly database: SecurityGroup;
  readonly cache: SecurityGroup;

  constructor(scope: Construct, id: string, { stage, vpc, api }: DataSecurityGroupsProps) {
    super(scope, id);

    const groupFor = (name: string, securityGroupName: string, description: string, port: number) => {
      const group = new SecurityGroup(this, name, { vpc, securityGroupName, description, allowAllOutbound: false });
      group.addIngressRule(api, Port.tcp(port), 'API tasks');
      return group;
    };
    this.database = groupFor('Database', nameIn(stage, 'cpm-db-sg'), 'Database: hears the API alone', ports.postgres);
    this.cache = groupFor('Cache', nameIn(stage, 'cpm-redis-sg'), 'Cache: hears the API alone', ports.redis);
  }
}
