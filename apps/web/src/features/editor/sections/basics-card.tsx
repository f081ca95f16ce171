'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ProfileDocument, summaryTitle } from '@canar/profile-document';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { HiddenField } from '@/lib/api/types';
import { Card } from '@/ui/card';
import { renameSection, type Path } from '@/signed-in/document/edits';
import { useEditor, useEditorState, useValue } from '../store/editor-context';
import { PreservedFields } from './preserved-fields';
import { SectionItems } from './section-items';
import { TextField } from './text-field';

type BasicsKey = keyof (typeof import('@/i18n/messages/en/editor.json'))['basics'];

/** One field of the header: where it stands, how wide and of what kind it is, and what may be said below it. */
interface BasicsField {
  name: BasicsKey;
  path: Path;
  kind: 'line' | 'text' | 'url';
  wide?: boolean;
  type?: 'email' | 'tel';
  hint?: BasicsKey;
  contact?: HiddenField;
}

const basicsField = (name: BasicsKey, rest: Partial<BasicsField> = {}): BasicsField => ({
  name,
  path: ['basics', name],
  kind: 'line',
  ...rest,
});
const locationField = (name: BasicsKey, rest: Partial<BasicsField> = {}): BasicsField => ({
  ...basicsField(name, rest),
  path: ['basics', 'location', name],
});

const fields: readonly BasicsField[] = [
  basicsField('name', { wide: true }),
  basicsField('label', { wide: true, hint: 'labelHint' }),
  basicsField('email', { type: 'email', wide: true, contact: 'email' }),
  basicsField('phone', { type: 'tel', wide: true, contact: 'phone' }),
  basicsField('url', { kind: 'url', wide: true }),
  locationField('city'),
  locationField('region'),
  locationField('countryCode', { hint: 'countryHint' }),
  locationField('postalCode'),
  locationField('address', { wide: true, contact: 'address' }),
  basicsField('summary', { kind: 'text', wide: true }),
];
const image = basicsField('image', { kind: 'url', wide: true, hint: 'imageHint' });

const namesOf = (length: number) =>
  fields.filter(({ path }) => path.length === length).map(({ name }) => name as string);
const known = { basics: [...namesOf(2), 'image', 'location', 'profiles'], location: namesOf(3) };

/** Name, headline, contact, place, summary and links. */
export function BasicsCard({ hiddenFields }: { hiddenFields: readonly HiddenField[] }) {
  const text = useTranslations('editor.basics');
  return (
    <Card id="section-basics" data-place="basics" className="scroll-mt-3 p-4">
      <h2 className="sr-only">{text('title')}</h2>
      <div className="grid grid-cols-2 gap-3">
        {fields.map((field) => (
          <div key={field.name} data-place={field.path.join('/')} className={field.wide ? 'col-span-2' : 'col-span-1'}>
            <BasicsFieldInput field={field} hiddenFields={hiddenFields} />
          </div>
        ))}
        <SeldomFields />
      </div>
      <h3 className="mt-4 mb-1 font-text text-sm font-medium tracking-normal">{text('links')}</h3>
      <div className="-mx-3 -mb-3">
        <SectionItems sectionKey="profiles" />
      </div>
    </Card>
  );
}

function BasicsFieldInput({ field, hiddenFields }: { field: BasicsField; hiddenFields: readonly HiddenField[] }) {
  const text = useTranslations('editor.basics');
  const { name, path, kind, type, hint, contact } = field;
  const value = useValue(path);
  const kept = contact && hiddenFields.includes(contact) ? text('kept') : undefined;
  return (
    <TextField
      label={text(name)}
      hint={kept ?? (hint && text(hint))}
      path={path}
      value={typeof value === 'string' ? value : ''}
      kind={kind}
      type={type}
    />
  );
}

/** The heading over the summary and the address of a picture, which few need, and fields that an import preserved. */
function SeldomFields() {
  const text = useTranslations('editor.hints');
  const pictured = Boolean(useValue(image.path));
  const titled = useEditorState(({ document }) => titleOfSummary(document) !== '');
  const used = titled || pictured;
  const [asked, setAsked] = useState(used);
  return (
    <div className="contents" onFocus={() => used && setAsked(true)}>
      {asked || used ? (
        <>
          <div data-place="title/basics" className="col-span-2">
            <SummaryTitle />
          </div>
          <div data-place="basics/image" className="col-span-2">
            <BasicsFieldInput field={image} hiddenFields={[]} />
          </div>
        </>
      ) : (
        <Button look="bare" size="small" className="col-span-2 -ml-2 justify-self-start" onClick={() => setAsked(true)}>
          <ChevronRight aria-hidden size={14} strokeWidth={1.5} />
          {text('moreFields')}
        </Button>
      )}
      <PreservedFields path={['basics']} place="basics" known={known.basics} />
      <PreservedFields path={['basics', 'location']} place="basics/location" known={known.location} />
    </div>
  );
}

const titleOfSummary = (document: ProfileDocument): string =>
  document.meta?.canar?.sections?.find(({ key }) => key === 'basics')?.title ?? '';

/** The heading over the summary; empty brings the usual one back. */
function SummaryTitle() {
  const text = useTranslations('editor.basics');
  const siteLocale = useSiteLocale();
  const { store } = useEditor();
  const title = useEditorState(({ document }) => titleOfSummary(document));
  const usual = useEditorState(({ document }) => summaryTitle({}, document.meta?.canar?.locale ?? siteLocale));
  const [typed, setTyped] = useState<string | null>(null);
  const write = (value: string) => {
    setTyped(value);
    store.edit('title/basics', (current) => renameSection(current, 'basics', value));
  };
  return (
    <Field label={text('summaryTitle')}>
      <TextInput
        value={typed ?? title}
        placeholder={usual}
        maxLength={120}
        compact
        onChange={(event) => write(event.target.value)}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}
