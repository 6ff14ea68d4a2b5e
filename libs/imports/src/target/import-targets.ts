import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { requireRole, type Actor } from '@athar/access';
import { HeaderWords } from '../columns/header-words.js';
import type { ImportKind, ImportTarget } from './import-target.js';

/** The targets of this process, one a kind. */
@Injectable()
export class ImportTargets implements OnApplicationBootstrap {
  private readonly byKind = new Map<string, ImportTarget>();
  private readonly words = new Map<string, HeaderWords>();

  /** To be called in the target's `onModuleInit`. @throws Error for a second target of a kind. */
  add<Document>(target: ImportTarget<Document>): void {
    if (this.byKind.has(target.kind)) {
      throw new Error(`There are two import targets of the kind "${target.kind}".`);
    }
    this.byKind.set(target.kind, target);
    this.words.set(target.kind, new HeaderWords(target.vocabulary));
  }

  /** @throws Error where no room in this process offers it: a mistake in how the app is put together. */
  of(kind: ImportKind): ImportTarget {
    const target = this.byKind.get(kind);
    if (!target) throw new Error(`There is no import target of the kind "${kind}".`);
    return target;
  }

  /** The folded vocabulary of a kind. */
  wordsOf(kind: ImportKind): HeaderWords {
    return this.words.get(kind) ?? new HeaderWords(this.of(kind).vocabulary);
  }

  all(): ImportTarget[] {
    return [...this.byKind.values()];
  }

  /**
   * To be asked before anything is looked for: who has nothing to do with files of any kind is not told
   * whether there is one.
   *
   * @throws RoleMissing
   */
  requireRoleOfAny(actor: Actor, what: 'bring' | 'read'): void {
    requireRole(actor, ...new Set(this.all().flatMap(({ roles }) => roles[what])));
  }

  onApplicationBootstrap(): void {
    if (this.byKind.size === 0) throw new Error('No room offers an import target.');
  }
}
