import { basicsCompleteness, sectionCompleteness } from './completeness';

describe('basicsCompleteness', () => {
  it.each([
    [{}, 'empty'],
    [{ basics: { name: ' ', phone: '1' } }, 'empty'],
    [{ basics: { name: 'Asha' } }, 'begun'],
    [{ basics: { name: 'Asha', label: 'Engineer', email: 'a@b.in', summary: 'Builds.' } }, 'complete'],
  ])('calls the head of %j %s', (document, expected) => {
    expect(basicsCompleteness(document)).toBe(expected);
  });
});

describe('sectionCompleteness', () => {
  const job = { position: 'Engineer', name: 'Acme', startDate: '2024' };
  it.each([
    ['work', {}, 'empty'],
    ['work', { work: [] }, 'empty'],
    ['work', { work: [job] }, 'begun'],
    ['work', { work: [{ ...job, highlights: [''] }] }, 'begun'],
    ['work', { work: [{ ...job, highlights: ['Built it.'] }] }, 'complete'],
    ['work', { work: [{ ...job, summary: 'Built it.' }, {}] }, 'begun'],
    ['education', { education: [{ institution: 'IIT', area: 'Physics', endDate: '2020' }] }, 'complete'],
    ['talks', { meta: { canar: { custom: [{ key: 'talks', items: [{}] }] } } }, 'begun'],
    ['talks', { meta: { canar: { custom: [{ key: 'talks', items: [{ name: 'On birds' }] }] } } }, 'complete'],
  ])('calls the section %s of %j %s', (section, document, expected) => {
    expect(sectionCompleteness(document, section)).toBe(expected);
  });
});
