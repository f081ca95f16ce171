import { head, readRows } from '../testing/rows';

it.each([
  ['Port Works, Valencia, Spain', 'Port Works', 'Valencia, Spain'],
  ['Port Works, Palo Alto, CA', 'Port Works', 'Palo Alto, CA'],
  ['Port Works, Inc., Pune, India', 'Port Works, Inc.', 'Pune, India'],
  ['Port Works GmbH, Hamburg', 'Port Works GmbH', 'Hamburg'],
  ['Port Works, Deutschland', 'Port Works', 'Deutschland'],
])('reads %j as an employer and its place', (line, name, location) => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [
      [43, 'Lead planner'],
      [450, '03/2021 – Present'],
    ],
    [[43, line]],
  );
  expect(resume['work']).toEqual([{ name, position: 'Lead planner', location, startDate: '2021-03' }]);
});

it.each(['Dock, Quay & Partners', 'Port Works, Ltd', 'Works, SA'])('keeps the commas of the employer %j', (name) => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [
      [43, 'Lead planner'],
      [450, '03/2021 – Present'],
    ],
    [[43, name]],
  );
  expect(resume['work']).toMatchObject([{ name, position: 'Lead planner' }]);
});

it.each([
  ['Gerente', 'Auxiliar de flota'],
  ['Directrice', 'Capitaine'],
])('reads the place beside an employer as no title: %s, %s', (first, second) => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [
      [43, 'Port Works'],
      [450, 'Valencia, Spain'],
    ],
    [
      [43, first],
      [450, '03/2021 – Present'],
    ],
    [[57, '• Cut waiting by 20%']],
    [
      [43, 'Blue Shipping'],
      [450, 'Cádiz, Spain'],
    ],
    [
      [43, second],
      [450, '09/2015 – 02/2021'],
    ],
  );
  expect(resume['work']).toMatchObject([
    { name: 'Port Works', position: first, location: 'Valencia, Spain' },
    { name: 'Blue Shipping', position: second, location: 'Cádiz, Spain' },
  ]);
});

it.each([
  ['Lead planner – Port Works (03/2021 –', 'Present)'],
  ['Lead planner – Port Works (March', '2021 – Present)'],
])('joins a period in brackets that is broken between lines: %s %s', (line, rest) => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [[43, line]],
    [[43, rest]],
    [[57, '• Cut waiting by 20%']],
  );
  expect(resume['work']).toMatchObject([{ name: 'Port Works', position: 'Lead planner', startDate: '2021-03' }]);
});
