import { fireEvent, screen } from '@testing-library/react';
import { renderPage } from '@/testing/render-page';
import { DropUpload } from './drop-upload';

const file = new File(['x'], 'me.png', { type: 'image/png' });

function open(progress: number | null = null) {
  const onFile = jest.fn();
  renderPage(
    <DropUpload
      label="Upload"
      hint="Drop it here."
      accept="image/png"
      picture={null}
      progress={progress}
      onFile={onFile}
    />,
  );
  const input = screen.getByLabelText<HTMLInputElement>('Upload');
  const target = input.closest('div') as HTMLElement;
  return { onFile, input, target };
}

describe('DropUpload', () => {
  it('uploads the chosen file', () => {
    const { onFile, input } = open();
    fireEvent.change(input, { target: { files: [file] } });
    expect(onFile).toHaveBeenCalledWith(file);
    fireEvent.change(input, { target: { files: [] } });
    expect(onFile).toHaveBeenCalledTimes(1);
  });

  it('uploads the first dropped file and prevents the browser from opening it', () => {
    const { onFile, target } = open();
    expect(fireEvent.drop(target, { dataTransfer: { files: [file, new File([], 'b.png')] } })).toBe(false);
    expect(onFile.mock.calls).toEqual([[file]]);
  });

  it('ignores a drop without a file', () => {
    const { onFile, target } = open();
    fireEvent.drop(target, { dataTransfer: { files: [] } });
    expect(onFile).not.toHaveBeenCalled();
  });

  it('highlights the drop area while a file is dragged over it', () => {
    const { target } = open();
    const isMarked = () => target.className.includes('bg-canary-soft');
    expect(fireEvent.dragOver(target)).toBe(false);
    expect(isMarked()).toBe(true);
    fireEvent.dragLeave(target);
    expect(isMarked()).toBe(false);
    fireEvent.dragOver(target);
    fireEvent.drop(target, { dataTransfer: { files: [] } });
    expect(isMarked()).toBe(false);
  });

  it('shows the upload progress instead of the hint', () => {
    open(0.4);
    expect(screen.getByRole('progressbar', { name: 'Uploading, 40%' }).getAttribute('value')).toBe('0.4');
    expect(screen.queryByText('Drop it here.')).toBeNull();
  });
});
