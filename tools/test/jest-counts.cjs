const { relative, resolve } = require('node:path');

const { writeCounts } = require('./counts-file.cjs');

const EXIT_WITHIN_MS = 60_000;
const WORKSPACE = resolve(__dirname, '../..');

/** The failed tests of one file; a file that could not run is one failure under its own name. */
function failuresOfFile({ testFilePath, testResults, testExecError }) {
  const file = relative(WORKSPACE, testFilePath);
  if (testExecError)
    return [{ test: file, message: testExecError.stack ?? testExecError.message ?? String(testExecError) }];
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({ test: `${file}: ${fullName}`, message: failureMessages.join('\n') }));
}

/**
 * Jest reporter: counts the tests of a project; a file that could not run counts as one failure. A run that is over but whose process
 * something keeps alive is ended with an error, so that it cannot hold up all others.
 */
module.exports = class JestCounts {
  constructor(_globalConfig, { project }) {
    this.project = project;
  }

  onRunComplete(_contexts, results) {
    writeCounts(this.project, {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      failures: results.testResults.flatMap(failuresOfFile),
    });
    setTimeout(() => {
      process.stderr.write(`${this.project}: the tests are over, but a test left something running.\n`);
      process.exit(1);
    }, EXIT_WITHIN_MS).unref();
  }
};
