const { writeCounts } = require('./counts-file.cjs');

/** Playwright reporter: counts the tests of a project; an error outside of any test counts as one failure. */
module.exports = class PlaywrightCounts {
  constructor({ project }) {
    this.project = project;
    this.errors = 0;
    this.tests = [];
  }

  onBegin(_config, suite) {
    this.tests = suite.allTests();
  }

  onError() {
    this.errors += 1;
  }

  onEnd() {
    const count = (...outcomes) => this.tests.filter((test) => outcomes.includes(test.outcome())).length;
    const failed = count('unexpected');
    writeCounts(this.project, {
      passed: count('expected', 'flaky'),
      failed: failed + (failed === 0 ? this.errors : 0),
      skipped: count('skipped'),
    });
  }

  printsToStdio() {
    return false;
  }
};
