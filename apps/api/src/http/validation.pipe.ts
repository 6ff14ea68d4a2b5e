import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { Problem } from '@athar/diagnostics';
import { InvalidRequest } from './errors.js';
import { problemsOfIssues } from './schema-problems.js';
import { unstorableText } from './unstorable-text.js';

/** Checks every argument of a route that has a schema; anything else is passed on untouched. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!metadata.schema || metadata.type === 'custom') return value;
    const place = placeOf(metadata);
    const unstorable = unstorableText(value, place);
    if (unstorable.length > 0) throw new InvalidRequest(unstorable);
    const result = await metadata.schema['~standard'].validate(value);
    if (!result.issues) return result.value;
    const problems: Problem[] = problemsOfIssues(result.issues, place);
    throw new InvalidRequest(problems.slice(0, 100));
  }
}

/** A body's fields are JSON pointers; those of the address say where they stand. */
function placeOf({ type, data }: ArgumentMetadata): string {
  if (type === 'body') return data === undefined ? '' : `/${data}`;
  return data === undefined ? type : `${type}/${data}`;
}
