import type { DiscoveryService, Reflector } from '@nestjs/core';
import { HandlerDoubled, HandlerMissing } from './errors.js';
import { QUEUES, type QueueName } from './jobs.js';
import { PROCESSES, type JobHandler } from './processes.js';

/**
 * The handler of every queue, found among the app's providers by their `@Processes`.
 * @throws HandlerMissing, HandlerDoubled
 */
export function findHandlers(
  discovery: DiscoveryService,
  reflector: Reflector,
): Map<QueueName, JobHandler<QueueName>> {
  const found = new Map<QueueName, JobHandler<QueueName>>();
  const doubled: QueueName[] = [];
  for (const instance of instancesOf(discovery)) {
    const queue = reflector.get<QueueName | undefined>(PROCESSES, instance.constructor);
    if (queue === undefined) continue;
    if (found.has(queue)) doubled.push(queue);
    found.set(queue, instance as JobHandler<QueueName>);
  }
  if (doubled.length > 0) throw new HandlerDoubled(doubled);
  const missing = QUEUES.filter((queue) => !found.has(queue));
  if (missing.length > 0) throw new HandlerMissing(missing);
  return found;
}

function instancesOf(discovery: DiscoveryService): Set<object> {
  const instances = discovery.getProviders().map(({ instance }): unknown => instance);
  return new Set(instances.filter(isClassInstance));
}

function isClassInstance(value: unknown): value is object {
  return typeof value === 'object' && value !== null && typeof value.constructor === 'function';
}
