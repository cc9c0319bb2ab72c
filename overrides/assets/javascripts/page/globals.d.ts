/** What a script of the library leaves for those that come after it: each file that is sent is a function of its own. */

import type { copy } from "./clipboard.js";
import type { stampDays } from "./days.js";
import type { ownMarkup, ownScript, parsed } from "./own.js";
import type { tell } from "./tell.js";
import type { remember, remembered } from "./storage.js";
import type { beside } from "../search/beside.js";
import type { ranges } from "../search/marks.js";
import type { Take } from "../search/take.js";
import type { Search } from "../search/words.js";

declare global {
  interface Window {
    /** Of library.js, which every page has first. */
    LibraryPage?: {
      root: string;
      copy: typeof copy;
      stampDays: typeof stampDays;
      remember: typeof remember;
      remembered: typeof remembered;
      parsed: typeof parsed;
      ownMarkup: typeof ownMarkup;
      ownScript: typeof ownScript;
      tell: typeof tell;
    };
    /** Of reading-list.js. */
    LibraryReadingList?: {
      LONGEST: number;
      read(): string[];
      write(ids: readonly string[]): void;
      show(below?: ParentNode): void;
      keeps(): boolean;
    };
    /** Of the scripts that the search page fetches when they are first needed. */
    LibrarySearch?: { words?: { Search: typeof Search; ranges: typeof ranges }; Take?: typeof Take; beside?: typeof beside };
    /** The DOM's own types know no trusted ones yet: here they are the texts that they stand for. */
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createHTML(html: string): string; createScriptURL(address: string): string },
      ): { createHTML(html: string): string; createScriptURL(address: string): string };
    };
  }

  interface HTMLScriptElement {
    /** The file that a script of the offline library brings (hooks/library/offline/bundle.py). */
    libraryText?: string;
  }
}
