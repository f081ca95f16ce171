/** The scores (F1) that the corpus has reached; they may only rise. A file that is not named is read as a whole. */
export const floors: { files: Readonly<Record<string, number>>; fields: Readonly<Record<string, number>> } = {
  files: {
    'europass-2020-layout.pdf': 0.98,
    'theme-elegant-printed.pdf': 0.91,
    'theme-stackoverflow-printed.pdf': 0.92,
  },
  fields: {
    name: 1,
    contacts: 0.9,
    headline: 1,
    summary: 1,
    'work.name': 1,
    'work.position': 1,
    'work.dates': 1,
    'work.location': 1,
  },
};
