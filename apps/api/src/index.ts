export type { ApiOptions } from './api.module.js';
export { openApiDocument } from './openapi/document.js';
export { PortInUse, createApi, startApi, type RunningApi } from './start-api.js';
