// breaks: ui-knows-no-feature
import { Editor } from '../features/editor';

export const EditorLink = Editor;
