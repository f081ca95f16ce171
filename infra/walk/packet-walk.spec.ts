import { stages } from '../lib/stages';
import { templatesOf } from '../lib/testing';
import { filtersOf } from './connections';
import { isWithin, walk, type Template } from './packet-walk';
import { reportOf } from './report';

const filtersIn = (stage: (typeof stages)[number]) => {
  const { Networking, Data } = templatesOf(stage);
  return filtersOf(stage, [Networking, Data] as { Resources: Template }[]);
};

describe('the filters between subnets', () => {
  it.each(stages)('let every connection of $name and its answers through', (stage) => {
    const { lines, blocked } = reportOf(stage, filtersIn(stage));
    expect(blocked).toEqual([]);
    expect(lines.length).toBeGreaterThan(40);
  });

  const [stage] = stages;
  if (!stage) throw new Error('There is no stage');
  const inside = { name: 'task', address: '10.20.8.20', subnet: 'private', group: 'cpm-ecs-sg-development' } as const;
  const database = { name: 'database', address: '10.20.32.10', subnet: 'isolated' } as const;
  const stranger = { name: 'stranger', address: '198.51.100.1' };

  it.each([
    ['a stranger to the database', { from: stranger, to: { ...database, group: 'cpm-db-sg-development' }, port: 5432 }],
    ['a stranger to a task', { from: stranger, to: inside, port: 3000 }],
    ['a task to port 25 of the internet', { from: inside, to: stranger, port: 25 }],
    ['the database to the internet', { from: database, to: stranger, port: 443 }],
  ])('stop %s', (_, connection) => {
    expect(walk(connection, filtersIn(stage)).filter(({ rule }) => rule === undefined)).not.toEqual([]);
  });
});

describe('isWithin', () => {
  it.each([
    ['10.0.255.255', '10.0.0.0/16', true],
    ['10.1.0.0', '10.0.0.0/16', false],
    ['203.0.113.7', '0.0.0.0/0', true],
    ['120.52.22.97', '120.52.22.96/27', true],
    ['120.52.22.128', '120.52.22.96/27', false],
  ])('says whether %s lies in %s: %s', (address, range, expected) => {
    expect(isWithin(address, range)).toBe(expected);
  });
});
