/** The one door to the vendored library: components are written with `html` and hold their state in signals. */

import { h, htm } from "../vendor/preact.js";

/** @template Value @typedef {import("../vendor/preact.js").Signal<Value>} Signal */

export {
  Fragment,
  batch,
  computed,
  createRef,
  effect,
  render,
  signal,
  untracked,
  useCallback,
  useComputed,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useSignal,
  useSignalEffect,
  useState,
} from "../vendor/preact.js";

export const html = htm.bind(h);
