import type { HolderMatch, Match, Mention, PlaceMatch, Recognition } from './recognition.js';

/** Sums up mentions: the narrowest certain places and holders, and the governorates of the places. */
export function toRecognition(mentions: readonly Mention[]): Recognition {
  const certain = new Map<string, Match>();
  for (const { certain: match } of mentions) {
    if (match === null) continue;
    const key = `${match.what} ${match.code}`;
    if ((certain.get(key)?.confidence ?? 0) < match.confidence) certain.set(key, match);
  }
  const matches = [...certain.values()];
  const places = matches.filter((match): match is PlaceMatch => match.what === 'place');
  const holders = matches.filter((match): match is HolderMatch => match.what === 'holder');
  return {
    mentions,
    places: narrowest(places),
    holders: narrowest(holders),
    governorates: [...new Set(places.map(({ code, parents }) => parents.at(-1)?.code ?? code))],
  };
}

function narrowest<M extends Match>(matches: readonly M[]): M[] {
  const containing = new Set(matches.flatMap(({ parents }) => parents.map(({ code }) => code)));
  return matches.filter(({ code }) => !containing.has(code));
}
