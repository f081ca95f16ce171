// breaks: aws-behind-its-adapter
import * as vendor from '@aws-sdk/client-s3';

export const storePhoto = vendor;
