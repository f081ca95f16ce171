'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { TextInput } from '@/ui/form/field';

interface PasswordInputProps {
  autoComplete: 'new-password' | 'current-password';
  text: { show: string; hide: string };
}

/** A password field whose text can be looked at. */
export function PasswordInput({ autoComplete, text }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <span className="relative block">
      <TextInput
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        maxLength={128}
        required
        className="pr-11"
      />
      <button
        type="button"
        aria-label={shown ? text.hide : text.show}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-control text-muted hover:text-ink"
      >
        <Icon aria-hidden size={18} strokeWidth={1.5} />
      </button>
    </span>
  );
}
