const positions = 40;
const bullets = 4;

/** A profile of forty positions with four bullets each, every text a different one, as its owner would have written it over a long life. */
export function longProfile(): object {
  const line = (position: number, bullet: number) =>
    `Led part ${bullet} of programme ${position}: ${12 + bullet} people in ${1 + (position % 5)} countries, delivered ${position % 9} weeks early`;
  return {
    basics: {
      name: 'Asha Raghavan',
      label: 'Programme director',
      email: 'asha@example.in',
      summary: 'Forty positions in forty years, none of them alike, all of them listed here.',
      location: { city: 'Chennai', countryCode: 'IN' },
    },
    work: Array.from({ length: positions }, (_, index) => ({
      name: `Company ${index + 1}`,
      position: `Director of programme ${index + 1}`,
      location: 'Chennai',
      startDate: `${2024 - index}-01`,
      endDate: `${2024 - index}-12`,
      summary: `What programme ${index + 1} was for, in a sentence that takes a line and a half of the page.`,
      highlights: Array.from({ length: bullets }, (__, bullet) => line(index + 1, bullet + 1)),
    })),
    education: [{ institution: 'Anna University', studyType: 'B.E.', area: 'Civil engineering', endDate: '1984' }],
    skills: [{ name: 'Programmes', keywords: ['budgets', 'contracts', 'railways'] }],
    languages: [{ language: 'Tamil', fluency: 'Native' }],
  };
}
