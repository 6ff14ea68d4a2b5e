import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CodedError, type JsonLogger } from '@athar/diagnostics';
import { json } from 'express';
import { ApiModule, type ApiOptions } from './api.module.js';
import { correlation } from './http/correlation.middleware.js';
import { serveApiPage } from './openapi/document.js';

const JSON_LIMIT = '1mb';
/** A large file over a slow line takes its time. */
const SLOWEST_REQUEST_MS = 4 * 60 * 60 * 1000;
/**
 * Longer than browsers, clients and proxies keep an idle connection: whoever lets go first must not be
 * the server, or a request sent at that moment is answered by a reset.
 */
const IDLE_CONNECTION_MS = 75_000;

/** Another program listens where the API should. */
export class PortInUse extends CodedError {
  readonly code = 'port-in-use';
  readonly kind = 'unavailable';

  constructor(port: number) {
    super(
      `Port ${port} is in use on this machine. Set ATHAR_PORT to another one, or to 0 for any.`,
    );
  }
}

export interface RunningApi {
  /** Where it listens, as `http://127.0.0.1:3000`. */
  url: string;
  /** Ends requests at hand, then lets go of database and queue. */
  close(): Promise<void>;
}

/** Builds the API without listening; for the OpenAPI document and for tests. */
export async function createApi(
  options: ApiOptions,
  logger: JsonLogger,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(options), {
    logger,
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(correlation);
  app.use(json({ limit: JSON_LIMIT, type: 'application/json', strict: true }));
  app.setGlobalPrefix('api');
  serveApiPage(app);
  return app;
}

/** Starts the API on the configured loopback address. */
export async function startApi(options: ApiOptions, logger: JsonLogger): Promise<RunningApi> {
  const app = await createApi(options, logger);
  const { host, port } = options.config.http;
  app.getHttpServer().requestTimeout = SLOWEST_REQUEST_MS;
  app.getHttpServer().keepAliveTimeout = IDLE_CONNECTION_MS;
  try {
    await app.listen(port, host);
  } catch (error) {
    // A worker may be running in the same app by now: its jobs are ended before anything is let go.
    await app.close();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortInUse(port) : error;
  }
  const url = await app.getUrl();
  logger.log('The API listens on loopback only: there is no signing in yet', { url }, 'api');
  return { url, close: () => app.close() };
}
