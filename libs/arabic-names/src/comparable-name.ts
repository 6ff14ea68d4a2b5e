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
  /** Each token and the next as one word; null where they cannot be one. Made when first asked for: few are. */
  readonly joins: readonly (WeighedToken | null)[];
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
  private made: readonly (WeighedToken | null)[] | null = null;

  constructor(
    tokens: readonly WeighedToken[],
    readonly order: string,
    private readonly weigh: Weigh,
  ) {
    this.whole = { tokens, joinedAt: -1 };
  }

  get joins(): readonly (WeighedToken | null)[] {
    return (this.made ??= this.joinAll());
  }

  private joinAll(): (WeighedToken | null)[] {
    const { tokens } = this.whole;
    return tokens.slice(1).map(({ token: second }, at) => {
      const first = tokens[at]?.token;
      const joined = first === undefined ? null : joinNeighbours(first, second);
      return joined === null ? null : this.weigh(joined, true);
    });
  }
}

export function toComparable(name: ParsedName, weigh: Weigh): ComparableName {
  const tokens = name.tokens.map((token) => weigh(token, false));
  return new ReadyName(tokens, orderOf(name), weigh);
}

/** Index in the name of a side's token. */
export function placeOf({ joinedAt }: Side, index: number): number {
  return joinedAt >= 0 && index > joinedAt ? index + 1 : index;
}
