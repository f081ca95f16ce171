const { TestEnvironment } = require('jest-environment-jsdom');

class ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** Everything is on the screen. */
class IntersectionObserver {
  constructor(report) {
    this.report = report;
  }
  observe(target) {
    this.report([{ target, isIntersecting: true }]);
  }
  unobserve() {}
  disconnect() {}
}

/** jsdom with what it lacks of a browser: the fetch classes of Node, with addresses relative to the page, and stubs of layout and of blob URLs. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const { global } = this;
    let blobs = 0;

    class PageRequest extends Request {
      constructor(input, init = {}) {
        const { signal, body, ...rest } = init; // jsdom's signals and forms are none to Node
        const isForm = body instanceof global.FormData;
        super(typeof input === 'string' ? new URL(input, global.location.href) : input, {
          ...rest,
          body: isForm ? undefined : body,
        });
        if (signal) Object.defineProperty(this, 'signal', { value: signal });
        if (isForm) Object.defineProperty(this, 'formData', { value: async () => body });
      }
    }

    Object.assign(global, { Headers, Response, Request: PageRequest, ResizeObserver, IntersectionObserver });
    global.URL.createObjectURL = () => `blob:${(blobs += 1)}`;
    global.URL.revokeObjectURL = () => undefined;
    Object.assign(global.Element.prototype, {
      scrollIntoView() {},
      setPointerCapture() {},
      releasePointerCapture() {},
      hasPointerCapture: () => false,
    });
  }
};
