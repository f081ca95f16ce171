/** The choices of theme; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const;

/** A choice of theme. */
export type Theme = (typeof themes)[number];

const KEY = 'canar.theme';

/** Runs in the head before the first paint, so that a chosen theme never flashes. */
export const themeScript = `try{var t=localStorage.getItem('${KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

/** The choice stored on this device. */
export function readTheme(): Theme {
  const stored = globalThis.localStorage?.getItem(KEY);
  return themes.find((theme) => theme === stored) ?? 'system';
}

const listeners = new Set<() => void>();

/** Applies a choice to the page and stores it on this device. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, theme);
    document.documentElement.dataset.theme = theme;
  }
  listeners.forEach((listener) => listener());
}

/** Calls back when the choice changes on this page or in another tab; the answer stops it. */
export function watchTheme(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
