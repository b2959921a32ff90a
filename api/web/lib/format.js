/** Moments, lengths and counts as people say them. */

import { language } from "./texts.js";

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 hours ago", "in 2 days". */
export function ago(moment) {
  const passed_s = (Date.now() - new Date(moment).getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(language.value, { numeric: "auto", style: "short" });
  for (const [unit, length_s] of UNITS) {
    if (Math.abs(passed_s) >= length_s) return words.format(-Math.round(passed_s / length_s), unit);
  }
  return words.format(0, "minute");
}

/** A date and time of day. */
export function moment(value) {
  return new Intl.DateTimeFormat(language.value, { dateStyle: "medium", timeStyle: "short" }).format(new Date(value));
}

/** "1.2K". */
export function short(count) {
  return new Intl.NumberFormat(language.value, { notation: "compact" }).format(count);
}

/** "4 s". */
export function seconds(value) {
  return new Intl.NumberFormat(language.value, { style: "unit", unit: "second", maximumFractionDigits: 1 }).format(value);
}

/**
 * How far this device's clock is ahead of UTC, so that "tonight" and a day are the person's own.
 * @returns {number} minutes
 */
export const utcOffsetMin = () => -new Date().getTimezoneOffset();
