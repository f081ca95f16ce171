import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Choice } from './choice';

function Sizes({ label }: { label: string }) {
  const [size, setSize] = useState<string | undefined>('small');
  return (
    <Choice label={label} value={size} onChange={setSize}>
      {(radio) =>
        ['small', 'large', undefined].map((option) => (
          <label key={option ?? 'none'}>
            {radio(option)}
            {option ?? 'none'}
          </label>
        ))
      }
    </Choice>
  );
}

describe('Choice', () => {
  it('names the group and checks the chosen option', () => {
    render(<Sizes label="Size" />);
    expect(screen.getByRole('group', { name: 'Size' })).toBeTruthy();
    expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([true, false, false]);
  });

  it('reports the chosen option, also the one without a value', () => {
    render(<Sizes label="Size" />);
    for (const option of ['large', 'none']) {
      fireEvent.click(screen.getByLabelText(option));
      expect(screen.getByLabelText<HTMLInputElement>(option).checked).toBe(true);
    }
  });

  it('keeps two groups on one page apart', () => {
    render(
      <>
        <Sizes label="Size" />
        <Sizes label="Other size" />
      </>,
    );
    const names = screen.getAllByRole<HTMLInputElement>('radio').map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });
});
