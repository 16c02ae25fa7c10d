// Takes a query apart, and tells which words of a text it means.

import { chains, foldUmlauts, isStopWord, stem, terms } from "./words.js";

/** A shorter key in place of a typed word does not stand for the words that begin with it. */
const SHORTEST_BEGINNING = 5;

/**
 * Takes a query apart: words (each with its letters as typed, its term, and the beginning that longer words may share), phrases,
 * what must not occur, and what is too short to be looked for. A last word without a blank behind it is still being typed.
 */
export function parseQuery(query, isTyping = false) {
    const parsed = { words: [], phrases: [], excluded: [], ignored: [] };
    const pattern = /(-?)(?:"([^"]*)"?|„([^“”"]*)[“”"]?|(\S+))/gu;
    for (const match of query.normalize("NFC").replace(/[‐‑]/g, "-").matchAll(pattern)) {
        const isPhrase = match[4] === undefined;
        const text = match[4] ?? match[3] ?? match[2];
        const isLast = match.index + match[0].length === query.length;
        const words = chains(text).flatMap((chain) => wordsOf(chain, isTyping && isLast && !isPhrase));
        if (match[1]) {
            parsed.excluded.push(...words);
        } else {
            parsed.words.push(...words);
            if (!isTyping || !isLast) {
                parsed.ignored.push(...chains(text).flatMap(partsOf).filter(isTooShort));
            }

            if (isPhrase && words.length > 0) {
                parsed.phrases.push(terms(text));
            }
        }
    }

    return parsed;
}

const isTooShort = (part) => part.length < 2;

function partsOf(chain) {
    const single = chain.parts.length > 1 && chain.parts.some((part) => part.length === 1);
    return chain.isNumber ? [chain.whole] : single ? [chain.parts.join("")] : chain.parts;
}

function wordsOf(chain, isOpen) {
    const parts = partsOf(chain);
    return parts.filter((part) => !isTooShort(part)).flatMap((part, i) => {
        const folded = chain.isNumber ? part : foldUmlauts(part);
        const open = isOpen && i === parts.length - 1;
        if (!open && !chain.isNumber && isStopWord(folded)) {
            return [];
        }

        return [{ letters: part, folded, term: stem(folded), prefix: prefixOf(folded, open), isOpen: open }];
    });
}

/** The beginning that longer words share with this one: satzungen gives satzung, so that Satzungsänderung is found too. */
function prefixOf(folded, isOpen) {
    if (isOpen) {
        return folded;
    }

    if (folded.length < 4) {
        return null;
    }

    if (folded.length >= 6 && /(?:en|es)$/.test(folded)) {
        return folded.slice(0, -2);
    }

    return folded.length >= 5 && /(?:e|[bdfghklmnrt]s|[lr]n)$/.test(folded) ? folded.slice(0, -1) : folded;
}

/** Tells whether a word of a text is, or begins with, a key that was searched in place of a word of the query. */
export const meansToo = (key, folded) => stem(folded) === key || (key.length >= SHORTEST_BEGINNING && folded.startsWith(key));

/** Tells whether a word of a text is what a word of the query asks for; for marks. */
export function matches(word, chain) {
    const candidates = chain.isNumber ? [chain.whole, ...chain.parts] : [chain.parts.join(""), ...chain.parts];
    return candidates.some((candidate) => {
        const folded = foldUmlauts(candidate);
        return stem(folded) === word.term
            || word.also?.some((key) => meansToo(key, folded))
            || (word.prefix && folded.startsWith(word.prefix))
            || (word.term.length >= 4 && folded.includes(word.term, 3));
    });
}
