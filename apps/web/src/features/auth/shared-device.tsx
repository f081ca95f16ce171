'use client';

import { useReducer, useSyncExternalStore } from 'react';
import { isSharedDevice, setSharedDevice } from '@/signed-in/device/device-account';

const watchNothing = () => () => undefined;

/** Says that others use this device too; then nothing of the account is stored on it. */
export function SharedDevice({ label, hint }: { label: string; hint: string }) {
  const shared = useSyncExternalStore(watchNothing, isSharedDevice, () => false);
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0);
  const choose = (checked: boolean) => {
    setSharedDevice(checked);
    draw();
  };
  return (
    <label className="mt-6 flex items-start gap-2.5 text-sm">
      <input
        type="checkbox"
        className="mt-1 accent-leaf"
        checked={shared}
        onChange={(event) => choose(event.target.checked)}
      />
      <span>
        {label}
        <span className="block text-xs text-muted">{hint}</span>
      </span>
    </label>
  );
}
