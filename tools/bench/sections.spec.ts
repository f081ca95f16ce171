import { withSection } from './sections';

describe('withSection', () => {
  it('appends a new section at the end', () => {
    expect(withSection('# Benchmarks\n', 'Page', '## Page\n\nnew')).toBe('# Benchmarks\n\n## Page\n\nnew\n');
  });

  it('replaces the section of the same benchmark and leaves the others', () => {
    const text = '# Benchmarks\n\n## Page\n\nold\n\n## Pager\n\nstays\n';
    expect(withSection(text, 'Page', '## Page\n\nnew')).toBe('# Benchmarks\n\n## Page\n\nnew\n\n## Pager\n\nstays\n');
  });
});
