'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { queryKeys } from '@/lib/query-keys';
import { Skeleton } from '@/ui/skeleton';
import { exportPdf, type RenderedPdf } from '../api/export-pdf';
import { useEditor, useEditorState } from '../store/editor-context';
import { useBlobAddress } from './use-blob-address';

/** The real pages of the draft, set anew whenever the server has a newer draft; the old ones stay until the new ones are there. */
export function PdfPreview() {
  const text = useTranslations('editor.preview');
  const { store, profileId } = useEditor();
  const etag = useEditorState(({ sync }) => sync.etag);
  const template = useEditorState(({ document }) => document.meta?.canar?.design?.template ?? 'classic');
  const pdf = useQuery({
    queryKey: [...queryKeys.draft(profileId), 'pdf', template, etag],
    queryFn: async ({ signal }) => {
      await store.flush();
      return exportPdf(profileId, template, 'draft', signal);
    },
    placeholderData: (previous) => previous,
    gcTime: 60_000,
    staleTime: Infinity,
  });
  const address = useBlobAddress(pdf.data?.blob, 'application/pdf');
  if (pdf.error) {
    return (
      <div className="p-4">
        <LoadFailure error={pdf.error} onRetry={() => void pdf.refetch()} />
      </div>
    );
  }
  if (!address) return <Skeleton className="m-5 h-4/5" />;
  return (
    <div className="flex h-full flex-col">
      <p className="flex min-h-8 items-center justify-between gap-3 px-4 pt-1 text-xs text-muted">
        <span role="status">{pdf.isFetching ? text('pdfBusy') : pdf.data && <ReadBack pdf={pdf.data} />}</span>
        <a className="link" href={address} target="_blank" rel="noreferrer">
          {text('pdfOpen')}
        </a>
      </p>
      <iframe title={text('pdfTitle')} src={`${address}#navpanes=0&view=FitH`} className="min-h-0 w-full grow" />
    </div>
  );
}

/** How much of the PDF a machine reads, and what no font draws. */
function ReadBack({ pdf: { readability, missingGlyphs } }: { pdf: RenderedPdf }) {
  const text = useTranslations('editor.preview');
  return (
    <>
      {readability !== null && text('readability', { share: readability })}
      {missingGlyphs !== '' && ` ${text('missingGlyphs', { characters: missingGlyphs })}`}
    </>
  );
}
