import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { MEMBER_HEADER } from '../http/actor.guard.js';
import { problemSchema } from '../http/problem.js';

const description = `
Families' reports in, candidates for review out, messages sent. Every request acts as a member:
send the member's id in \`X-Athar-Member\`. There is no signing in yet, so the API is bound to
loopback. Errors are problem documents (RFC 9457) that name field and fix. Lists are paged by
\`cursor\`. Edits need \`If-Match\` with the ETag that was read. Requests that create take an
\`Idempotency-Key\`.
`.trim();

/** The OpenAPI document of every route. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Athar')
    .setDescription(description)
    .setVersion('1')
    .setLicense('AGPL-3.0-only', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addApiKey({ type: 'apiKey', in: 'header', name: MEMBER_HEADER }, 'member')
    .addSecurityRequirements('member')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').replace(/^./, (c) => c.toLowerCase())}.${method}`,
  });
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, Problem: problemAsJsonSchema() };
  return document;
}

function problemAsJsonSchema() {
  const schema = z.toJSONSchema(problemSchema, { target: 'openapi-3.0' });
  delete schema.$schema;
  return schema as NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
}

/** Serves the document and a page to try it, without anything from another host. */
export function serveApiPage(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Athar: API',
    swaggerOptions: { persistAuthorization: true, tryItOutEnabled: true },
  });
}
