import { Match, Template } from 'aws-cdk-lib/assertions';
import { development, production, stages, type Stage } from './stages';
import { serviceIn } from './testing';

const templateOf = (stage: Stage) => Template.fromStack(serviceIn(stage).networking);

describe('ProfileService', () => {
  it('deploys every stage into one account', () => {
    const names = stages.map((stage) => serviceIn(stage).networking.stackName);
    expect(names).toEqual(['cpm-networking-development', 'cpm-networking-staging', 'cpm-networking']);
  });

  it('protects only production from deletion', () => {
    expect(serviceIn(production).networking.terminationProtection).toBe(true);
    expect(serviceIn(development).networking.terminationProtection).toBe(false);
  });

  it('tags resources with the product and the stage', () => {
    const tags = Match.arrayWith([
      { Key: 'product', Value: 'cpm' },
      { Key: 'stage', Value: 'development' },
    ]);
    templateOf(development).hasResourceProperties('AWS::EC2::VPC', { Tags: tags });
  });
});
