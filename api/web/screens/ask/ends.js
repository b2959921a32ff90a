/** When an instruction ends by itself. */

export const ENDS = ["never", "tonight", "day", "week"];

const HOUR_MS = 3_600_000;
const TO_MS = { day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS };

/** The moment that a choice means, as the API takes it; null for none. @param {string} end @param {Date} [now] */
export function endAt(end, now = new Date()) {
  if (end === "never") return null;
  if (end !== "tonight") return new Date(now.getTime() + TO_MS[end]).toISOString();
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return midnight.toISOString();
}
