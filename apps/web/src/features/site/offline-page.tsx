import type { Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { BirdMark } from '@/ui/bird-mark';
import { buttonClass } from '@/ui/button-class';

/**
 * Works where no other script can be had: another try on demand, and by itself once an answer comes. The browser's word alone does not
 * do: it may have spoken before this page listened, and it knows nothing of a server that is away. This page's own address holds
 * nothing to come back to, so that a try leads from there to the front page and none happens by itself; elsewhere one at most each minute does.
 */
export const tryAgain = [
  "var key='canar.tried',own=/\\/offline\\/$/",
  "function again(){if(own.test(location.pathname))location.assign(location.pathname.replace(own,'/'));else location.reload()}",
  'function due(){return Date.now()-Number(sessionStorage.getItem(key))>60000}',
  'function come(){if(due()){sessionStorage.setItem(key,Date.now());again()}}',
  "function look(){if(due())fetch(location.href,{method:'HEAD',cache:'no-store'}).then(come,function(){})}",
  "if(!own.test(location.pathname)){addEventListener('online',look);setInterval(look,3000)}",
  "document.getElementById('again').onclick=again",
].join(';');

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
