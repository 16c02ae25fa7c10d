// Several indexes as one: the public one and those of a member's audiences. A document that two of them know is shown once.

import { parseQuery } from "./query.js";
import { raritiesOf, scoreOf } from "./ranking.js";

export class MergedIndex {
    #parts;

    /**
     * @param {{index: SearchIndex, isInArea: boolean}[]} parts those of the area first, which the public one gives way to
     */
    constructor(parts) {
        this.#parts = parts;
    }

    get requests() {
        return this.#parts.reduce((sum, { index }) => sum + index.requests, 0);
    }

    /** As SearchIndex does; ids are for `record` and `recordPiece` of this object. */
    async search(query, { isTyping = false, isAreaOnly = false, ...filter } = {}) {
        const parts = isAreaOnly ? this.#parts.filter(({ isInArea }) => isInArea) : this.#parts;
        const parsed = parseQuery(query, isTyping);
        const direct = await directOf(parts, query);
        if (parsed.words.length === 0 || parts.length === 0) {
            return { ids: [], keys: [], parsed, direct };
        }

        const matches = await matchAll(parts, parsed, filter);
        const rarities = raritiesOf(matches);
        const taken = new Set();
        const hits = matches.flatMap((match, i) => {
            const replaced = new Map(pairs(match.root.replaces));
            const ids = match.ids.filter((id) => !taken.has(parts[i].isInArea ? replaced.get(id) : id));
            ids.forEach((id) => parts[i].isInArea && replaced.has(id) && taken.add(replaced.get(id)));
            return ids.map((id) => ({ part: parts[i], id, key: match.dayOf ? match.dayOf(id) : scoreOf(match, rarities, id) }));
        });
        hits.sort((left, right) => right.key - left.key || Number(right.part.isInArea) - Number(left.part.isInArea) || right.id - left.id);
        return { ids: hits, keys: hits.map(({ key }) => key), parsed, direct };
    }

    async record({ part, id }) {
        return { ...await part.index.record(id), isInArea: part.isInArea };
    }

    async recordPiece({ part, id }) {
        return `${this.#parts.indexOf(part)} ${await part.index.recordPiece(id)}`;
    }

    /** All years that documents have, the newest first. */
    async years() {
        const years = await Promise.all(this.#parts.map(({ index }) => index.years()));
        return [...new Set(years.flat())].sort((left, right) => right - left);
    }
}

/**
 * What each index has for the words of a query. A word that one of them knows is no typing error, so nothing else is searched
 * in its place in the others; what was found in place of a word is told once for all.
 */
async function matchAll(parts, parsed, filter) {
    const run = (words) => Promise.all(parts.map(({ index }, i) => index.match({ ...parsed, words: words(i) }, filter)));
    const known = parts.map(() => parsed.words.map((word) => ({ ...word, isSure: true })));
    const matches = await run((i) => known[i]);
    const isMeant = parsed.words.map((_, word) => known.some((words) => words[word].isMeant));
    if (isMeant.every(Boolean)) {
        return matches;
    }

    const open = parts.map(() => parsed.words.map((word, i) => ({ ...word, isSure: isMeant[i] })));
    const corrected = await run((i) => open[i]);
    parsed.words.forEach((word, i) => {
        const also = [...new Set(open.flatMap((words) => words[i].also ?? []))];
        word.also = also.length > 0 ? also : undefined;
    });
    return corrected;
}

/** The things that a query names; of one in the area and in public that in the area. */
async function directOf(parts, query) {
    const things = await Promise.all(parts.map(async ({ index, isInArea }) => (await index.direct(query)).map((thing) => ({ ...thing, isInArea }))));
    return [...new Map(things.flat().reverse().map((thing) => [thing.address, thing])).values()].reverse();
}

function* pairs(numbers = []) {
    for (let i = 0; i < numbers.length; i += 2) {
        yield [numbers[i], numbers[i + 1]];
    }
}
