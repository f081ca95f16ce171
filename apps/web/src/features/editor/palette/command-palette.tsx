'use client';

import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/ui/overlay/dialog';
import { Field, TextInput } from '@/ui/form/field';
import { findCommands, type Command } from './commands';
import { type CommandPorts, useCommands } from './use-commands';

interface CommandPaletteProps extends CommandPorts {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Ctrl/⌘+K: everything the editor can do or go to, matches by typing. */
export function CommandPalette({ open, onOpenChange, ...ports }: CommandPaletteProps) {
  const text = useTranslations('editor');
  const chosen = useRef<Command | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onOpenChange(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onOpenChange]);
  const run = (command: Command) => {
    chosen.current = command;
    onOpenChange(false);
  };
  const onClosed = () => {
    chosen.current?.run();
    chosen.current = null;
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text('palette')} onClosed={onClosed}>
      <CommandSearch ports={ports} onRun={run} />
    </Dialog>
  );
}

/** The commands are listed only while the palette is open: the list follows the document, which changes with every key. */
function CommandSearch({ ports, onRun }: { ports: CommandPorts; onRun: (command: Command) => void }) {
  const text = useTranslations('editor.keys');
  const commands = useCommands(ports);
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const matches = findCommands(commands, typed);
  const chosen = matches[Math.min(index, matches.length - 1)];
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setIndex((Math.min(index, matches.length - 1) + step + matches.length) % Math.max(1, matches.length));
    if (event.key === 'Enter' && chosen) onRun(chosen);
    if (step || event.key === 'Enter') event.preventDefault();
  };
  const type = (words: string) => {
    setTyped(words);
    setIndex(0);
  };
  return (
    <>
      <Field label={text('search')} hideLabel>
        <TextInput
          role="combobox"
          aria-expanded
          aria-controls="commands"
          aria-activedescendant={chosen && `command-${chosen.id}`}
          value={typed}
          placeholder={text('search')}
          onKeyDown={onKeyDown}
          onChange={(event) => type(event.target.value)}
        />
      </Field>
      <CommandList matches={matches} chosen={chosen} onRun={onRun} />
      {matches.length === 0 && <p className="px-3 py-2 text-sm text-muted">{text('nothing')}</p>}
    </>
  );
}

interface CommandListProps {
  matches: readonly Command[];
  chosen: Command | undefined;
  onRun: (command: Command) => void;
}

function CommandList({ matches, chosen, onRun }: CommandListProps) {
  const text = useTranslations('editor.keys');
  return (
    <div
      id="commands"
      role="listbox"
      aria-label={text('search')}
      className="mt-3 flex max-h-80 flex-col overflow-y-auto"
    >
      {matches.map((command) => (
        <button
          key={command.id}
          id={`command-${command.id}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={command === chosen}
          onClick={() => onRun(command)}
          className={clsx(
            'rounded-control px-3 py-2 text-left text-sm hover:bg-sunken',
            command === chosen && 'bg-sunken',
          )}
        >
          {command.label}
        </button>
      ))}
    </div>
  );
}
