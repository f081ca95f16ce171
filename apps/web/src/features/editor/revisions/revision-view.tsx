'use client';

import { compareDocuments, type ProfileDocument } from '@canar/profile-document';
import { templateIdOf } from '@canar/profile-templates';
import { useId, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { DialogActions } from '@/ui/overlay/dialog';
import { SkeletonLines } from '@/ui/skeleton';
import { TabPanel, Tabs } from '@/ui/tabs';
import { ChangeList } from '../changes/change-list';
import { PagePreview } from '../preview/page-preview';
import { useHiddenFields } from '../preview/use-hidden-fields';
import { useDocument } from '../store/editor-context';
import { useRevisionDocument } from '../api/get-revision';
import { useRevisions } from '../api/list-revisions';
import { useRestoreRevision } from '../api/restore-revision';
import { useRevisionTitle } from './use-revision-title';

interface RevisionViewProps {
  number: number;
  onBack: () => void;
  onDone: () => void;
}

/** One saved edit: how it looked, and what differs from the draft or from another saved edit. */
export function RevisionView({ number, onBack, onDone }: RevisionViewProps) {
  const text = useTranslations('editor.revisions');
  const [tab, setTab] = useState<'page' | 'changes'>('page');
  const restore = useRestoreRevision(onDone);
  const tabs = [
    { value: 'page', label: text('page') },
    { value: 'changes', label: text('compare') },
  ] as const;
  return (
    <>
      <Tabs value={tab} onChange={setTab} tabs={tabs} label={text('number', { number })}>
        <TabPanel value="page" className="mt-4 h-[50dvh] overflow-y-auto rounded-control border border-hairline">
          <Page number={number} />
        </TabPanel>
        <TabPanel value="changes" className="mt-4 max-h-[50dvh] overflow-y-auto">
          <Changes number={number} />
        </TabPanel>
      </Tabs>
      <DialogActions>
        <Button look="bare" onClick={onBack}>
          {text('back')}
        </Button>
        <Button look="solid" busy={restore.isPending} onClick={() => restore.mutate(number)}>
          {text('restore')}
        </Button>
      </DialogActions>
    </>
  );
}

function Page({ number }: { number: number }) {
  const common = useTranslations('common');
  const document = useRevisionDocument(number);
  const hiddenFields = useHiddenFields();
  if (!document) return <SkeletonLines lines={6} label={common('loading')} />;
  return (
    <div inert>
      <PagePreview document={document} template={templateIdOf(document)} hiddenFields={hiddenFields} />
    </div>
  );
}

function Changes({ number }: { number: number }) {
  const text = useTranslations('editor.revisions');
  const id = useId();
  const revisions = useRevisions().data?.revisions ?? [];
  const titleOf = useRevisionTitle();
  const [other, setOther] = useState<number | 'draft'>('draft');
  return (
    <>
      <label htmlFor={id} className="flex flex-wrap items-center gap-2 text-sm">
        {text('with')}
        <select
          id={id}
          value={other}
          onChange={({ target }) => setOther(target.value === 'draft' ? 'draft' : Number(target.value))}
          className="min-h-10 rounded-control border border-edge bg-raised px-3"
        >
          <option value="draft">{text('draft')}</option>
          {revisions.flatMap((revision) =>
            revision.number === number ? (
              []
            ) : (
              <option key={revision.id} value={revision.number}>
                {titleOf(revision.number)}
              </option>
            ),
          )}
        </select>
      </label>
      <div className="mt-3">
        {other === 'draft' ? <WithDraft number={number} /> : <WithRevision number={number} other={other} />}
      </div>
    </>
  );
}

function WithDraft({ number }: { number: number }) {
  return <Differences before={useRevisionDocument(number)} after={useDocument()} />;
}

/** The older one comes first, whichever is looked at. */
function WithRevision({ number, other }: { number: number; other: number }) {
  const [older, newer] = [useRevisionDocument(Math.min(number, other)), useRevisionDocument(Math.max(number, other))];
  return <Differences before={older} after={newer} />;
}

function Differences({ before, after }: { before?: ProfileDocument; after?: ProfileDocument }) {
  const common = useTranslations('common');
  const changes = useMemo(() => before && after && compareDocuments(before, after), [before, after]);
  return changes ? <ChangeList changes={changes} /> : <SkeletonLines lines={4} label={common('loading')} />;
}
