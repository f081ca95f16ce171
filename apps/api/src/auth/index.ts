export { AuthModule } from './auth.module';
export { type Caller, CurrentCaller, Requires } from './guards/caller';
