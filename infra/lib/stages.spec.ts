import { nameIn, production, stages, staging } from './stages';

describe('stages', () => {
  it('suffixes names in every stage but production', () => {
    expect(nameIn(production, 'cpm-alb-sg')).toBe('cpm-alb-sg');
    expect(nameIn(staging, 'cpm-alb-sg')).toBe('cpm-alb-sg-staging');
    expect(new Set(stages.map(({ suffix }) => suffix)).size).toBe(stages.length);
  });

  it('gives each stage a different address range, so that two can be peered', () => {
    expect(new Set(stages.map(({ network }) => network.cidr)).size).toBe(stages.length);
  });

  it('enables deletion protection in production', () => {
    expect(production.protected).toBe(true);
  });
});
