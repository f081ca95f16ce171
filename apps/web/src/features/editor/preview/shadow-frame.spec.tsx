import { render } from '@testing-library/react';
import { ShadowFrame } from './shadow-frame';

/** jsdom constructs no style sheets. */
class Sheet {
  text = '';
  replaceSync(css: string) {
    this.text = css;
  }
}

beforeEach(() => {
  Object.assign(globalThis, { CSSStyleSheet: Sheet });
  const attach = Element.prototype.attachShadow;
  jest.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    return Object.assign(attach.call(this, init), { adoptedStyleSheets: [] });
  });
});

afterEach(() => jest.restoreAllMocks());

function frame(css: string) {
  return (
    <ShadowFrame css={css}>
      <p>Inside</p>
    </ShadowFrame>
  );
}

function rootOf(container: HTMLElement) {
  const root = container.firstElementChild?.shadowRoot as ShadowRoot;
  return { root, styles: (root.adoptedStyleSheets as unknown as Sheet[]).map(({ text }) => text) };
}

describe('ShadowFrame', () => {
  it('renders its children in a shadow root, out of reach of the page’s styles', () => {
    const { container } = render(frame('p { color: red }'));
    expect(container.querySelector('p')).toBeNull();
    expect(rootOf(container).root.querySelector('p')?.textContent).toBe('Inside');
  });

  it('replaces its style sheet when the style changes', () => {
    const { container, rerender } = render(frame('p { color: red }'));
    expect(rootOf(container).styles).toEqual(['p { color: red }']);
    rerender(frame('p { color: blue }'));
    expect(rootOf(container).styles).toEqual(['p { color: blue }']);
  });
});
