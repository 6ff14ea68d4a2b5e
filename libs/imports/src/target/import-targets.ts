import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ImportKind, ImportTarget } from './import-target.js';

/** The targets of this process, one a kind. */
@Injectable()
export class ImportTargets implements OnApplicationBootstrap {
  private readonly byKind = new Map<string, ImportTarget>();

  /** To be called in the target's `onModuleInit`. @throws Error for a second target of a kind. */
  add<Document>(target: ImportTarget<Document>): void {
    if (this.byKind.has(target.kind)) {
      throw new Error(`There are two import targets of the kind "${target.kind}".`);
    }
    this.byKind.set(target.kind, target);
  }

  /** @throws Error where no room in this process offers it: a mistake in how the app is put together. */
  of(kind: ImportKind): ImportTarget {
    const target = this.byKind.get(kind);
    if (!target) throw new Error(`There is no import target of the kind "${kind}".`);
    return target;
  }

  all(): ImportTarget[] {
    return [...this.byKind.values()];
  }

  onApplicationBootstrap(): void {
    if (this.byKind.size === 0) throw new Error('No room offers an import target.');
  }
}
