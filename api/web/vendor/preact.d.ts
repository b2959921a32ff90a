/** What the app uses of preact.js, for the check of its types; written here, not vendored. */

export interface Signal<Value> {
  value: Value;
  peek(): Value;
  subscribe(hear: (value: Value) => void): () => void;
}
export interface ReadonlySignal<Value> {
  readonly value: Value;
  peek(): Value;
}
export interface Ref<Value> {
  current: Value;
}
export interface VNode {
  type: unknown;
  props: Record<string, unknown>;
}
type Ending = void | (() => void);

export const Fragment: (props: { children?: unknown }) => VNode;
export function h(type: unknown, props: Record<string, unknown> | null, ...children: unknown[]): VNode;
export const htm: {
  bind<Made>(make: (type: unknown, props: Record<string, unknown> | null, ...children: unknown[]) => Made): (
    strings: TemplateStringsArray,
    ...values: unknown[]
  ) => Made;
};
export function render(node: unknown, place: Element | null): void;
export function createRef<Value = any>(): Ref<Value | null>;

export function batch<Value>(work: () => Value): Value;
export function computed<Value>(find: () => Value): ReadonlySignal<Value>;
export function effect(work: () => Ending): () => void;
export function signal<Value>(value: Value): Signal<Value>;
export function untracked<Value>(read: () => Value): Value;

export function useCallback<Work extends Function>(work: Work, on: unknown[]): Work;
export function useComputed<Value>(find: () => Value): ReadonlySignal<Value>;
export function useEffect(work: () => Ending, on?: unknown[]): void;
export function useId(): string;
export function useLayoutEffect(work: () => Ending, on?: unknown[]): void;
export function useMemo<Value>(find: () => Value, on: unknown[]): Value;
export function useRef<Value = any>(value: Value): Ref<Value>;
export function useSignal<Value>(value: Value): Signal<Value>;
export function useSignalEffect(work: () => Ending): void;
export function useState<Value = any>(value: Value | (() => Value)): [Value, (value: Value | ((old: Value) => Value)) => void];
