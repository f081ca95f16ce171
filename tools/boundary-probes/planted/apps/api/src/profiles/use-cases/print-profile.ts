// breaks: typst-behind-its-adapter
import * as vendor from '@myriaddreamin/typst-ts-node-compiler';

export const printProfile = vendor;
