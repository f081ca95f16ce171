import type { Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { BirdMark } from '@/ui/bird-mark';
import { buttonClass } from '@/ui/button-class';

/** Works where no other script can be had: another try on demand, and by itself when the network is back. */
const tryAgain = `addEventListener('online',function(){location.reload()});document.getElementById('again').onclick=function(){location.reload()}`;

/** There is no network: what is safe, and another try at the same address. */
export function OfflinePage({ locale }: { locale: Locale }) {
  const common = translatorOf(locale, 'common');
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center p-8">
      <BirdMark size={56} />
      <h1 className="mt-8 text-3xl">{common('offline.title')}</h1>
      <p className="mt-3 text-muted">{common('offline.body')}</p>
      <button id="again" type="button" className={`${buttonClass({ look: 'main', size: 'large' })} mt-8`}>
        {common('retry')}
      </button>
      <script dangerouslySetInnerHTML={{ __html: tryAgain }} />
    </main>
  );
}
