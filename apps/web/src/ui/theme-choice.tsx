'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { chooseTheme, readTheme, themes, watchTheme, type Theme } from '@/lib/theme';
import { Choice } from './form/choice';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Three choices: the device's theme, light, dark. `text` names the group and each choice. */
export function ThemeChoice({ text }: { text: Record<Theme | 'label', string> }) {
  const theme = useSyncExternalStore<Theme>(watchTheme, readTheme, () => 'system');
  return (
    <Choice
      label={text.label}
      hideLabel
      value={theme}
      onChange={chooseTheme}
      className="inline-flex gap-0.5 rounded-control border border-hairline p-0.5"
    >
      {(radio) =>
        themes.map((choice) => {
          const Icon = icons[choice];
          return (
            <label
              key={choice}
              title={text[choice]}
              className="grid h-8 w-9 place-items-center rounded-[4px] text-muted hover:text-ink has-checked:bg-sunken has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              {radio(choice, { className: 'sr-only' })}
              <Icon aria-hidden size={16} strokeWidth={1.5} />
              <span className="sr-only">{text[choice]}</span>
            </label>
          );
        })
      }
    </Choice>
  );
}
