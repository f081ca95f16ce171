import {
  lengthOf,
  type Meter,
  MONTH,
  numberOf,
  refOf,
  type Resource,
  type Surroundings,
  type Usage,
} from './resources';

/** Meters of compute: tasks, and the load balancer in front of them. */
export const computeMeters: Record<string, Meter> = {
  'AWS::ECS::Service': (service, surroundings) => {
    const task = taskOf(service, surroundings);
    const hours = minTaskCount(service, surroundings) * MONTH * (1 + surroundings.traffic.scaledOut);
    const platform = task.properties['RuntimePlatform'] as { CpuArchitecture?: string } | undefined;
    const arm = platform?.CpuArchitecture === 'ARM64';
    return [
      use(arm ? 'fargateArmCpu' : 'fargateX86Cpu', (hours * numberOf(task.properties['Cpu'], 256)) / 1024),
      use(arm ? 'fargateArmMemory' : 'fargateX86Memory', (hours * numberOf(task.properties['Memory'], 512)) / 1024),
    ];
  },

  'AWS::ElasticLoadBalancingV2::LoadBalancer': ({ properties }, { traffic }) => {
    const addresses = properties['Scheme'] === 'internal' ? 0 : lengthOf(properties['Subnets']);
    return [
      { service: 'Application Load Balancer', price: 'loadBalancer', quantity: MONTH },
      { service: 'Application Load Balancer', price: 'loadBalancerCapacity', quantity: MONTH * traffic.capacityUnits },
      { service: 'NAT gateway and network', price: 'publicAddress', quantity: MONTH * addresses },
    ];
  },
};

function use(price: Usage['price'], quantity: number): Usage {
  return { service: 'ECS Fargate', price, quantity };
}

function taskOf(service: Resource, { resources }: Surroundings): Resource {
  const named = refOf(service.properties['TaskDefinition']);
  const task = resources.find(({ id, type }) => id === named && type === 'AWS::ECS::TaskDefinition');
  if (!task) throw new Error(`${service.id} runs a task definition that its template does not hold`);
  return task;
}

/** Autoscaling sets a service's task count, so a template may contain only the minimum. */
function minTaskCount(service: Resource, { resources }: Surroundings): number {
  const minima = resources
    .filter(({ type, properties }) => type.endsWith('::ScalableTarget') && properties['ServiceNamespace'] === 'ecs')
    .map(({ properties }) => numberOf(properties['MinCapacity'], 0));
  return Math.max(numberOf(service.properties['DesiredCount'], minima.length > 0 ? 0 : 1), ...minima);
}
