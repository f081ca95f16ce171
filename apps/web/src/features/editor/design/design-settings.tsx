'use client';

import { designChoices, designOf } from '@canar/profile-document';
import { useTranslations } from 'use-intl';
import { Field, Select } from '@/ui/form/field';
import { withValue } from '@/signed-in/document/edits';
import { useEditor, useEditorState } from '../store/editor-context';

const settings = ['font', 'spacing', 'columns', 'photo', 'paper'] as const;

/** How a template is varied for this document: font pair, white space, columns, photo, paper. */
export function DesignSettings() {
  return settings.map((name) => <Setting key={name} name={name} />);
}

function Setting({ name }: { name: (typeof settings)[number] }) {
  const text = useTranslations('editor.design');
  const { store } = useEditor();
  const chosen = useEditorState(({ document }) => designOf(document)[name]);
  const [usual] = designChoices[name];
  const choose = (value: string) =>
    store.edit('design', (current) =>
      withValue(current, ['meta', 'canar', 'design', name], value === usual ? undefined : value),
    );
  return (
    <Field label={text(`${name}.label`)}>
      <Select value={chosen} compact onChange={(event) => choose(event.target.value)}>
        {designChoices[name].map((value) => (
          <option key={value} value={value}>
            {text(`${name}.${value}` as 'paper.a4')}
          </option>
        ))}
      </Select>
    </Field>
  );
}
