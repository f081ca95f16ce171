import { answers, counts, routeClasses, states, statusClasses } from './api-metrics';

describe('the metrics of the API', () => {
  it('gives every metric a unique name', () => {
    const names = [...counts, ...Object.keys(states), ...Object.values(answers)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('stays within the number of paid metric combinations', () => {
    const requests = routeClasses.length * statusClasses.length;
    expect(requests + routeClasses.length + counts.length + Object.keys(states).length).toBeLessThanOrEqual(60);
  });
});
