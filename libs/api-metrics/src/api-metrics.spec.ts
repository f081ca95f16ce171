import { answers, counts, routeClasses, states, statusClasses } from './api-metrics';

describe('the metrics of the API', () => {
  it('have a name each', () => {
    const names = [...counts, ...Object.keys(states), ...Object.values(answers)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('stay few, for each combination of name and dimensions costs money', () => {
    const requests = routeClasses.length * statusClasses.length;
    expect(requests + routeClasses.length + counts.length + Object.keys(states).length).toBeLessThanOrEqual(60);
  });
});
