/** A value that a screen asks the server for, kept up while the screen is shown. */

import { useCallback, useEffect, useRef, useState } from "./preact.js";

/**
 * @typedef {{value: any, error: any, again: () => Promise<void>, set: (value: any) => void}} Asked
 * `value` is undefined until it came; `again` asks anew and leaves the old one until then.
 */

/**
 * Asks when the screen opens and whenever one of `inputs` changes.
 * @param {() => Promise<any>} ask
 * @param {unknown[]} inputs
 * @returns {Asked}
 */
export function useAsked(ask, inputs = []) {
  const [state, setState] = useState({ value: undefined, error: null });
  const newest = useRef(0);
  const again = useCallback(async () => {
    newest.current += 1;
    const mine = newest.current;
    try {
      const value = await ask();
      if (mine === newest.current) setState({ value, error: null });
    } catch (error) {
      if (mine === newest.current) setState((old) => ({ ...old, error }));
    }
  }, inputs);
  useEffect(() => {
    setState({ value: undefined, error: null });
    again();
    return () => {
      newest.current += 1; // an answer that comes after the screen is gone is dropped
    };
  }, [again]);
  return { ...state, again, set: (value) => setState({ value, error: null }) };
}

/**
 * A press that does something on the server: `busy` meanwhile, `error` if it was refused.
 * @param {(...given: any[]) => Promise<any>} act
 */
export function useAct(act) {
  const [state, setState] = useState({ busy: false, error: null });
  const run = async (...given) => {
    setState({ busy: true, error: null });
    try {
      const done = await act(...given);
      setState({ busy: false, error: null });
      return done;
    } catch (error) {
      setState({ busy: false, error });
      return undefined;
    }
  };
  return { ...state, run };
}

/**
 * @typedef {Asked & {next: number | null, more: {busy: boolean, error: any, run: () => Promise<any>}}} Pages
 * `value` has the rows of all pages so far, `next` is null where no more follow, `more.run` fetches them.
 */

/**
 * Asks for the first page as `useAsked` does, and for those that follow when told to.
 * @param {(before: number | null) => Promise<{rows: any[], next: number | null}>} ask
 * @param {unknown[]} inputs
 * @returns {Pages}
 */
export function usePages(ask, inputs = []) {
  const [older, setOlder] = useState({ rows: [], next: null });
  const first = useAsked(async () => {
    const page = await ask(null);
    setOlder({ rows: [], next: page.next });
    return page.rows;
  }, inputs);
  const more = useAct(async () => {
    const page = await ask(older.next);
    setOlder({ rows: [...older.rows, ...page.rows], next: page.next });
  });
  return { ...first, value: first.value && [...first.value, ...older.rows], next: older.next, more };
}
