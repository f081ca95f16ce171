import { Port, SecurityGroup, type ISecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { ports } from '../ports';
import { nameIn, type Stage } from '../stages';

/** What the doors need. */
export interface DataDoorsProps {
  readonly stage: Stage;
  readonly vpc: IVpc;
  readonly api: ISecurityGroup;
}

/** Who may knock at the data: the API's tasks, at one port each. Data calls nobody. */
export class DataDoors extends Construct {
  readonly database: SecurityGroup;
  readonly cache: SecurityGroup;

  constructor(scope: Construct, id: string, { stage, vpc, api }: DataDoorsProps) {
    super(scope, id);

    const door = (name: string, securityGroupName: string, description: string, port: number) => {
      const group = new SecurityGroup(this, name, { vpc, securityGroupName, description, allowAllOutbound: false });
      group.addIngressRule(api, Port.tcp(port), 'API tasks');
      return group;
    };
    this.database = door('Database', nameIn(stage, 'cpm-db-sg'), 'Database: hears the API alone', ports.postgres);
    this.cache = door('Cache', nameIn(stage, 'cpm-redis-sg'), 'Cache: hears the API alone', ports.redis);
  }
}
