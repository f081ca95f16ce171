export { AuthModule } from './auth.module';
export { type Caller, CurrentCaller, Requires } from './guards/caller';
export { FindMember } from './use-cases/find-member';
