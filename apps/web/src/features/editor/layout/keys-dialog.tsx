'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '@/ui/overlay/dialog';

const isApple = () => /mac|iphone|ipad/i.test(navigator.userAgent);

/** The keys of each act; `Mod` is ⌘ on Apple's devices and Ctrl elsewhere. */
const shortcuts = [
  ['save', 'Mod S'],
  ['undo', 'Mod Z'],
  ['redo', 'Mod Shift Z'],
  ['palette', 'Mod K'],
  ['keys', '?'],
  ['bullet', 'Enter'],
  ['moveBullet', 'Alt ↑ ↓'],
  ['drag', 'Space ↑ ↓'],
] as const;

/** The keys that the editor listens to. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const text = useTranslations('editor.shortcuts');
  const mod = isApple() ? '⌘' : 'Ctrl';
  return (
    <Dialog open onOpenChange={onClose} title={text('title')}>
      <dl className="divide-y divide-hairline text-sm">
        {shortcuts.map(([act, keys]) => (
          <div key={act} className="flex items-baseline justify-between gap-4 py-2">
            <dt>{text(act)}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.split(' ').map((key) => (
                <kbd
                  key={key}
                  className="rounded-control border border-hairline bg-sunken px-1.5 py-0.5 font-text text-xs"
                >
                  {key === 'Mod' ? mod : key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
