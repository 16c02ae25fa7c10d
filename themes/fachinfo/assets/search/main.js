// The public search page: its indexes, its pages' texts, and its query in the address.

import { SearchIndex } from "./index.js";
import { loaderFor } from "./pieces.js";
import { PageTexts } from "./texts.js";
import { SearchView } from "./view.js";

const words = document.getElementById("suche_skript").dataset;
const { root } = document.documentElement.dataset;
const texts = new PageTexts(root);
const indexOf = (folder) => (folder ? new SearchIndex(loaderFor(new URL(folder, location).href)) : null);
const view = new SearchView(document, words, {
    pages: indexOf(words.pieces),
    files: indexOf(words.files),
    hrefOf: ({ address }) => root + address,
    textOf: (record) => texts.of(record),
    go: (href) => location.replace(href),
    keep: (state, isNew) => history[isNew ? "pushState" : "replaceState"](null, "", state.size > 0 ? `?${state}` : location.pathname),
});
const state = () => new URLSearchParams(location.search);

document.getElementById("suche_ohne").remove();
addEventListener("popstate", () => view.open(state()));
void view.open(state(), { mayJump: true });
