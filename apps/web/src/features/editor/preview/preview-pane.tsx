'use client';

import { hiddenByDefault } from '@canar/profile-document';
import { templateIdOf } from '@canar/profile-templates';
import { clsx } from 'clsx';
import { Smartphone } from 'lucide-react';
import { useCallback, useDeferredValue, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Profile } from '@/lib/api/types';
import { IconButton } from '@/ui/button';
import { TabPanel, Tabs } from '@/ui/tabs';
import { useDocument, useEditor } from '../store/editor-context';
import { connectPage } from './connect-page';
import { Fitted } from './fitted';
import { FoldPane } from './fold-pane';
import { PagePreview } from './page-preview';
import { PdfPreview } from './pdf-preview';
import { useInView } from './use-in-view';

/** The draft as visitors would see it: the web page, and the real PDF. */
export function PreviewPane({ profile, className }: { profile: Profile; className?: string }) {
  const text = useTranslations('editor.preview');
  const [tab, setTab] = useState<'web' | 'pdf'>('web');
  const [narrow, setNarrow] = useState(false);
  const tabs = [
    { value: 'web', label: text('web') },
    { value: 'pdf', label: text('pdf') },
  ] as const;
  return (
    <section id="preview-pane" aria-label={text('label')} className={clsx('relative', className)}>
      <Tabs
        value={tab}
        onChange={setTab}
        tabs={tabs}
        label={text('label')}
        className="flex h-full flex-col [&>[role=tablist]]:px-4 lg:[&>[role=tablist]]:pl-13"
      >
        <TabPanel value="web" className="min-h-0 grow overflow-y-auto p-3 sm:p-5">
          <WebPreview profile={profile} narrow={narrow} />
        </TabPanel>
        <TabPanel value="pdf" className="min-h-0 grow">
          <PdfPreview title={profile.title} />
        </TabPanel>
      </Tabs>
      <FoldPane pane="edit" className="absolute top-0.5 left-1.5 max-lg:hidden" />
      <div className="absolute top-0.5 right-1.5 flex">
        {tab === 'web' && <WidthButton narrow={narrow} onChange={setNarrow} />}
        <FoldPane pane="design" className="max-xl:hidden" />
      </div>
    </section>
  );
}

function WidthButton({ narrow, onChange }: { narrow: boolean; onChange: (narrow: boolean) => void }) {
  const text = useTranslations('editor.preview');
  return (
    <IconButton
      label={text(narrow ? 'wide' : 'narrow')}
      aria-pressed={narrow}
      onClick={() => onChange(!narrow)}
      className={clsx('max-sm:hidden', narrow && 'text-ink')}
    >
      <Smartphone aria-hidden size={18} strokeWidth={1.5} />
    </IconButton>
  );
}

function WebPreview({ profile, narrow }: { profile: Profile; narrow: boolean }) {
  const text = useTranslations('editor.preview');
  const frame = useRef<HTMLDivElement>(null);
  const inView = useInView(frame);
  const hint = useId();
  return (
    <div
      ref={frame}
      role="group"
      aria-label={text('frame')}
      aria-describedby={hint}
      className={clsx(
        'mx-auto grid min-h-full grid-cols-1 overflow-hidden rounded-surface bg-[#fffefb] shadow-float',
        narrow ? 'max-w-[390px]' : 'max-w-4xl',
      )}
    >
      <p id={hint} className="sr-only">
        {text('frameHint')}
      </p>
      <Fitted width={narrow ? 390 : 700}>{inView && <DraftPage profile={profile} />}</Fitted>
    </div>
  );
}

/** The draft as a page that leads to its fields. */
function DraftPage({ profile }: { profile: Profile }) {
  const { places } = useEditor();
  const document = useDeferredValue(useDocument());
  const onPage = useCallback(
    (root: ShadowRoot) => {
      const view = root.host.closest<HTMLElement>('[role="tabpanel"]') ?? globalThis.document.documentElement;
      return connectPage({ root, view }, places);
    },
    [places],
  );
  return (
    <PagePreview
      document={document}
      template={templateIdOf(document)}
      photo={profile.photo}
      hiddenFields={profile.publication?.hiddenFields ?? hiddenByDefault}
      onPage={onPage}
    />
  );
}
