import { zipOf } from './zip';

/** A LinkedIn data export as a spreadsheet stores it: its fields divided by a sign, its texts in an encoding. */
export function linkedInExport(sign: string, encoding: BufferEncoding): Buffer {
  const csv = (...rows: string[][]) => Buffer.from(rows.map((row) => row.join(sign)).join('\r\n'), encoding);
  return zipOf([
    { name: 'Profile.csv', content: csv(['First Name', 'Last Name', 'Headline'], ['Mira', 'Solano', 'Planner']) },
    {
      name: 'Positions.csv',
      content: csv(
        ['Company Name', 'Title', 'Location', 'Started On'],
        ['Port Works', 'Lead planner', 'Cádiz', 'Mar 2021'],
      ),
    },
  ]);
}
