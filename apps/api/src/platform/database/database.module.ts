import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config';
import { connectionTo, databaseOf } from './connection';
import { Notifications } from './notifications';
import { UnitOfWork } from './unit-of-work';

/** How long work waits for a connection of the pool, or for a new one. */
const maxConnectionWaitMs = 15_000;

/** Connects to PostgreSQL as the application's role and provides the unit of work. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: async ({ env }: Config) => ({
        type: 'postgres' as const,
        autoLoadEntities: true,
        synchronize: false,
        migrationsRun: false,
        retryAttempts: 3,
        retryDelay: 500,
        extra: {
          ...(await connectionTo(databaseOf(env))),
          max: env.DATABASE_POOL_SIZE,
          pooler: env.DATABASE_POOLER,
          pipeline: true,
          connectionTimeoutMillis: maxConnectionWaitMs,
        },
      }),
    }),
  ],
  providers: [UnitOfWork, Notifications],
  exports: [UnitOfWork, Notifications],
})
export class DatabaseModule {}
