// breaks: feature-front-door
import { Editor } from '../editor/editor';

export const Preview = Editor;
