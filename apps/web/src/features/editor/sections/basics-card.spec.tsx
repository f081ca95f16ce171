import { fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { editorStore, renderEditor } from '../testing/render-editor';
import { BasicsCard } from './basics-card';

const { basics: text } = messagesOf('en').editor;

describe('BasicsCard', () => {
  it('shows which contact details the page hides', () => {
    renderEditor(<BasicsCard hiddenFields={['phone']} />);
    expect(screen.getAllByText(text.kept)).toHaveLength(1);
    const hint = screen.getByText(text.kept).id;
    expect(screen.getByLabelText(text.phone).getAttribute('aria-describedby')).toBe(hint);
  });

  it('reads and writes a place within the location', () => {
    const { store } = renderEditor(
      <BasicsCard hiddenFields={[]} />,
      editorStore({ basics: { name: 'Lena', location: { city: 'Pune' } } }),
    );
    expect(screen.getByLabelText<HTMLInputElement>(text.city).value).toBe('Pune');
    fireEvent.change(screen.getByLabelText(text.city), { target: { value: 'Nashik' } });
    expect(store.current().document.basics).toEqual({ name: 'Lena', location: { city: 'Nashik' } });
  });
});
