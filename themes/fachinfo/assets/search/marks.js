// Marks the words of a query in a text, and finds the part of a text that holds most of them.

import { matches, meansToo } from "./query.js";
import { chains, foldUmlauts } from "./words.js";

const SNIPPET_LENGTH = 220;
const MOST_WORDS_MEANT = 3;

/** Writes a text into an element, with marks around the words of the query. */
export function mark(element, text, parsed) {
    const parts = [];
    let at = 0;
    for (const { start, end } of matchesIn(text, parsed)) {
        parts.push(text.slice(at, start), Object.assign(document.createElement("mark"), { textContent: text.slice(start, end) }));
        at = end;
    }

    element.replaceChildren(...parts, text.slice(at));
}

/** The part of a text with most different words of the query, cut between words; empty if there is none. */
export function bestPart(text, parsed) {
    const found = matchesIn(text, parsed);
    if (found.length === 0) {
        return "";
    }

    const kinds = (from) => parsed.words.filter((word) => found.some((chain) => chain.start >= from && chain.end <= from + SNIPPET_LENGTH && matches(word, chain))).length;
    let best = { start: 0, score: 0 };
    for (const { start } of found) {
        const score = kinds(start);
        best = score > best.score ? { start, score } : best;
    }

    const wish = Math.max(0, best.start - SNIPPET_LENGTH / 4);
    const from = wish === 0 ? 0 : text.indexOf(" ", wish) + 1;
    const to = from + SNIPPET_LENGTH >= text.length ? text.length : text.lastIndexOf(" ", from + SNIPPET_LENGTH);
    return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

/** The words that were searched in place of those typed, each as the first hit writes it; else as the index knows them. */
export function wordsMeant(records, parsed) {
    const keys = parsed.words.flatMap((word) => word.also ?? []);
    const found = new Map();
    for (const text of keys.length > 0 ? records.flatMap(({ title, summary }) => [title, summary]) : []) {
        for (const { parts, start, end } of chains(text)) {
            const key = keys.find((one) => parts.some((part) => meansToo(one, foldUmlauts(part))));
            if (key && !found.has(key)) {
                found.set(key, text.slice(start, end));
            }
        }
    }

    return (found.size > 0 ? [...found.values()] : keys).slice(0, MOST_WORDS_MEANT);
}

const matchesIn = (text, parsed) => chains(text).filter((chain) => parsed.words.some((word) => matches(word, chain)));
