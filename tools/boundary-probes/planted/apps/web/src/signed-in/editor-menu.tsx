// breaks: signed-in-knows-no-feature
import { Editor } from '@/features/editor/editor';

export const EditorMenu = Editor;
