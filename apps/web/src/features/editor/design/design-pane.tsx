'use client';

import { templateIdOf, templates } from '@canar/profile-templates';
import { clsx } from 'clsx';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Choice } from '@/ui/form/choice';
import { Field, Select } from '@/ui/form/field';
import { withValue } from '@/signed-in/document/edits';
import { PagePreview } from '../preview/page-preview';
import { useHiddenFields } from '../preview/use-hidden-fields';
import { useInView } from '../preview/use-in-view';
import { useEditor, useEditorState } from '../store/editor-context';
import { localeNames, locales, rootLocale } from '@/i18n/locales';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { AccentChoice } from './accent-choice';
import { DesignSettings } from './design-settings';
import { useIdleDocument } from './use-idle-document';

/** How the profile looks: template, accent, its settings, language. */
export function DesignPane({ className }: { className?: string }) {
  const text = useTranslations('editor.design');
  return (
    <section id="design-pane" aria-label={text('label')} className={className}>
      <div className="flex flex-col gap-6 p-4 pb-24">
        <TemplateChoice />
        <AccentChoice />
        <DesignSettings />
        <LanguageChoice />
        <p className="text-xs text-muted">{text('note')}</p>
      </div>
    </section>
  );
}

function TemplateChoice() {
  const text = useTranslations('editor.design');
  const { store } = useEditor();
  const list = useRef<HTMLDivElement>(null);
  const beginning = useIdleDocument(useInView(list));
  const chosen = useEditorState(({ document }) => templateIdOf(document));
  const hiddenFields = useHiddenFields();
  const choose = (id: string) =>
    store.edit('design', (current) => withValue(current, ['meta', 'canar', 'design', 'template'], id));
  return (
    <Choice label={text('template')} value={chosen} onChange={choose}>
      {(radio) => (
        <div ref={list} className="grid grid-cols-2 gap-3">
          {templates.map(({ id, name }) => (
            <TemplateOption key={id} name={name} chosen={chosen === id} radio={radio(id, { className: 'sr-only' })}>
              {beginning && <PagePreview document={beginning} template={id} hiddenFields={hiddenFields} />}
            </TemplateOption>
          ))}
        </div>
      )}
    </Choice>
  );
}

interface TemplateOptionProps {
  name: string;
  chosen: boolean;
  radio: React.ReactNode;
  children: React.ReactNode;
}

function TemplateOption({ name, chosen, radio, children }: TemplateOptionProps) {
  return (
    <div className="group relative rounded-control text-sm outline-offset-4 outline-focus has-focus-visible:outline-2">
      <div
        inert
        aria-hidden
        className={clsx(
          'h-40 overflow-hidden rounded-control border bg-[#fffefb]',
          chosen ? 'border-ink ring-1 ring-ink' : 'border-hairline group-hover:border-edge',
        )}
      >
        <div className="grid min-h-[calc(100%/0.22)] w-[calc(100%/0.22)] origin-top-left scale-[0.22] grid-cols-1">
          {children}
        </div>
      </div>
      <label className={clsx('mt-1 block after:absolute after:inset-0', chosen ? 'font-medium' : 'text-muted')}>
        {radio}
        {name}
      </label>
    </div>
  );
}

function LanguageChoice() {
  const text = useTranslations('editor.design');
  const siteLocale = useSiteLocale();
  const { store } = useEditor();
  const locale = useEditorState(({ document }) => document.meta?.canar?.locale);
  const language = (locale ?? siteLocale).toLowerCase().split('-')[0];
  return (
    <Field label={text('language')} hint={text('languageHint')}>
      <Select
        value={`${locales.find((one) => one === language) ?? rootLocale}-IN`}
        compact
        onChange={(event) =>
          store.edit('locale', (current) => withValue(current, ['meta', 'canar', 'locale'], event.target.value))
        }
      >
        {locales.map((one) => (
          <option key={one} value={`${one}-IN`} lang={one}>
            {localeNames[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
