/** What to say and where to turn, one thing at a time: slow enough to follow, and within what a film may last. */

export const DIGIT_S = 1;
export const TURN_S = 2;
export const CALM_S = 0.6;

/** @typedef {{at_s: number, kind: "calm" | "digit" | "turn", value: string, place: number}} Step */

/**
 * The steps of a challenge with the second at which each begins: digits, then turns, a calm face around them.
 * @param {{digits: string, turns: string[]}} challenge
 * @returns {Step[]}
 */
export function guideOf({ digits, turns }) {
  /** @type {(Omit<Step, "at_s"> & {lasts_s: number})[]} */
  const steps = [{ kind: "calm", value: "", place: 0, lasts_s: CALM_S }];
  [...digits].forEach((value, place) => steps.push({ kind: "digit", value, place, lasts_s: DIGIT_S }));
  turns.forEach((value, place) => steps.push({ kind: "turn", value, place, lasts_s: TURN_S }));
  steps.push({ kind: "calm", value: "", place: 1, lasts_s: CALM_S });
  let at_s = 0;
  return steps.map(({ lasts_s, ...step }) => {
    const timed = { ...step, at_s };
    at_s += lasts_s;
    return timed;
  });
}

/** How long the whole takes. */
export const lengthOf = ({ digits, turns }) => 2 * CALM_S + digits.length * DIGIT_S + turns.length * TURN_S;

/** The step that is due at a second. */
export const stepAt = (steps, s) => steps.findLast((step) => step.at_s <= s) ?? steps[0];
