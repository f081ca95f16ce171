/** Gives the focus, when its control disappears by a step, to the first control of the part around it, or of a part beside that. */
export function focusNear(control: Element): void {
  const part = control.closest('li, [data-value]');
  const around = [part, part?.nextElementSibling, part?.previousElementSibling, part?.closest('section')];
  requestAnimationFrame(() => {
    if (control.isConnected) return;
    const stay = around.find((place) => place?.isConnected && place.querySelector('button, summary, input, textarea'));
    stay?.querySelector<HTMLElement>('button, summary, input, textarea')?.focus();
  });
}
