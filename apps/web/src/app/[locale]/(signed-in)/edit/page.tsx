import type { Metadata } from 'next';
import { EditorView } from '@/features/editor/editor-view';
import { MoreMessages } from '@/signed-in/more-messages';
import { pickMessages, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface EditProps {
  params: Promise<{ locale: string }>;
}

/** The page's title. */
export async function generateMetadata({ params }: EditProps): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'editor')('title') };
}

/** The editor; the profile is named in the query: `/edit/?profile=ID`. */
export default async function EditPage({ params }: EditProps) {
  return (
    <MoreMessages messages={pickMessages(asLocale((await params).locale), ['editor'])}>
      <EditorView />
    </MoreMessages>
  );
}
