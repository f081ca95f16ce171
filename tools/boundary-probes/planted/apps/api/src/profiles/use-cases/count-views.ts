// breaks: redis-behind-its-adapter
import * as vendor from 'ioredis';

export const countViews = vendor;
