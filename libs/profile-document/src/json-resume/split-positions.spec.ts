import { importJsonResume } from './import-json-resume';

const work = (items: unknown[]) => importJsonResume({ work: items });

describe('several positions at one employer', () => {
  it('splits positions into items with name, place and link of the employer', () => {
    const positions = [
      { title: 'Manager', startDate: '2016-08', highlights: ['Led 8'] },
      { title: 'Engineer', startDate: '2014-08', endDate: '2016-08', summary: 'Built it' },
    ];
    const { document, repaired, unplaced } = work([{ name: 'Initech', location: 'Austin', positions }]);
    expect(document.work).toEqual([
      { name: 'Initech', location: 'Austin', position: 'Manager', startDate: '2016-08', highlights: ['Led 8'] },
      {
        name: 'Initech',
        location: 'Austin',
        position: 'Engineer',
        startDate: '2014-08',
        endDate: '2016-08',
        summary: 'Built it',
      },
    ]);
    expect([repaired.map(({ pointer }) => pointer), unplaced]).toEqual([['/work/0'], []]);
  });

  it('reads positions from lists named position and roles', () => {
    const { document } = work([
      { company: 'Conglomo', position: [{ name: 'Engineer', startDate: '2010' }, { name: 'President' }] },
      { name: 'Stay', position: 'Lead', startDate: '2008', roles: [{ name: 'Lead' }, { name: 'Junior' }] },
    ]);
    expect(document.work).toEqual([
      { name: 'Conglomo', position: 'Engineer', startDate: '2010' },
      { name: 'Conglomo', position: 'President' },
      { name: 'Stay', position: 'Lead', startDate: '2008' },
      { name: 'Stay', position: 'Junior' },
    ]);
  });

  it('preserves the fields of an employer when its positions are split', () => {
    const { document } = work([{ name: 'A', position: 'Head', summary: 'Ran it', positions: [{ title: 'Clerk' }] }]);
    expect(document.work).toEqual([
      { name: 'A', position: 'Head', summary: 'Ran it' },
      { name: 'A', position: 'Clerk' },
    ]);
  });

  it('leaves a list of texts in place of positions unchanged', () => {
    const { unplaced } = work([{ name: 'A', position: ['Head', 'Clerk'] }]);
    expect(unplaced).toEqual([]);
  });
});
