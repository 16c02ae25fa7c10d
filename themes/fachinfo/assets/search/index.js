// Finds documents in an index made by generator/Searching. Gets the bytes of its pieces from a function, so that the same
// code searches public pieces and sealed ones. Knows nothing of the page.

import { daysOf, filterOf } from "./filters.js";
import { findExactly, findWords } from "./find.js";
import { json, Pieces, StaleIndexError } from "./pieces.js";
import { parseQuery } from "./query.js";
import { raritiesOf, scoreOf } from "./ranking.js";
import { readRoot } from "./root.js";
import { terms } from "./words.js";

// Whatever a paper is called in its town, people ask for a Vorlage or Drucksache.
const PAPERS = "/ratsarchiv/";
const PAPER_WORDS = ["vorlag", "drucksach"];
const REFERENCE_WORDS = ["az", "aktenzeich"];

export class SearchIndex {
    #pieces;

    /** @param load gets the name of a piece ("index" is the root), promises its bytes, still compressed; see pieces.js */
    constructor(load) {
        this.#pieces = new Pieces(load);
    }

    /** So many pieces were asked for. */
    get requests() {
        return this.#pieces.requests;
    }

    /**
     * Searches. Filters: kind and rubric (paths, each with what lies below: "ratsarchiv", "ratsarchiv/vorlagen"), year, open
     * (only running deadlines, as of the day today, "2024-03-15"); order: "date" or by relevance.
     * @returns ids of all hits, the best first, with what they are sorted by (more is better); the query taken apart; things
     * that the query names by number
     */
    async search(query, { isTyping = false, ...filter } = {}) {
        const parsed = parseQuery(query, isTyping);
        if (parsed.words.length === 0) {
            return { ids: [], keys: [], parsed, direct: await this.direct(query) };
        }

        const [direct, match] = await Promise.all([this.direct(query), this.match(parsed, filter)]);
        const rarities = raritiesOf([match]);
        const keys = new Map(match.ids.map((id) => [id, match.dayOf ? match.dayOf(id) : scoreOf(match, rarities, id)]));
        const ids = match.ids.sort((left, right) => keys.get(right) - keys.get(left) || right - left);
        return { ids, keys: ids.map((id) => keys.get(id)), parsed, direct };
    }

    /**
     * The documents that hold the words of a query and pass the filters, not sorted.
     * @returns the root, what was found for each word, the ids, and a function for the day of an id if they are ordered by it
     */
    match(parsed, filter) {
        return this.#fresh(async (root) => {
            const [found, excluded, keeps] = await Promise.all([
                findWords(this.#pieces, root, parsed.words),
                Promise.all(parsed.excluded.map((word) => findExactly(this.#pieces, root, word))),
                filterOf(this.#pieces, root, filter),
            ]);
            const ids = [];
            for (let id = 0; id < root.end; id++) {
                if (found.every(({ weights }) => weights[id] > 0) && excluded.every((weights) => weights[id] === 0) && keeps(id)) {
                    ids.push(id);
                }
            }

            return { root, found, ids, dayOf: filter.order === "date" && ids.length > 0 ? await daysOf(this.#pieces, root) : null };
        });
    }

    /** The years that documents have. */
    async years() {
        const root = await this.#root();
        return [...new Set(root.groups.map(([, , , year]) => year).filter((year) => year > 0))];
    }

    /** What a list shows of a document: title, address, label, date, summary, rubric, members only, deadlines. */
    async record(id) {
        const root = await this.#root();
        const records = await this.#pieces.get(root.records[Math.floor(id / root.recordBlock)], json);
        const [title, address, label, date, summary, rubric, flags, ...deadlines] = records[id % root.recordBlock];
        return { id, title, address, label, date, summary, rubric, isMembersOnly: (flags & 1) === 1, page: flags >> 1, deadlines };
    }

    /** Tells which piece holds the record of a document: those of one piece cost one request. */
    async recordPiece(id) {
        const root = await this.#root();
        return Math.floor(id / root.recordBlock);
    }

    /** The things that a query names: "145/2024", "Schnellbrief 63/2005", "13.0.70". */
    direct(query) {
        return this.#fresh((root) => this.#direct(root, query));
    }

    async #direct(root, query) {
        const match = /^(?:(?<label>\D.*?)[\s:]+)?(?:Nr\.?\s*)?(?<key>\d[\w./-]*)$/iu.exec(query.trim());
        if (!match) {
            return [];
        }

        const key = match.groups.key.toLowerCase();
        const things = (await this.#pieces.get(root.jumpsOf(key), json))[key] ?? [];
        const plain = (text) => terms(text).filter((term) => /^[a-z]/.test(term) && term !== "nr");
        const asked = plain(match.groups.label ?? "").filter((term) => !REFERENCE_WORDS.includes(term));
        return things
            .filter(([label, address]) => asked.length === 0 || plain(label).some((term) => asked.includes(term)) || (address.startsWith(PAPERS) && asked.some((term) => PAPER_WORDS.includes(term))))
            .map(([label, address]) => ({ label, address }));
    }

    #root() {
        return this.#pieces.root(readRoot);
    }

    /** Does something with the root, and once more with a new one if pieces of the old one are gone. */
    async #fresh(act) {
        try {
            return await act(await this.#root());
        } catch (problem) {
            if (!(problem instanceof StaleIndexError)) {
                throw problem;
            }

            this.#pieces.forget();
            return act(await this.#root());
        }
    }
}
