import type { NameToken, ParsedName } from './types.js';
import type { WeighedToken } from './weighed-token.js';

/** The tokens of a name, or of a name two of whose words are taken for one. */
export interface Side {
  readonly tokens: readonly WeighedToken[];
  /** Index of the token that stands for two; -1 where none does. */
  readonly joinedAt: number;
}

/** A name made ready to be compared many times. Made for one snapshot of frequencies. */
export interface ComparableName {
  readonly whole: Side;
  /** The token in a place and the next as one word; null where they cannot be one. */
  neighboursAt(place: number): NameToken | null;
  /** The same, weighed. Made anew each time: such words are as many as names, and few are ever asked for. */
  joinAt(place: number): WeighedToken | null;
  /** Orders any two names, so that ties fall the same way whichever comes first. */
  readonly order: string;
}

/** Weighs a token of a name, or two joined, which are of no vocabulary. */
type Weigh = (token: NameToken, joined: boolean) => WeighedToken;

/** A token and the one that follows it in its name, as one word; null where they cannot be one. */
function joinNeighbours(first: NameToken, second: NameToken): NameToken | null {
  if (first.head !== null || second.head !== null || first.script !== second.script) return null;
  return {
    ...first,
    text: `${first.text} ${second.text}`,
    folded: first.folded + second.folded,
    spelling: first.spelling + second.spelling,
    whole: first.whole + second.whole,
    roles: [...new Set([...first.roles, ...second.roles])],
  };
}

function orderOf(name: ParsedName): string {
  return name.tokens.map((token) => `${token.text}|${token.roles.join()}`).join(' ');
}

class ReadyName implements ComparableName {
  readonly whole: Side;
  /** By place; null where nothing is remembered. */
  private readonly joined: (NameToken | null)[] | null;

  constructor(
    tokens: readonly WeighedToken[],
    readonly order: string,
    private readonly weigh: Weigh,
    remembersJoined: boolean,
  ) {
    this.whole = { tokens, joinedAt: -1 };
    this.joined = remembersJoined ? [] : null;
  }

  neighboursAt(place: number): NameToken | null {
    if (this.joined === null) return this.join(place);
    return (this.joined[place] ??= this.join(place));
  }

  joinAt(place: number): WeighedToken | null {
    const joined = this.neighboursAt(place);
    return joined === null ? null : this.weigh(joined, true);
  }

  private join(place: number): NameToken | null {
    const [first, second] = [this.whole.tokens[place]?.token, this.whole.tokens[place + 1]?.token];
    return first === undefined || second === undefined ? null : joinNeighbours(first, second);
  }
}

/** All words that two neighbours of a name may be together. */
export function joinsOf(name: ComparableName): WeighedToken[] {
  const joins: WeighedToken[] = [];
  for (let place = 0; place + 1 < name.whole.tokens.length; place += 1) {
    const joined = name.joinAt(place);
    if (joined !== null) joins.push(joined);
  }
  return joins;
}

/** @param comparedOften remembers what else is made of the name: it is soon forgotten itself */
export function toComparable(
  name: ParsedName,
  weigh: Weigh,
  comparedOften = false,
): ComparableName {
  const tokens = name.tokens.map((token) => weigh(token, false));
  return new ReadyName(tokens, orderOf(name), weigh, comparedOften);
}

/** Index in the name of a side's token. */
export function placeOf({ joinedAt }: Side, index: number): number {
  return joinedAt >= 0 && index > joinedAt ? index + 1 : index;
}
