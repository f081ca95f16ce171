'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { ShareLinkBody } from '@/lib/api/types';
import { isPast } from '@/lib/local-moment';
import { useNow } from '@/lib/use-now';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/field';
import { MomentField } from '@/ui/moment-field';
import { Notice } from '@/ui/notice';
import { useCreateShareLink } from '../api/create-share-link';
import { passwordLength } from './use-publication-input';

const nothing: ShareLinkBody = { label: '', expiresAt: null };

/** Makes a link: for whom, and if the owner likes until when and with which password. */
export function ShareLinkForm({ profileId }: { profileId: string }) {
  const create = useCreateShareLink(profileId);
  const text = useTranslations('editor.links');
  const problemText = useProblemText();
  const [input, setInput] = useState(nothing);
  const [created, setCreated] = useState(0);
  const past = isPast(input.expiresAt, useNow());
  const ready = input.label.trim() !== '' && !past && (input.password ?? '********').length >= passwordLength.min;
  const change = (part: Partial<ShareLinkBody>) => setInput({ ...input, ...part });
  const clear = () => {
    setInput(nothing);
    setCreated(created + 1);
  };
  return (
    <form
      key={created}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) create.mutate(input, { onSuccess: clear });
      }}
      className="my-4 grid gap-4 rounded-control bg-sunken p-3 sm:grid-cols-2"
    >
      <LinkFields input={input} past={past} onChange={change} />
      {create.error && (
        <div className="sm:col-span-2">
          <Notice tone="bad">{problemText(create.error)}</Notice>
        </div>
      )}
      <Button type="submit" look="solid" busy={create.isPending} disabled={!ready} className="sm:col-span-2">
        {text('make')}
      </Button>
    </form>
  );
}

interface LinkFieldsProps {
  input: ShareLinkBody;
  past: boolean;
  onChange: (part: Partial<ShareLinkBody>) => void;
}

function LinkFields({ input, past, onChange }: LinkFieldsProps) {
  const text = useTranslations('editor.links');
  const publish = useTranslations('editor.publish');
  return (
    <>
      <Field label={text('label')} hint={text('labelHint')} className="sm:col-span-2">
        <TextInput
          value={input.label}
          maxLength={80}
          autoComplete="off"
          onChange={({ target }) => onChange({ label: target.value })}
        />
      </Field>
      <MomentField
        label={text('expires')}
        hint={past ? undefined : text('optional')}
        error={past ? publish('past') : undefined}
        value={input.expiresAt ?? null}
        onChange={(expiresAt) => onChange({ expiresAt })}
      />
      <Field label={text('password')} hint={text('passwordHint')}>
        <TextInput
          value={input.password ?? ''}
          minLength={passwordLength.min}
          maxLength={passwordLength.max}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange({ password: target.value || undefined })}
        />
      </Field>
    </>
  );
}
