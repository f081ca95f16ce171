import { shortened } from './shortened';

describe('shortened', () => {
  it('keeps two visible items of each section and three lines of each list', () => {
    const work = ['a', 'b', 'c', 'd'].map((name) => ({ name, highlights: ['1', '2', '3', '4'] }));
    const custom = [{ key: 'custom-x', title: 'Own', items: work }];
    const ids = { work: ['a', 'b', 'c', 'd'], 'custom-x': ['e', 'f', 'g', 'h'] };
    const short = shortened({ work, meta: { canar: { custom, ids, hidden: ['a', 'f'] } } });
    expect(short.work?.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(short.work?.[0]?.highlights).toEqual(['1', '2', '3']);
    expect(short.meta?.canar?.custom?.[0]?.items?.map(({ name }) => name)).toEqual(['a', 'c']);
  });
});
