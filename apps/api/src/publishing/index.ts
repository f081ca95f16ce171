export type { PageAccess } from './public-page/domain/page-access';
export { passedOnReferrer, referrerOf } from './public-page/domain/referrer';
export type { PublicRequest } from './public-page/public-page-responder';
export { PublishingModule } from './publishing.module';
