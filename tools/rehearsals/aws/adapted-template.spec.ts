import { adaptedTemplate, type Template } from './adapted-template';
import { absent } from './gaps';

const topic = { Type: 'AWS::SNS::Topic' };

/** The adapted form of a template with these resources, and of an output with this value. */
function adapted(Resources: Template['Resources'], output?: unknown) {
  const { template, gaps } = adaptedTemplate({ Resources, Outputs: { Value: { Value: output } } });
  const { Outputs, Resources: remaining } = template as Template & { Outputs: { Value: { Value: unknown } } };
  return { remaining, gaps, output: Outputs.Value.Value };
}

describe('adaptedTemplate', () => {
  it('reports a reason for every type that is left out', () => {
    const { remaining, gaps } = adapted({ Topic: topic, Alarm: { Type: 'AWS::CloudWatch::Alarm' } });
    expect(Object.keys(remaining)).toEqual(['Topic']);
    expect(gaps).toEqual([`AWS::CloudWatch::Alarm is left out: ${absent['AWS::CloudWatch::Alarm']}.`]);
  });

  it('leaves out custom resources', () => {
    expect(adapted({ Address: { Type: 'Custom::AWS' } }).remaining).toEqual({});
  });

  it('returns the template unchanged where moto supports everything', () => {
    const { remaining, gaps } = adapted({ Topic: topic, Other: { ...topic, DependsOn: ['Topic'] } });
    expect(gaps).toEqual([]);
    expect(remaining['Other']).toEqual({ ...topic, Properties: {}, DependsOn: ['Topic'] });
  });

  it("leaves out the bootstrap's version and keeps other parameters", () => {
    const Parameters = { BootstrapVersion: { Type: 'String' }, Other: { Type: 'String' } };
    const { template, gaps } = adaptedTemplate({ Resources: { Topic: topic }, Parameters, Rules: { Version: {} } });
    expect([template['Parameters'], template['Rules']]).toEqual([{ Other: { Type: 'String' } }, undefined]);
    expect(gaps).toEqual([expect.stringContaining('BootstrapVersion is left out')]);
  });

  it('removes DependsOn of resources that are left out', () => {
    const policy = { Type: 'AWS::SNS::TopicPolicy' };
    expect(adapted({ Topic: { ...topic, DependsOn: 'Policy' }, Policy: policy }).remaining['Topic']).toEqual({
      ...topic,
      Properties: {},
    });
  });

  it.each([
    [{ Ref: 'Gone' }, 'arn:aws:rehearsal:us-east-1:123456789012:Gone'],
    [{ 'Fn::GetAtt': ['Gone', 'DomainName'] }, 'Gone-DomainName'],
    [{ 'Fn::GetAtt': ['Gone', 'Endpoint.Port'] }, '6379'],
    [{ 'Fn::Join': ['', ['a', { 'Fn::GetAtt': ['Gone', 'Arn'] }]] }, expect.objectContaining({})],
    [{ 'Fn::GetAtt': ['Topic', 'TopicName'] }, { 'Fn::GetAtt': ['Topic', 'TopicName'] }],
  ])('replaces the reference %j by a placeholder', (reference, value) => {
    const { output } = adapted({ Gone: { Type: 'AWS::SecretsManager::Secret' }, Topic: topic }, reference);
    expect(output).toEqual(value);
    expect(JSON.stringify(output)).not.toContain('"Gone"');
  });

  it('reports a changed resource and changes only what moto rejects', () => {
    const key = { Type: 'AWS::KMS::Key' };
    const tagged = adapted({ Key: { ...key, Properties: { Tags: [], Enabled: true } } });
    expect(tagged.remaining['Key']?.Properties).toEqual({ Enabled: true });
    expect(tagged.gaps).toHaveLength(1);
    expect(adapted({ Key: { ...key, Properties: { Enabled: true } } }).gaps).toEqual([]);
  });

  it('retains what moto cannot delete', () => {
    const { remaining, gaps } = adapted({ Vpc: { Type: 'AWS::EC2::VPC' }, Topic: topic });
    expect(remaining['Vpc']?.DeletionPolicy).toBe('Retain');
    expect(remaining['Topic']?.DeletionPolicy).toBeUndefined();
    expect(gaps).toHaveLength(1);
  });

  it('changes HTTPS listeners to HTTP because moto has no certificate', () => {
    const Properties = { Protocol: 'HTTPS', Port: 443, SslPolicy: 'x', Certificates: [{ CertificateArn: 'y' }] };
    const { remaining } = adapted({ Listener: { Type: 'AWS::ElasticLoadBalancingV2::Listener', Properties } });
    expect(remaining['Listener']?.Properties).toEqual({ Protocol: 'HTTP', Port: 443 });
  });
});
