import type { ProfileDocument } from '@canar/profile-document';
import { render, screen } from '@testing-library/react';
import { PagePreview } from './page-preview';

jest.mock('./shadow-frame', () => ({
  ShadowFrame: ({ css, children }: { css: string; children: React.ReactNode }) => (
    <div data-css={css} data-testid="frame">
      {children}
    </div>
  ),
}));

const lena: ProfileDocument = {
  basics: { name: 'Lena Vasquez', email: 'lena@example.org', phone: '+1 555 0100', url: 'https://lena.example' },
  meta: { canar: { design: { accent: '#1e6b52' } } },
};

const cssOf = () => screen.getByTestId('frame').dataset.css;

describe('PagePreview', () => {
  it('shows the document without the hidden contact details', () => {
    render(<PagePreview document={lena} template="classic" hiddenFields={['phone']} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Lena Vasquez');
    expect(screen.getByTestId('frame').textContent).toContain('lena@example.org');
    expect(screen.queryByText('+1 555 0100')).toBeNull();
  });

  it('opens links in another tab, so that the editor stays', () => {
    render(<PagePreview document={lena} template="classic" hiddenFields={[]} />);
    const links = screen.getAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('https:'));
    expect(links.map((link) => link.getAttribute('target'))).toEqual(['_blank']);
  });

  it('takes the styles from the template and the design of the document', () => {
    const { rerender } = render(<PagePreview document={lena} template="classic" hiddenFields={[]} />);
    const classic = cssOf();
    expect(classic).toContain('#1e6b52');
    rerender(<PagePreview document={lena} template="modern" hiddenFields={[]} />);
    expect(cssOf()).not.toBe(classic);
    rerender(<PagePreview document={{ basics: lena.basics }} template="classic" hiddenFields={[]} />);
    expect(cssOf()).not.toContain('#1e6b52');
  });
});
