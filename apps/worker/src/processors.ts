import type { Type } from '@nestjs/common';

/** The rooms that jobs call into. */
export const workedModules: Type[] = [];

/** One processor a queue; a missing or doubled one stops the start. */
export const processors: Type[] = [];
