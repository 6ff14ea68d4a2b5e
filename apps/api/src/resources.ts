import type { Type } from '@nestjs/common';

/** The rooms that the API opens doors to. */
export const resourceModules: Type[] = [];

/** One controller a resource. */
export const resourceControllers: Type[] = [];
