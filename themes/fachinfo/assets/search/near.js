// Tells words apart that differ by one typing error: a letter wrong, missing, too many, or two exchanged.

import { stem } from "./words.js";

// What German words end with, alone and behind one another; keys of an index have lost it (stem in words.js).
const ENDINGS = ["e", "n", "s", "en", "er", "es", "em", "ern"];
const MOST_ENDINGS = 3;
const LONGEST_ENDING = 5;

/** Letters of a key that an error at its end can touch: an exchange with ß, which is two. */
const TOUCHED = 2;

/** All that can stand behind a key: nothing, up to three endings, and the second letter of a double one. */
const TAILS = tails(["", "s", "n"]);

function tails(starts) {
    const found = new Set(starts);
    for (let round = 0; round < MOST_ENDINGS; round++) {
        for (const tail of [...found]) {
            ENDINGS.map((ending) => tail + ending).filter((longer) => longer.length <= LONGEST_ENDING).forEach((longer) => found.add(longer));
        }
    }

    return [...found];
}

/** One letter wrong, missing, too many, or two exchanged; nothing too. */
export function isNear(left, right) {
    if (left === right) {
        return true;
    }

    if (Math.abs(left.length - right.length) > 1) {
        return false;
    }

    let at = 0;
    while (at < left.length && left[at] === right[at]) {
        at++;
    }

    const [a, b] = [left.slice(at), right.slice(at)];
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
        || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}

/**
 * A function that tells whether a key of an index, which has lost its ending, can be what was meant by a typed word.
 * @param typed a word in folded letters, with its ending
 * @param isLonger whether what was meant must have a letter more
 */
export function nearTo(typed, isLonger) {
    const isMeant = (meant, part) => (!isLonger || meant.length > part.length) && isNear(meant, part);
    const forms = formsOf(typed);
    const beginnings = forms.flatMap(beginningsOf);
    const [shortest, longest] = [Math.min(...beginnings.map(({ length }) => length)) - 1, typed.length + TOUCHED];

    // An error in the ending, or where it begins: all before is right.
    const isRightBut = (key) => typed.length - key.length <= LONGEST_ENDING + 1
        && typed.startsWith(key.slice(0, -TOUCHED))
        && TAILS.some((tail) => formsOf(key + tail).some((meant) => forms.some((form) => isMeant(meant, form))));

    // One error leaves the first letter right, or the last one.
    const isAlike = (key) => beginnings.some((beginning) => beginning[0] === key[0] || beginning.at(-1) === key.at(-1));
    return (key) => isRightBut(key) || (key.length >= shortest && key.length <= longest && isAlike(key)
        && spellingsOf(key).some((meant) => beginnings.some((beginning) => isMeant(meant, beginning))));
}

/** ß is one letter to whoever types it. */
const formsOf = (word) => (word.includes("ss") ? [word, word.replaceAll("ss", "ß")] : [word]);

/** A key as it may be written: with ß, or with one of its umlauts in two letters. */
function spellingsOf(key) {
    const spellings = formsOf(key);
    for (let i = 0; i < key.length; i++) {
        if ("aou".includes(key[i]) && key[i + 1] !== "e") {
            spellings.push(`${key.slice(0, i + 1)}e${key.slice(i + 1)}`);
        }
    }

    return spellings;
}

/** The word without any of the endings that it has, also as the index would have it. */
function beginningsOf(word) {
    const cut = Array.from({ length: Math.min(word.length, LONGEST_ENDING + 1) }, (_, length) => word.length - length)
        .filter((end) => TAILS.includes(word.slice(end)))
        .map((end) => word.slice(0, end));
    return [...new Set([...cut, stem(word)])];
}
