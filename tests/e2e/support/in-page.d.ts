/** What the page and the tests put into the page's global scope, for functions that run in it. */
declare global {
  /** Offered by the page to the console (`src/web/main.tsx`). */
  var entente: {
    drawn: {
      value: {
        placeOf(id: string): { x: number; y: number } | null;
        edgePlaceOf(key: string): { x: number; y: number } | null;
        sigma: {
          getCamera(): { ratio: number };
          on(event: "afterRender", listener: () => void): void;
          render(): void;
        };
        labels: { left: number; top: number; width: number; height: number; text: string; must: boolean }[];
        graph: {
          order: number;
          size: number;
          getNodeAttributes(id: string): { x: number; y: number };
        };
      };
    };
  };
  /** axe-core, once its source has been run in the page. */
  var axe: typeof import("axe-core");
  /** Pictures counted so far by the test of the large graph. */
  var counted: { count: number };
  /** Told what the page says while it reads an article. */
  var seen: (text: string) => void;
  /** Set by a script of the hostile article, should one ever run. */
  var pwned: unknown;
}

export {};
