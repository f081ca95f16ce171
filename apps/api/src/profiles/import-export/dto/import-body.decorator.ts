import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiResponse } from '@nestjs/swagger';
import { Accepts } from '../../../platform/http/input/accepts.decorator';
import { Imported } from './import.dto';

/** What an import accepts and answers, with and without an account. */
export function ImportBody(): MethodDecorator {
  return applyDecorators(
    Accepts('multipart', 'raw', 'text-file'),
    HttpCode(200),
    ApiBody({
      description: 'The résumé itself, or a file of at most 10 MB: as the body, or as the multipart field "file".',
      required: true,
      content: {
        'application/json': { schema: { type: 'object', additionalProperties: true } },
        'application/pdf': { schema: { type: 'string', format: 'binary' } },
        'application/zip': { schema: { type: 'string', format: 'binary' } },
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
          schema: { type: 'string', format: 'binary' },
        },
        'application/vnd.oasis.opendocument.text': { schema: { type: 'string', format: 'binary' } },
        'text/plain': { schema: { type: 'string' } },
        'multipart/form-data': {
          schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
        },
      },
    } as ApiBodyOptions),
    ApiResponse({ status: 200, type: Imported }),
  );
}
