export { CodedError, type CodedErrorOptions, type ErrorKind, type Problem } from './coded-error.js';
export { currentCorrelation, isCorrelationId, withCorrelation } from './correlation.js';
export { describeError, type ErrorDescription } from './describe-error.js';
export { JsonLogger, type LogLevel } from './json-logger.js';
