// Chance that is the same in every run: a seeded generator, so that two runs measure the same nation.

/** Numbers in [0, 1), the same row for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Around `middle` with a spread: the mean of three, so that far values are rare. */
export function around(random: Random, middle: number, spread: number): number {
  return middle + ((random() + random() + random()) / 1.5 - 1) * spread;
}
