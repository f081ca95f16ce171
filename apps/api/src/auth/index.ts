export { AuthModule } from './auth.module';
export { type Caller, CurrentCaller, PossibleCaller, Requires, SignInOptional } from './guards/caller.decorator';
export { FindMember } from './use-cases/find-member';
export { SessionOwners } from './tokens/session-owners';
export { Passwords } from './passwords/passwords';
export { tenantChannel } from './persistence/access.repository';
