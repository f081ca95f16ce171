export { AuthModule } from './auth.module';
export { Caller } from './caller';
