const { writeCounts } = require('./counts-file.cjs');

/** Jest reporter: counts the tests of a project; a file that could not run counts as one failure. */
module.exports = class JestCounts {
  constructor(_globalConfig, { project }) {
    this.project = project;
  }

  onRunComplete(_contexts, results) {
    writeCounts(this.project, {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    });
  }
};
