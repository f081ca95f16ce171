'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { Choice } from '@/ui/form/choice';
import { withValue } from '@/signed-in/document/edits';
import { useEditor, useEditorState } from '../store/editor-context';

/** Colours with enough contrast on paper; the templates adjust them for text. */
const accents = [
  ['wine', '#7a2e2e'],
  ['brick', '#b3402e'],
  ['ochre', '#9a6a00'],
  ['leaf', '#1e6b52'],
  ['blue', '#1f5f8b'],
  ['indigo', '#3b3f8f'],
  ['plum', '#6b3a75'],
  ['ink', '#17181c'],
] as const;

/** The accent colour of the document, or the template's own. */
export function AccentChoice() {
  const text = useTranslations('editor.design');
  const { store } = useEditor();
  const accent = useEditorState(({ document }) => document.meta?.canar?.design?.accent);
  const choose = (value: string | undefined) =>
    store.edit('design', (current) => withValue(current, ['meta', 'canar', 'design', 'accent'], value));
  return (
    <Choice label={text('accent')} value={accent} onChange={choose}>
      {(radio) => (
        <>
          <div className="flex flex-wrap gap-2">
            {accents.map(([name, value]) => (
              <Swatch key={name} name={text(`accents.${name}`)} value={value} chosen={accent === value}>
                {radio(value, { className: 'sr-only', 'aria-label': text(`accents.${name}`) })}
              </Swatch>
            ))}
          </div>
          <label className="mt-3 flex items-center gap-2 text-sm">
            {radio(undefined, { className: 'accent-leaf' })}
            {text('accentNone')}
          </label>
        </>
      )}
    </Choice>
  );
}

interface SwatchProps {
  name: string;
  value: string;
  chosen: boolean;
  children: React.ReactNode;
}

function Swatch({ name, value, chosen, children }: SwatchProps) {
  return (
    <label
      title={name}
      className={clsx(
        'size-7 rounded-full outline-offset-2 outline-focus has-focus-visible:outline-2',
        chosen ? 'ring-2 ring-ink ring-offset-2 ring-offset-paper' : 'ring-1 ring-edge',
      )}
      style={{ background: value }}
    >
      {children}
    </label>
  );
}
