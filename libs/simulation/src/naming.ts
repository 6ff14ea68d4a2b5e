import type { NameToken } from './name-token.js';
import type { Settings } from './options.js';
import type { Random } from './random.js';
import type { Generation } from './fashions.js';
import { firstOfDoubleNames, pickGiven, type Community } from './vocabulary.js';

/** A given name: one token, or two where a man bears a double name. */
export type GivenName = readonly NameToken[];

/** A man's name; some bear a double one that opens with Muhammad (محمد علي). */
export function manName(
  random: Random,
  settings: Settings,
  community: Community,
  generation: Generation,
): GivenName {
  const name = pickGiven(random, community, false, generation);
  const isDouble =
    community !== 'armenian' &&
    community !== 'syriac' &&
    name.ar !== firstOfDoubleNames.ar &&
    random.chance(settings.noise.doubleName);
  return isDouble ? [firstOfDoubleNames, name] : [name];
}

/** The token by which somebody is called: the last of a double name. */
export function calledBy(name: GivenName): string {
  return name.at(-1)?.ar ?? '';
}

/** A name by which nobody in `taken` is called; it is taken from then on. */
export function nameBeside(draw: () => GivenName, taken: Set<string>): GivenName {
  for (;;) {
    const name = draw();
    if (taken.has(calledBy(name))) continue;
    taken.add(calledBy(name));
    return name;
  }
}
