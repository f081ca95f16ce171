'use client';

import { useTranslations } from 'use-intl';
import { BirdMark } from '@/ui/bird-mark';
import { Button } from '@/ui/button';

/** The moment before an account opens. */
export function Opening() {
  const text = useTranslations('account');
  return (
    <div role="status" aria-label={text('opening')} className="grid min-h-dvh place-items-center">
      <BirdMark size={44} className="animate-[breathe_1.6s_ease-in-out_infinite]" />
    </div>
  );
}

/** No way to the server: say so and offer another try. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const text = useTranslations('account');
  const common = useTranslations('common');
  return (
    <main className="grid min-h-dvh place-items-center p-6 text-center">
      <div>
        <BirdMark size={44} className="mx-auto" />
        <p role="alert" className="mt-4 mb-5">
          {text('unreachable')}
        </p>
        <Button onClick={onRetry}>{common('retry')}</Button>
      </div>
    </main>
  );
}
