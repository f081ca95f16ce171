import type { ClipboardEvent } from 'react';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Pastes text as `clean` leaves it; a paste that needs no cleaning is the browser's own. */
export function pasteClean(clean: (pasted: string) => string): (event: ClipboardEvent<TextControl>) => void {
  return (event) => {
    const pasted = event.clipboardData.getData('text/plain');
    const text = clean(pasted);
    if (text === pasted) return;
    event.preventDefault();
    const { currentTarget: control } = event;
    control.setRangeText(text, control.selectionStart ?? 0, control.selectionEnd ?? control.value.length, 'end');
    control.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  };
}
