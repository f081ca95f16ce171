import { importJsonResume } from './import-json-resume';
import { repairDate } from './repair-date';

describe('a typed date', () => {
  it.each([
    ['2019', '2019'],
    ['2019-5', '2019-05'],
    ['2019/05', '2019-05'],
    ['05/2019', '2019-05'],
    ['2019.5.3', '2019-05-03'],
    ['May 2019', '2019-05'],
    ['Sept. 2019', '2019-09'],
    ['5 March 2019', '2019-03-05'],
    ['March 5th, 2019', '2019-03-05'],
    ['2019-05-01T10:00:00Z', '2019-05-01'],
    ['2019-05-00', '2019-05'],
    [' 2019-05 ', '2019-05'],
    ['2019 May', '2019-05'],
    ['März 2019', '2019-03'],
    ['दिसंबर 2019', '2019-12'],
    ['31/12/2019', '2019-12-31'],
    ['janv. 2015', '2015-01'],
    ['Jan-2019', '2019-01'],
    ['enero de 2015', '2015-01'],
    ['2019年4月', '2019-04'],
    ['1420070400', '2015-01-01'],
    ['1420070400000', '2015-01-01'],
    ['٣ مايو ٢٠١٥', '2015-05-03'],
  ])('repairs the date %j to %j', (typed, date) => {
    expect(repairDate(typed)).toBe(date);
  });

  it.each([
    '03/04/2019',
    'Summer 2019',
    'Novartis 2019',
    '2019-13',
    '31/2019',
    'Mayday 1',
    '',
    'Ma 2019',
    '2023-02-30',
    '03/04',
    '05/18',
    '98765432109',
    'Jan 03',
  ])('leaves the unreadable date %j as typed', (typed) => {
    expect(repairDate(typed)).toBe(typed);
  });

  it.each(['Present', 'heute', 'Aujourd’hui', 'actualidad', 'до настоящее время', '至今', 'अब तक'])(
    'reads %j as an open end',
    (typed) => {
      expect(repairDate(typed)).toBeNull();
    },
  );

  it('reads an ambiguous date in the day-month order of the other dates', () => {
    const work = [{ startDate: '03/04/2019', endDate: '28/02/2021' }, { startDate: '01/02/2015' }];
    const { document, repaired } = importJsonResume({ work });
    expect(document.work).toEqual([{ startDate: '2019-04-03', endDate: '2021-02-28' }, { startDate: '2015-02-01' }]);
    expect(repaired).toHaveLength(3);
    expect(importJsonResume({ work: [{ startDate: '03/04/2019' }] }).document.work).toEqual([
      { startDate: '03/04/2019' },
    ]);
  });

  it('splits a period in the field of its beginning into beginning and end', () => {
    const work = [{ startDate: 'Jul 2021 - Present' }, { startDate: '2015 – März 2018' }, { startDate: 'a – b' }];
    const { document, repaired } = importJsonResume({ work });
    expect(document.work).toEqual([
      { startDate: '2021-07' },
      { startDate: '2015', endDate: '2018-03' },
      { startDate: 'a – b' },
    ]);
    expect(repaired.map(({ pointer }) => pointer)).toEqual(['/work/0/startDate', '/work/1/startDate']);
  });
});
