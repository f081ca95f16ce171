import Bowser from 'bowser';

/** A browser and the system it runs on, by the names that people know; null what is unknown. */
export interface DeviceName {
  browser: string | null;
  system: string | null;
}

/** What a User-Agent header says of its device. It is for people to recognise their own devices; nothing depends on it. */
export function deviceName(userAgent: string | null): DeviceName {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: browser.name || null, system: os.name || null };
}
