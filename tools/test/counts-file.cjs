const { mkdirSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const FOLDER = resolve(__dirname, '../../test-results/counts');

/**
 * Writes how many tests of a project passed, failed and were skipped, and which failed, for `npm test` to add up.
 * @param {string} project the Nx project's name
 * @param {{passed: number, failed: number, skipped: number, failures: {test: string, message: string}[]}} counts
 */
exports.writeCounts = (project, counts) => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${project}.json`), `${JSON.stringify({ project, ...counts })}\n`);
};
