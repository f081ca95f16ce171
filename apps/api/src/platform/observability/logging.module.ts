import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config/config';
import { loggedError } from './logged-error';
import { loggedPathOf } from './logged-path';

interface SeenRequest {
  id: string;
  method: string;
  url: string;
}

/** Structured logs: one line a request with its id, no header, no body, no query, no token, no personal data. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: ({ env }: Config) => ({
        pinoHttp: {
          level: env.LOG_LEVEL,
          customAttributeKeys: { reqId: 'requestId' },
          serializers: {
            req: ({ id, method, url }: SeenRequest) => ({ id, method, path: loggedPathOf(url) }),
            // pino-http hands over its own description of the error, with the error itself as `raw`.
            err: (described: { raw?: unknown }) => loggedError(described.raw ?? described),
            res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
          },
          autoLogging: { ignore: (request) => request.url === '/api/auth/health' },
        },
      }),
    }),
  ],
})
export class LoggingModule {}
