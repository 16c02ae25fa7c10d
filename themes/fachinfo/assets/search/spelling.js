// Finds the words of an index that are one typing error away from what was typed; see SpellingLists of the generator.

import { nearTo } from "./near.js";
import { stemming } from "./words.js";

const SHORTEST_CORRECTED = 5;
const LONGEST_SHORT = 6;
const SHORTEST_SURE = 5;

/** Letters in front of the lists: of all words by beginning and by end, and of short words. */
const ALL = { byBeginning: "a", byEnd: "b" };
const SHORT = { byBeginning: "c", byEnd: "d" };
const BY_END = [ALL.byEnd, SHORT.byEnd];

/** An error touches two letters at most, but three if ß is exchanged with another, since ß is written ss. */
const touchedLetters = (word) => (word.includes("ss") ? 3 : 2);

/** So many letters at the end may be an ending with an error, of which a key knows nothing. */
const LONGEST_ENDING = 4;

/**
 * The keys of an index that may have been meant, the likeliest first.
 * @param word a word of the query
 */
export async function nearKeys(pieces, root, word) {
    if (word.letters.length < SHORTEST_CORRECTED - 1 || /[^a-z]/.test(word.letters)) {
        return [];
    }

    // An error can make two letters look like an umlaut, or no longer like one.
    const forms = [...new Set([word.folded, word.letters])];
    const names = new Set(forms.flatMap((form) => piecesFor(root, form)));
    const lists = await Promise.all([...names].map((name) => pieces.get(name, readList)));
    const near = forms.map((form) => nearTo(form, word.letters.length < SHORTEST_CORRECTED));
    const found = new Map(lists.flat().filter(({ key }) => near.some((isNear) => isNear(key))).map((entry) => [entry.key, entry]));
    const order = ({ key, rank }) => rank + (key[0] === word.term[0] ? 100 : 0);
    return [...found.values()].sort((left, right) => order(right) - order(left)).map(({ key }) => key);
}

/**
 * The pieces in which all words near a typed one stand: those with its beginning, if the error is further behind, and those with
 * its end, if it is further in front. Where the word is cut for that makes no difference to what is found, but to their number.
 */
function piecesFor(root, form) {
    const { byBeginning, byEnd } = form.length <= LONGEST_SHORT ? SHORT : ALL;
    const sure = Math.max(2, form.length - LONGEST_ENDING);
    const ends = stemsOf(form).map((reduced) => [...reduced].reverse().join(""));
    let best = null;
    for (let beginning = 1; beginning < Math.max(...ends.map(({ length }) => length)); beginning++) {
        const names = new Set([
            ...root.spellingsOf(byBeginning + form.slice(0, Math.min(beginning, sure)), true),
            ...ends.flatMap((end) => root.spellingsOf(byEnd + end.slice(0, Math.max(0, end.length - beginning + 1 - touchedLetters(form))), true)),
        ]);
        best = best === null || names.size < best.size ? names : best;
    }

    return [...best ?? []];
}

/** The stem of a word; of a short one also what it was before its last ending was cut, which a letter too many may have made possible. */
function stemsOf(form) {
    const stems = stemming(form);
    return stems.at(-1).length < SHORTEST_SURE ? stems.slice(-2) : stems.slice(-1);
}

/** Words with the rank of how many documents hold them; see SpellingLists.Encode of the generator. */
function readList(bytes) {
    const entries = [];
    let entry = "";
    for (let at = 0; at < bytes.length;) {
        const [shared, rank] = [bytes[at] >> 4, bytes[at] & 15];
        at++;
        entry = entry.slice(0, shared);
        for (let isLast = false; !isLast; at++) {
            isLast = bytes[at] >= 0x80;
            entry += String.fromCharCode(bytes[at] & 0x7f);
        }

        const word = entry.slice(1);
        entries.push({ key: BY_END.includes(entry[0]) ? [...word].reverse().join("") : word, rank });
    }

    return entries;
}
