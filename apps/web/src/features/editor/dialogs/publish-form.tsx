'use client';

import { hiddenByDefault } from '@canar/profile-document';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/features/session/use-problem-text';
import type { HiddenField, Profile, PublicationBody } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { DialogActions } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { Switch } from '@/ui/switch';
import { isSlug, suggestSlug } from '../model/slug';
import { useEditor } from '../store/editor-context';
import { usePublication } from '../use-publication';
import { SlugField } from './slug-field';
import { VisibilityChoice } from './visibility-choice';

const contact = ['email', 'phone', 'address'] as const satisfies readonly HiddenField[];

/** Link, visibility, and what visitors see. Phone and street address stay hidden until they are switched on. */
export function PublishForm({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.publish');
  const problemText = useProblemText();
  const { publish } = usePublication(profile);
  const [input, setInput] = useStartInput(profile);
  const change = (part: Partial<PublicationBody>) => setInput({ ...input, ...part });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isSlug(input.slug)) publish.mutate(input);
      }}
      className="flex flex-col gap-5"
    >
      <SlugField slug={input.slug} own={profile.publication?.slug} onChange={(slug) => change({ slug })} />
      <VisibilityChoice value={input.visibility} onChange={(visibility) => change({ visibility })} />
      <ShownFields profile={profile} input={input} onChange={change} />
      {publish.error && <Notice tone="bad">{problemText(publish.error)}</Notice>}
      <DialogActions>
        <Button type="submit" look="main" busy={publish.isPending} disabled={!isSlug(input.slug)}>
          {text(profile.publication ? 'update' : 'submit')}
        </Button>
      </DialogActions>
    </form>
  );
}

interface ShownFieldsProps {
  profile: Profile;
  input: PublicationBody;
  onChange: (part: Partial<PublicationBody>) => void;
}

function ShownFields({ profile, input, onChange }: ShownFieldsProps) {
  const text = useTranslations('editor.publish');
  const hidden = input.hiddenFields ?? [];
  const show = (field: HiddenField, shown: boolean) =>
    onChange({ hiddenFields: shown ? hidden.filter((other) => other !== field) : [...hidden, field] });
  return (
    <fieldset>
      <legend className="text-sm font-medium">{text('shown')}</legend>
      <div className="mt-1 divide-y divide-hairline border-y border-hairline">
        {contact.map((field) => (
          <Switch
            key={field}
            label={text(field)}
            checked={!hidden.includes(field)}
            onChange={(shown) => show(field, shown)}
          />
        ))}
        <Switch
          label={text('cv')}
          hint={profile.cv ? undefined : text('cvNone')}
          disabled={!profile.cv}
          checked={Boolean(profile.cv && input.showCv)}
          onChange={(showCv) => onChange({ showCv })}
        />
      </div>
    </fieldset>
  );
}

function useStartInput({ title, publication }: Profile) {
  const { document } = useEditor().store.current();
  return useState<PublicationBody>(() => ({
    slug: publication?.slug ?? (suggestSlug(document.basics?.name ?? '') || suggestSlug(title)),
    visibility: publication?.visibility ?? 'public',
    hiddenFields: publication?.hiddenFields ?? [...hiddenByDefault],
    showCv: publication?.showCv ?? false,
    template: document.meta?.canar?.design?.template ?? publication?.template ?? 'classic',
  }));
}
