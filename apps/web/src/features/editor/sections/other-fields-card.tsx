'use client';

import { sectionKeys } from '@canar/profile-document';
import { Card } from '@/ui/card';
import { unknownFields } from '@/signed-in/document/fields';
import { useEditorState } from '../store/editor-context';
import { PreservedFields } from './preserved-fields';

const known = ['$schema', 'basics', 'meta', ...sectionKeys];

/** Fields that an import preserved outside of all sections. */
export function OtherFieldsCard() {
  const any = useEditorState(({ document }) => unknownFields(document, known).length > 0);
  if (!any) return null;
  return (
    <Card data-place="other" className="p-3">
      <PreservedFields path={[]} place="other" known={known} />
    </Card>
  );
}
