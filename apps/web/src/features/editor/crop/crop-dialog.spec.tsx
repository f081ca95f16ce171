import { act, fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { CropDialog } from './crop-dialog';

const { editor, common } = messagesOf('en');
const text = editor.crop;

function open(size: { width: number; height: number } | null = { width: 800, height: 400 }) {
  const onUse = jest.fn();
  const onClose = jest.fn();
  renderPage(<CropDialog url="blob:1" onUse={onUse} onClose={onClose} />);
  const picture = screen.getByAltText<HTMLImageElement>(text.picture);
  if (size) {
    Object.defineProperties(picture, { naturalWidth: { value: size.width }, naturalHeight: { value: size.height } });
    fireEvent.load(picture);
  }
  const frame = picture.parentElement as HTMLElement;
  Object.defineProperty(frame, 'clientWidth', { value: 200 });
  return { onUse, onClose, picture, frame };
}

const slider = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const use = () => screen.getByRole<HTMLButtonElement>('button', { name: text.use });

function pointer(type: string, target: Element, at: { clientX: number; clientY: number }) {
  const event = new MouseEvent(type, { bubbles: true, ...at });
  act(() => void target.dispatchEvent(Object.assign(event, { pointerId: 1 })));
}

describe('CropDialog', () => {
  it('starts with the largest square in the middle and returns it', () => {
    const { onUse } = open();
    fireEvent.click(use());
    expect(onUse).toHaveBeenCalledWith({ x: 0.25, y: 0, side: 1 });
  });

  it('disables the crop before the picture has loaded', () => {
    open(null);
    expect(use().disabled).toBe(true);
    expect(screen.queryByLabelText(text.zoom)).toBeNull();
  });

  it('reports a broken picture instead of a crop', () => {
    const { picture } = open(null);
    fireEvent.error(picture);
    expect(screen.getByText(text.unreadable)).toBeTruthy();
    expect(screen.queryByAltText(text.picture)).toBeNull();
    expect(use().disabled).toBe(true);
  });

  it('closes without a square on cancel', () => {
    const { onUse, onClose } = open();
    fireEvent.click(screen.getByRole('button', { name: common.cancel }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onUse).not.toHaveBeenCalled();
  });
});

describe('CropSliders', () => {
  it('enables only the sliders along which the square can move', () => {
    open();
    expect(slider(text.across).disabled).toBe(false);
    expect(slider(text.down).disabled).toBe(true);
  });

  it('moves the square to the position of the slider', () => {
    const { onUse } = open();
    fireEvent.change(slider(text.across), { target: { value: '0.5' } });
    fireEvent.click(use());
    expect(onUse).toHaveBeenCalledWith({ x: 0.5, y: 0, side: 1 });
  });

  it('zooms in when the zoom slider goes up', () => {
    const { onUse } = open();
    expect(slider(text.zoom).value).toBe('0.4');
    fireEvent.change(slider(text.zoom), { target: { value: '1' } });
    expect(slider(text.down).disabled).toBe(false);
    fireEvent.click(use());
    expect(onUse.mock.calls[0][0].side).toBeCloseTo(0.4);
  });
});

describe('CropFrame', () => {
  it('moves the square against the drag, by shares of its side', () => {
    const { frame, onUse } = open();
    pointer('pointerdown', frame, { clientX: 100, clientY: 100 });
    pointer('pointermove', frame, { clientX: 50, clientY: 100 });
    pointer('pointerup', frame, { clientX: 50, clientY: 100 });
    pointer('pointermove', frame, { clientX: 0, clientY: 100 });
    fireEvent.click(use());
    expect(onUse).toHaveBeenCalledWith({ x: 0.375, y: 0, side: 1 });
  });

  it('zooms in when the wheel turns up', () => {
    const { frame, onUse } = open();
    fireEvent.wheel(frame, { deltaY: -100 });
    fireEvent.click(use());
    expect(onUse.mock.calls[0][0].side).toBeCloseTo(Math.exp(-0.2));
  });

  it('shows the chosen part of the picture', () => {
    const { picture } = open();
    expect(picture.style).toMatchObject({ width: '200%', height: '100%', left: '-50%' });
  });
});
