'use client';

import { useEffect, useRef, useState } from 'react';
import { localePath } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { confirmEmailChange, undoEmailChange } from './api/email-change';
import { AuthProblem } from './auth-problem';
import type { LinkPageProps } from './link-frame';
import { takeToken } from './take-token';

/** What the link is for: confirming the new address, or undoing the change from the old one. */
type Task = 'changeEmail' | 'undoEmailChange';

const tasks = {
  changeEmail: { act: confirmEmailChange, next: '/settings/' },
  undoEmailChange: { act: undoEmailChange, next: '/forgot-password/' },
} as const;

/** Confirms or undoes a change of the address with the mailed link. It asks for a click, so that programs that open mailed links do neither. */
export function EmailChangeLink({ task, ...page }: LinkPageProps & { task: Task }) {
  const { locale, text } = page;
  const { act, next } = tasks[task];
  const { state, submit } = useMailedAct(act);
  const words = text[task];
  if (state === 'done') {
    return (
      <div className="mt-8">
        <Notice tone="good" title={words.done}>
          <a className="link" href={localePath(locale, next)}>
            {words.next}
          </a>
        </Notice>
      </div>
    );
  }
  return (
    <div className="mt-8 flex flex-col gap-5">
      {state instanceof ApiProblem && <AuthProblem problem={state} {...page} />}
      <Button look="main" size="large" busy={state === 'busy'} onClick={() => void submit()}>
        {words.submit}
      </Button>
    </div>
  );
}

/** What happens on the click with the token in the address. */
function useMailedAct(act: (token: string) => Promise<void>) {
  const token = useRef('');
  const [state, setState] = useState<'calm' | 'busy' | 'done' | ApiProblem>('calm');
  useEffect(() => {
    token.current ||= takeToken();
  }, []);
  const submit = async () => {
    if (token.current === '') return setState(new ApiProblem(401, 'mailed-link.invalid'));
    setState('busy');
    try {
      await act(token.current);
      setState('done');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setState(error);
    }
  };
  return { state, submit };
}
