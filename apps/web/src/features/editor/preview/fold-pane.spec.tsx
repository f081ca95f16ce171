import { act, fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderEditor } from '../testing/render-editor';
import { FoldPane } from './fold-pane';

const text = messagesOf('en').editor.panes.fold;
const button = () => screen.getByRole('button', { name: text.edit });

describe('FoldPane', () => {
  it('folds a pane, leaves the other one, and opens it again', () => {
    const { places } = renderEditor(<FoldPane pane="edit" className="" />);
    act(() => places.togglePane('design'));
    fireEvent.click(button());
    expect([...places.current().folded].sort()).toEqual(['design', 'edit']);
    expect(button().getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button());
    expect([...places.current().folded]).toEqual(['design']);
  });

  it('opens the folded form when a place of it is asked for', () => {
    const { places } = renderEditor(<FoldPane pane="edit" className="" />);
    fireEvent.click(button());
    act(() => places.reveal('basics/name'));
    expect(button().getAttribute('aria-expanded')).toBe('true');
  });
});
