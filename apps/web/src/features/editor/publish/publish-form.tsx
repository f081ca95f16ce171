'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { HiddenField, Profile, PublicationBody } from '@/lib/api/types';
import { isPast } from '@/lib/local-moment';
import { useNow } from '@/lib/use-now';
import { Button } from '@/ui/button';
import { DialogActions } from '@/ui/dialog';
import { Field, TextInput } from '@/ui/field';
import { MomentField } from '@/ui/moment-field';
import { Notice } from '@/ui/notice';
import { Switch } from '@/ui/switch';
import { usePublishProfile } from '../api/publish-profile';
import { BrandedSwitch } from './branded-switch';
import { SlugField } from './slug-field';
import { canPublish, passwordLength, usePublicationInput } from './use-publication-input';
import { VisibilityChoice } from './visibility-choice';

const contact = ['email', 'phone', 'address'] as const satisfies readonly HiddenField[];

interface TermsProps {
  profile: Profile;
  input: PublicationBody;
  onChange: (part: Partial<PublicationBody>) => void;
}

/** Link, visibility, end, and what visitors see. Phone and street address stay hidden until they are switched on. */
export function PublishForm({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.publish');
  const problemText = useProblemText();
  const publish = usePublishProfile(profile);
  const [input, setInput] = usePublicationInput(profile);
  const ready = canPublish(input, profile, useNow());
  const change = (part: Partial<PublicationBody>) => setInput({ ...input, ...part });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) publish.mutate(input, { onSuccess: () => change({ password: undefined }) });
      }}
      className="flex flex-col gap-5"
    >
      <SlugField slug={input.slug} own={profile.publication?.slug} onChange={(slug) => change({ slug })} />
      <VisibilityChoice value={input.visibility} onChange={(visibility) => change({ visibility })} />
      {input.visibility === 'protected' && <PasswordField profile={profile} input={input} onChange={change} />}
      <EndField profile={profile} input={input} onChange={change} />
      <ShownFields profile={profile} input={input} onChange={change} />
      {publish.error && <Notice tone="bad">{problemText(publish.error)}</Notice>}
      <DialogActions>
        <Button type="submit" look="main" busy={publish.isPending} disabled={!ready}>
          {text(profile.publication ? 'update' : 'submit')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** The password that visitors are asked for. It is told to others, so it can be read while it is typed. */
function PasswordField({ profile, input, onChange }: TermsProps) {
  const text = useTranslations('editor.publish');
  const isSet = profile.publication?.visibility === 'protected';
  return (
    <Field label={text('password')} hint={isSet && !input.password ? text('passwordKept') : text('passwordHint')}>
      <TextInput
        value={input.password ?? ''}
        required={!isSet}
        minLength={passwordLength.min}
        maxLength={passwordLength.max}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ password: event.target.value || undefined })}
      />
    </Field>
  );
}

function EndField({ input, onChange }: TermsProps) {
  const text = useTranslations('editor.publish');
  const past = isPast(input.expiresAt, useNow());
  return (
    <MomentField
      label={text('expires')}
      hint={past ? undefined : text('expiresHint')}
      error={past ? text('past') : undefined}
      value={input.expiresAt ?? null}
      onChange={(expiresAt) => onChange({ expiresAt })}
    />
  );
}

function ShownFields({ profile, input, onChange }: TermsProps) {
  const text = useTranslations('editor.publish');
  const hidden = input.hiddenFields ?? [];
  const show = (field: HiddenField, shown: boolean) =>
    onChange({ hiddenFields: shown ? hidden.filter((name) => name !== field) : [...hidden, field] });
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
        <BrandedSwitch branded={input.branded !== false} onChange={(branded) => onChange({ branded })} />
      </div>
    </fieldset>
  );
}
