// The search page: runs the query of its form, says how much was found, shows hits, and then reads the texts of the shown ones
// for snippets. What it searches, where hits lead and where the query is kept is handed in, so that the members' area uses it too.

import { SearchForm } from "./form.js";
import { fill, hitOf } from "./hits.js";
import { bestPart, mark, wordsMeant } from "./marks.js";
import { terms } from "./words.js";

const HITS_AT_ONCE = 10;

/** So many requests an answer may take. What the words leave is for the first hits; the rest of the ten waits. */
const MOST_REQUESTS = 8;
const MOST_RECORD_PIECES = 4;
const TYPING_PAUSE = 200;
const BUSY_PAUSE = 400;
const SHORTEST_TYPED = 3;

const idle = () => new Promise((done) => (window.requestIdleCallback ?? setTimeout)(() => done(), { timeout: 500 }));
const numberText = (value) => value.toLocaleString(document.documentElement.lang);

export class SearchView {
    #form;
    #parts;
    #words;
    #site;
    #index;
    #running = 0;
    #pause = 0;

    /**
     * @param page the document or element that holds the form and the places for results
     * @param words what the page says, by name
     * @param {object} site
     * @param {SearchIndex} site.pages
     * @param {SearchIndex|null} site.files
     * @param {(thing: {address: string}) => string} site.hrefOf where a hit leads
     * @param {(record: object) => Promise<string|null>} site.textOf the text of a hit; null if there is none to read
     * @param {(href: string) => void} site.go leaves for the one thing that a query names
     * @param {(state: URLSearchParams, isNew: boolean) => void} site.keep keeps the query in the address, as a new entry of the
     * history or in place of the last
     */
    constructor(page, words, site) {
        const part = (name) => page.querySelector(`#suche_${name}`);
        this.#form = new SearchForm(part("formular"));
        this.#parts = {
            status: part("stand"), results: part("ergebnis"), list: part("liste"), more: part("mehr"), registers: part("register"),
            direct: part("direkt"), inFiles: part("dateien"), template: part("muster"),
        };
        this.#words = words;
        this.#site = site;
        this.#index = site.pages;
        this.#listen(part("formular"));
    }

    /** Shows the search that an address asks for. */
    open(state, { mayJump = false } = {}) {
        this.#form.state = state;
        return this.#run({ mayJump });
    }

    #listen(form) {
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.#keep(true);
            void this.#run({ mayJump: true });
        });
        form.addEventListener("change", (event) => {
            if (event.target !== this.#form.field) {
                this.#keep(true);
                void this.#run();
            }
        });
        this.#form.field.addEventListener("input", () => {
            clearTimeout(this.#pause);
            this.#pause = setTimeout(() => this.#typed(), TYPING_PAUSE);
        });
        this.#parts.inFiles.addEventListener("click", () => {
            this.#form.chooseFiles();
            this.#keep(true);
            this.#form.field.focus();
            void this.#run();
        });
    }

    #typed() {
        if (this.#form.query.length >= SHORTEST_TYPED || this.#form.typed === "") {
            this.#keep(false);
            void this.#run({ isTyping: true });
        }
    }

    #keep(isNew) {
        clearTimeout(this.#pause);
        this.#site.keep(this.#form.state, isNew);
    }

    async #run({ isTyping = false, mayJump = false } = {}) {
        const { query } = this.#form;
        const turn = ++this.#running;
        this.#parts.more.hidden = true;
        if (query === "") {
            this.#show(null);
            this.#say(this.#form.state.size > 0 ? this.#words.noWords : "");
            return;
        }

        this.#index = this.#form.isInFiles ? this.#site.files : this.#site.pages;
        const busy = setTimeout(() => turn === this.#running && this.#say(this.#words.busy), BUSY_PAUSE);
        try {
            const before = this.#index.requests;
            const found = await this.#index.search(isTyping ? this.#form.typed : query, { ...this.#form.filter, isTyping });
            clearTimeout(busy);
            if (turn !== this.#running) {
                return;
            }

            if (mayJump && found.direct.length === 1) {
                this.#site.go(this.#site.hrefOf(found.direct[0]));
                return;
            }

            this.#show(found);
            const search = { found, query, turn };
            const left = MOST_REQUESTS - (this.#index.requests - before);
            await (found.parsed.phrases.length > 0 ? this.#showPhrases(search, 0, left) : this.#showHits(search, 0, left));
        } catch (problem) {
            if (turn === this.#running) {
                this.#show(null);
                this.#say(this.#words.failed);
            }

            throw problem;
        } finally {
            clearTimeout(busy);
        }
    }

    #say(text) {
        this.#parts.status.textContent = text;
    }

    /** Empties the list and shows what belongs to a search that found something, or nothing. */
    #show(found) {
        const { list, results, registers, direct, inFiles } = this.#parts;
        list.replaceChildren();
        results.hidden = !found || (found.ids.length === 0 && found.direct.length === 0);
        registers.hidden = Boolean(found) && !results.hidden;
        inFiles.hidden = !found || !this.#site.files || this.#index === this.#site.files || found.parsed.words.length === 0;
        direct.hidden = !found || found.direct.length === 0;
        if (found) {
            const links = found.direct.map((thing) => Object.assign(document.createElement("a"), { href: this.#site.hrefOf(thing), textContent: thing.label }));
            direct.replaceChildren(direct.firstChild, ...links.flatMap((link, i) => (i > 0 ? [", ", link] : [link])));
        }
    }

    /** Says how much was found; records are those of the first hits. */
    #sayFound({ ids, direct, parsed }, query, records) {
        const words = this.#words;
        if (parsed.words.length === 0) {
            this.#say(direct.length > 0 ? "" : words.noWords);
            return;
        }

        const corrected = wordsMeant(records, parsed);
        const count = fill(ids.length === 0 ? words.none : ids.length === 1 ? words.one : words.many, { count: numberText(ids.length), query });
        const more = [
            ids.length === 0 ? words.noneHelp : "",
            parsed.ignored.length > 0 ? fill(words.ignored, { words: parsed.ignored.join(", ") }) : "",
            corrected.length > 0 ? fill(words.corrected, { words: corrected.join(", ") }) : "",
        ].filter(Boolean);
        this.#say([more.length > 0 && ids.length > 0 ? `${count}.` : count, ...more].join(" "));
    }

    /**
     * Shows the first hits at once, the rest of the ten when the browser has time, then their snippets.
     * @param from the place of the first one among all hits
     * @param left so many requests may be made at once
     */
    async #showHits(search, from, left) {
        const { found, query, turn } = search;
        const ids = found.ids.slice(from, from + HITS_AT_ONCE);
        const shown = [];
        for (const [i, part] of (await this.#partsOf(ids, left)).entries()) {
            shown.push(...await this.#addAll(part, search));
            if (turn !== this.#running) {
                return [];
            }

            if (from === 0 && i === 0) {
                this.#sayFound(found, query, shown.map(({ record }) => record));
            }

            await idle();
        }

        this.#offerMore(from + ids.length < found.ids.length, this.#words.more, async () => {
            const added = await this.#showHits(search, from + ids.length, MOST_REQUESTS);
            added[0]?.item.querySelector("a").focus();
        });
        void this.#addSnippets(shown, search);
        return shown;
    }

    /** Hits for phrases are known only when their texts are read: ten at a time, in the same two parts. */
    async #showPhrases(search, from, left, before = 0) {
        const { found, query, turn } = search;
        if (found.ids.length === 0) {
            this.#sayFound(found, query, []);
            return;
        }

        this.#say(this.#words.busy);
        const shown = [];
        let checked = from;
        for (const part of await this.#partsOf(found.ids.slice(from, from + HITS_AT_ONCE), left)) {
            const records = await Promise.all(part.map((id) => this.#index.record(id)));
            const holds = await Promise.all(records.map((record) => this.#holds(record, found.parsed)));
            shown.push(...await this.#addAll(part.filter((_, i) => holds[i]), search));
            if (turn !== this.#running) {
                return;
            }

            checked += part.length;
            this.#say(fill(this.#words.phrase, { count: numberText(before + shown.length), checked: numberText(checked), total: numberText(found.ids.length), query }));
            await idle();
        }

        this.#offerMore(checked < found.ids.length, this.#words.checkMore, () => this.#showPhrases(search, checked, MOST_REQUESTS, before + shown.length));
        await this.#addSnippets(shown, search);
    }

    /** The hits whose records take few requests, and the others. */
    async #partsOf(ids, left) {
        const pieces = await Promise.all(ids.map((id) => this.#index.recordPiece(id)));
        const most = Math.max(1, Math.min(MOST_RECORD_PIECES, left));
        const later = ids.findIndex((_, i) => new Set(pieces.slice(0, i + 1)).size > most);
        return later < 0 ? [ids] : [ids.slice(0, later), ids.slice(later)];
    }

    async #holds(record, { phrases }) {
        const text = await this.#site.textOf(record);
        if (text === null) {
            return true;
        }

        const all = terms(`${record.title} \n ${record.summary} \n ${text}`);
        return phrases.every((phrase) => all.some((_, at) => phrase.every((term, i) => all[at + i] === term)));
    }

    #offerMore(isThere, label, go) {
        const { more } = this.#parts;
        more.hidden = !isThere;
        more.textContent = label;
        more.onclick = go;
    }

    /** Adds hits to the list, unless another search has begun by now. */
    async #addAll(ids, { found: { parsed }, turn }) {
        const records = await Promise.all(ids.map((id) => this.#index.record(id)));
        return turn !== this.#running ? [] : records.map((record) => {
            const item = hitOf(this.#parts.template, record, { href: this.#site.hrefOf(record), page: this.#words.page, parsed });
            this.#parts.list.append(item);
            return { item, record };
        });
    }

    async #addSnippets(shown, { found: { parsed }, turn }) {
        for (const { item, record } of shown) {
            await idle();
            if (turn !== this.#running) {
                return;
            }

            const snippet = bestPart(await this.#site.textOf(record) ?? "", parsed);
            const summary = item.querySelector(".summary");
            if (snippet && summary) {
                mark(summary, snippet, parsed);
            }
        }
    }
}
