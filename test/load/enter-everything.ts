import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { severalAtOnce } from '../../apps/cli/src/demo/in-turn.js';
import { ApiRefused } from '../../apps/cli/src/demo/demo-client.js';
import type { DemoPopulation } from '../../apps/cli/src/demo/population.js';
import type { MortalService } from './mortal-service.js';

interface ImportState {
  id: string;
  state: string;
}

/**
 * Enters a whole population as stubborn clients do: whatever breaks is sent again with the same
 * Idempotency-Key until it is answered.
 */
export async function enterEverything(
  service: MortalService,
  population: DemoPopulation,
): Promise<void> {
  const collection = await stubbornly(service, () => openCollection(service));
  await Promise.all([
    importAll(service, population, collection),
    severalAtOnce(population.reports, 3, (report) => {
      const key = randomUUID();
      return stubbornly(service, () =>
        service.as('caseworker-1').post('/reports', report, { 'idempotency-key': key }),
      );
    }),
  ]);
}

const collectionKey = randomUUID();

async function openCollection(service: MortalService): Promise<string> {
  const body = { kind: 'photo_archive', title: 'Invented photo archive', custodian: 'Nobody' };
  const headers = { 'idempotency-key': collectionKey };
  const { id } = await service.as('steward-1').post<{ id: string }>('/collections', body, headers);
  return id;
}

/** A file whose upload broke off is sent again; one that has arrived is waited for. */
async function importAll(
  service: MortalService,
  population: DemoPopulation,
  collection: string,
): Promise<void> {
  for (;;) {
    const path = `/collections/${collection}/imports?format=csv&mode=keep_good`;
    const begun = await stubbornly(service, () =>
      service.as('steward-1').upload<ImportState>(path, 'text/csv', population.registryFile()),
    );
    const ended = await untilEnded(service, begun);
    if (ended.state === 'applied') return;
  }
}

async function untilEnded(service: MortalService, begun: ImportState): Promise<ImportState> {
  for (;;) {
    const view = await stubbornly(service, () =>
      service.as('steward-1').get<ImportState>(`/imports/${begun.id}`),
    );
    if (view.state !== 'receiving' && view.state !== 'applying') return view;
    await pause(100);
  }
}

/** Again and again, for as long as it is the service that is away and not the request that is bad. */
async function stubbornly<T>(service: MortalService, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      await service.up();
      return await work();
    } catch (error) {
      if (error instanceof ApiRefused && !/answered with (500|503)/.test(error.message))
        throw error;
      await pause(50);
    }
  }
}
