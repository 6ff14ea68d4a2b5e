import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DemoClient } from '../../apps/cli/src/demo/demo-client.js';
import { startService, type AtharService } from '../support/athar-service.js';

/** A service that is killed and started again on the same data and the same port. */
export class MortalService {
  kills = 0;
  private athar: AtharService;

  private constructor(
    private readonly environment: Record<string, string>,
    private readonly url: string,
  ) {
    this.athar = startService(['start'], environment);
  }

  static async start(environment: Record<string, string>): Promise<MortalService> {
    const port = await freePort();
    const service = new MortalService(
      { ...environment, ATHAR_PORT: String(port) },
      `http://127.0.0.1:${port}`,
    );
    await service.up();
    return service;
  }

  get dataFolder(): string {
    return this.environment['ATHAR_DATA'] ?? '';
  }

  /** The member with this label; ids stay the same over all lives. */
  as(label: string): DemoClient {
    const [, id = ''] =
      new RegExp(`([0-9a-f-]{36})  ${label} `).exec(this.athar.output().stderr) ?? [];
    return new DemoClient(this.url, id, AbortSignal.timeout(600_000));
  }

  /** Waits until it answers; it may be killed meanwhile. */
  async up(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${this.url}/api/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      if (this.athar.child.exitCode !== null) {
        throw new Error(`It ended by itself:\n${this.athar.output().stderr.slice(-2000)}`);
      }
      await pause(30);
    }
  }

  /** Kills at moments drawn from `seed`, some of them while it is still starting. */
  async killAtRandomMoments(times: number, seed: number, work: Promise<void>): Promise<void> {
    let over = false;
    work.then(
      () => (over = true),
      () => (over = true),
    );
    let state = seed;
    while (this.kills < times) {
      // Park and Miller's minimal standard generator, 1988.
      state = (state * 48271) % 2147483647;
      await pause(100 + (state % 2400));
      await this.killOnce();
      this.athar = startService(['start'], this.environment);
      if (over) await this.up();
    }
    await this.up();
  }

  async stop(): Promise<void> {
    this.athar.child.kill('SIGTERM');
    await this.athar.ended();
  }

  private async killOnce(): Promise<void> {
    this.athar.child.kill('SIGKILL');
    await this.athar.ended();
    this.kills += 1;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
