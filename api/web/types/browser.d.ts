/** What browsers have and TypeScript's own lists of them lack, or keep apart for workers. */

declare function skipWaiting(): Promise<void>;
declare const clients: { claim(): Promise<void> };

interface Navigator {
  readonly connection?: { readonly saveData: boolean };
}
