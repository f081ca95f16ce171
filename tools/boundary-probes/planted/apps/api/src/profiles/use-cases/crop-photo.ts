// breaks: sharp-behind-its-adapter
import * as vendor from 'sharp';

export const cropPhoto = vendor;
