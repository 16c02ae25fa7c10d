// The search page of the area: it is no sealed page, but made from a template of the shell, and its query stands in the fragment.

import { parse } from "./fragment.js";
import { NotFoundError } from "./objects.js";

export const SEARCH_ROUTE = "/suche/";

const START = "/";

export class AreaSearch {
    #root;
    #session;
    #objects;
    #view;
    #search = null;

    constructor(root, session, objects, view) {
        this.#root = root;
        this.#session = session;
        this.#objects = objects;
        this.#view = view;
        const header = document.querySelector(".header-search");
        header?.addEventListener("submit", event => this.#submitted(event, header));
    }

    /** Fetches what the search needs; what is returned shows it. */
    async prepare(query) {
        const template = document.getElementById("mitglieder_vorlage_suche");
        const page = this.#view.copy("suche").firstElementChild;
        const { makeSearch } = await import(template.dataset.module);
        const search = await makeSearch(page, template.dataset, {
            root: this.#root,
            audiences: this.#session.membership.audiences,
            piece: (audience, path) => this.#piece(audience, path),
            html: async path => (await this.#objects.page(path))[0].html,
            go: href => location.replace(href),
            keep: (state, isNew) => history[isNew ? "pushState" : "replaceState"](null, "", `#${SEARCH_ROUTE}${state.size > 0 ? `?${state}` : ""}`),
        });
        const navigation = this.#view.hasNavigation ? null : await this.#navigation();
        return () => {
            this.#search = search;
            this.#view.showOwn(page, page.querySelector("h1").textContent, { route: SEARCH_ROUTE, navigation });
            void search.open(new URLSearchParams(query), { mayJump: true });
        };
    }

    /** Shows another query on the page that is there already. */
    update(query) {
        void this.#search?.open(new URLSearchParams(query));
    }

    /** Forgets what was opened. */
    clear() {
        this.#search = null;
    }

    /** The field in the head of the site searches the area while that is open. */
    #submitted(event, form) {
        if (this.#session.isOpen) {
            event.preventDefault();
            location.hash = `${SEARCH_ROUTE}?${new URLSearchParams(new FormData(form))}`;
        }
    }

    async #piece(audience, path) {
        try {
            return await (await this.#objects.piece(audience, path)).arrayBuffer();
        } catch (problem) {
            if (problem instanceof NotFoundError) {
                return null;
            }

            throw problem;
        }
    }

    async #navigation() {
        const [{ html }] = await this.#objects.page(START);
        return parse(html, START).navigation;
    }
}
