export { Actor, type EditedProfile } from './actor';
export { ActorError, type ApiResult, bodyOf, etagOf, fileForm, idempotencyKey } from './requests';
