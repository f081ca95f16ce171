'use client';

import { useId } from 'react';
import type { Messages } from '@/i18n/catalogue';
import { localePath, type Locale } from '@/i18n/locales';

interface AgreementProps {
  locale: Locale;
  text: Messages['auth'];
  missing: boolean;
}

/** Agreement to terms and privacy notice, given by a tick of one's own. */
export function Agreement({ locale, text, missing }: AgreementProps) {
  const id = useId();
  return (
    <div>
      <div className="flex items-start gap-3 text-sm">
        <input
          id={id}
          name="agrees"
          type="checkbox"
          required
          aria-invalid={missing || undefined}
          aria-describedby={missing ? `${id}-error` : undefined}
          className="mt-0.5 size-5 shrink-0 accent-ink"
        />
        <label htmlFor={id}>
          {text.agree.split(/\{(\w+)\}/).map((part) =>
            part === 'terms' || part === 'privacy' ? (
              <a key={part} className="link" href={localePath(locale, `/${part}/`)} target="_blank" rel="noreferrer">
                {text.agreeTo[part]}
              </a>
            ) : (
              part
            ),
          )}
        </label>
      </div>
      <p id={`${id}-error`} role="alert" className={missing ? 'mt-1 text-sm text-brick' : 'hidden'}>
        {missing && text.agreeMissing}
      </p>
    </div>
  );
}
