import { confuseDots, cropEnd, loseLetter, mistype, splitWord } from './arabic-errors.js';
import type { Noise } from './noise.js';
import type { Random } from './random.js';

/** What may go wrong with one name token; gives the token back where nothing does. */
export type Slip = (random: Random, token: string) => string;

/** A hand that never slips. */
export const noSlip: Slip = (_random, token) => token;

/** A hand that types. */
export function slipsOfHand(noise: Readonly<Noise>): Slip {
  return (random, token) => (random.chance(noise.typing) ? mistype(random, token) : token);
}

/** An eye that reads a card: at most one mistake a token, since more would not be transcribed. */
export function slipsOfEye(noise: Readonly<Noise>): Slip {
  const { dots, lostLetter, cropped } = noise;
  return (random, token) => {
    const lot = random.float();
    if (lot < dots) return confuseDots(random, token);
    if (lot < dots + lostLetter) return loseLetter(random, token);
    if (lot < dots + lostLetter + cropped) return cropEnd(token);
    if (lot < dots + lostLetter + cropped + noise.splitWord) return splitWord(random, token);
    return token;
  };
}
