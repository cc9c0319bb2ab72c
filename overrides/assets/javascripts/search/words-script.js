// What the search page fetches when a word is first looked for.

import { ranges } from "./marks.js";
import { Search } from "./words.js";

window.LibrarySearch = { ...window.LibrarySearch, words: { Search, ranges } };
