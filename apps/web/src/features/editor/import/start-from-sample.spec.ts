import { sampleProfile } from '@/content/sample-profile';
import { startFromSample } from './start-from-sample';

const sample = sampleProfile('en');

describe('a start from the sample', () => {
  it('brings its entries and leaves the owner the owner', () => {
    const started = startFromSample({ basics: { name: 'Ravi', email: 'ravi@example.in', label: '' } }, sample);
    expect(started.work).toEqual(sample.work);
    expect(started.basics).toMatchObject({ name: 'Ravi', email: 'ravi@example.in', label: sample.basics?.label });
  });

  it('brings no address of the person in the sample', () => {
    const { basics } = startFromSample({ basics: { name: 'Ravi' } }, sample);
    expect(Object.keys(basics ?? {}).sort()).toEqual(['label', 'location', 'name', 'summary']);
  });

  it('keeps the design that was chosen', () => {
    const draft = { meta: { canar: { design: { template: 'engineer' } } } };
    expect(startFromSample(draft, sample).meta?.canar).toMatchObject({
      design: { template: 'engineer' },
      locale: 'en-IN',
    });
  });
});
