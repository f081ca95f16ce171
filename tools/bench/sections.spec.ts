import { withSection } from './sections';

describe('the document of benchmarks', () => {
  it('takes a new section at its end', () => {
    expect(withSection('# Benchmarks\n', 'Page', '## Page\n\nnew')).toBe('# Benchmarks\n\n## Page\n\nnew\n');
  });

  it('has a section replaced by the next run of the same benchmark, and the others kept', () => {
    const text = '# Benchmarks\n\n## Page\n\nold\n\n## Pager\n\nstays\n';
    expect(withSection(text, 'Page', '## Page\n\nnew')).toBe('# Benchmarks\n\n## Page\n\nnew\n\n## Pager\n\nstays\n');
  });
});
