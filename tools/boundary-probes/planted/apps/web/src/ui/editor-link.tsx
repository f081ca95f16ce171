// breaks: ui-knows-no-feature
import { Editor } from '@/features/editor/editor';

export const EditorLink = Editor;
