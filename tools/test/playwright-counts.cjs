const { writeCounts } = require('./counts-file.cjs');

/** Playwright reporter: counts the tests of a project; an error outside of any test counts as one failure. */
module.exports = class PlaywrightCounts {
  constructor({ project }) {
    this.project = project;
    this.errors = [];
    this.tests = [];
  }

  onBegin(_config, suite) {
    this.tests = suite.allTests();
  }

  onError(error) {
    this.errors.push(error);
  }

  onEnd() {
    const count = (...outcomes) => this.tests.filter((test) => outcomes.includes(test.outcome())).length;
    const failures = this.tests
      .filter((test) => test.outcome() === 'unexpected')
      .map((test) => ({
        test: test.titlePath().filter(Boolean).join(': '),
        message:
          test.results.at(-1)?.error?.stack ?? test.results.at(-1)?.error?.message ?? test.results.at(-1)?.status ?? '',
      }));
    const failed = failures.length;
    writeCounts(this.project, {
      passed: count('expected', 'flaky'),
      failed: failed + (failed === 0 ? this.errors.length : 0),
      skipped: count('skipped'),
      failures:
        failed === 0
          ? this.errors.map((error) => ({ test: 'outside of any test', message: error.stack ?? error.message ?? '' }))
          : failures,
    });
  }

  printsToStdio() {
    return false;
  }
};
