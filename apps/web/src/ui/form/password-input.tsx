'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { TextInput } from './field';

interface PasswordInputProps extends React.ComponentProps<typeof TextInput> {
  autoComplete: 'new-password' | 'current-password';
  text: { show: string; hide: string };
}

/** A password field whose text can be looked at. */
export function PasswordInput({ text, ...props }: PasswordInputProps) {
  const [visible, setVisible] = useState(false);
  const Icon = visible ? EyeOff : Eye;
  return (
    <span className="relative block">
      <TextInput
        name="password"
        maxLength={128}
        required
        {...props}
        type={visible ? 'text' : 'password'}
        className="pr-11"
      />
      <button
        type="button"
        aria-label={visible ? text.hide : text.show}
        onClick={() => setVisible(!visible)}
        className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-control text-muted hover:text-ink"
      >
        <Icon aria-hidden size={18} strokeWidth={1.5} />
      </button>
    </span>
  );
}
