const { default: Sequencer } = require('@jest/test-sequencer');

/** Spec files that take long and are short to read: without the times of a former run Jest begins with the largest files. */
const LONGEST = [
  'heavy-work.int-spec.ts',
  'fuzz.int-spec.ts',
  'generators.int-spec.ts',
  'backup.int-spec.ts',
  'profile-printer.int-spec.ts',
  'hostile-documents.int-spec.ts',
  'start-database.int-spec.ts',
];

/** Jest sequencer: the longest spec files begin first, so that none of them runs alone at the end. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONGEST.some((name) => path.endsWith(`/${name}`));
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
