// Takes texts apart into terms. The rules are those of generator/Searching (GermanStem, WordReader, StopWords); tests run both
// over the same samples (tests/Shared/analysis.txt).

import { fold, isDigit } from "./letters.js";

const STOP_WORDS = new Set((
    "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist da "
    + "dabei dadurch dafur daher damit danach dann daran darauf daraus darf darin daruber das dass davon dazu dem den denn der deren derer "
    + "des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa etwas fur gegen "
    + "gibt hat hatte hatten habe haben hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja je jede jedem jeden "
    + "jeder jedes jedoch kann kein keine keinem keinen keiner man mehr mit muss mussen nach nicht noch nr nun nur ob oder ohne sehr sein seine "
    + "seinem seinen seiner seit sich sie sind so sofern sogar sollen sollte sollten somit sondern soweit sowie sowohl uber um und uns unser "
    + "unter vom von vor wann war waren warum was wegen weil welche welchem welchen welcher welches wenn wer werden wie wieder wir wird wo "
    + "wurde wurden zu zum zur zwar zwischen").split(" "));

const LONGEST_WORD = 64;
const LONGEST_CHAIN = 12;

/** Mueller meets Müller: ae, oe, ue become one letter, but not after a vowel or q, and not before i. */
export function foldUmlauts(word) {
    let folded = "";
    for (let i = 0; i < word.length; i++) {
        const last = folded.at(-1);
        const spelled = word[i] === "e" && word[i + 1] !== "i"
            && (last === "a" || last === "o" || (last === "u" && (folded.length === 1 || !"aeq".includes(folded.at(-2)))));
        folded += spelled ? "" : word[i];
    }

    return folded;
}

/** Cuts German endings again and again: satzungen, satzung. */
export const stem = (word) => stemming(word).at(-1);

/** A word, what is left of it after each ending is cut, and last its stem. */
export function stemming(word) {
    const stems = [word];
    if (word.length < 4 || /[-./0-9]/.test(word)) {
        return stems;
    }

    let cut;
    while (word.length >= 4 && (cut = ending(word)) > 0) {
        word = word.slice(0, -cut);
        stems.push(word);
    }

    const isDoubled = word.length > 3 && "sn".includes(word.at(-1)) && word.at(-1) === word.at(-2);
    return isDoubled ? [...stems, word.slice(0, -1)] : stems;
}

function ending(word) {
    const last = word.at(-1);
    const before = word.at(-2);
    const left = word.length - 3;
    if (last === "n" && before === "r" && word.at(-3) === "e" && left >= 3) {
        return 3;
    }

    if ("mnrs".includes(last) && before === "e" && left >= 2) {
        return 2;
    }

    if (last === "e" && left >= 1) {
        return 1;
    }

    if (last === "s" && ((left >= 1 && "bdfghklmnrt".includes(before)) || (left >= 2 && "ao".includes(before)))) {
        return 1;
    }

    return last === "n" && left >= 2 && "lr".includes(before) ? 1 : 0;
}

/** @param folded a word as foldUmlauts leaves it */
export const isStopWord = (folded) => STOP_WORDS.has(folded);

/**
 * Takes a text apart into chains: words joined by hyphens, numbers joined by points, slashes and hyphens.
 * Each has its parts (folded letters, not yet reduced), and where it begins and ends in the text.
 */
export function chains(text) {
    const found = [];
    let chain = null;
    let part = "";
    const end = (at) => {
        if (chain) {
            if (part) {
                chain.parts.push(part);
            } else {
                chain.whole = chain.whole.slice(0, -1);
            }

            found.push({ ...chain, end: at });
            chain = null;
            part = "";
        }
    };
    for (let i = 0; i < text.length; i++) {
        let character = text[i];
        const letters = fold(character);
        if (letters === "") {
            continue;
        }

        if (letters && letters !== "-") {
            chain ??= { start: i, parts: [], whole: "", isNumber: true };
            chain.isNumber &&= isDigit(letters);
            for (const letter of letters) {
                if (part.length < LONGEST_WORD) {
                    part += letter;
                    chain.whole += letter;
                }
            }

            continue;
        }

        if (!chain) {
            continue;
        }

        character = letters === "-" ? "-" : character;
        const next = text[i + 1] ?? " ";
        const joins = part && chain.parts.length + 1 < LONGEST_CHAIN && (character === "-"
            ? /[0-9A-Za-z]/.test(next) || next >= "\u0080"
            : (character === "." || character === "/") && chain.isNumber && isDigit(next));
        if (joins) {
            chain.parts.push(part);
            chain.whole += character;
            part = "";
        } else {
            end(i);
        }
    }

    end(text.length);
    return found;
}

function reduce(word) {
    const folded = foldUmlauts(word);
    return folded.length < 2 || word.length < 2 || isStopWord(folded) ? null : stem(folded);
}

/** All terms of a text, as the index has them. */
export function terms(text) {
    return chains(text).flatMap((chain) => {
        const all = [];
        if (chain.parts.length > 1 && chain.isNumber) {
            all.push(chain.whole.slice(0, LONGEST_WORD));
        } else if (chain.parts.length > 1 && chain.parts.some((part) => part.length === 1)) {
            all.push(reduce(chain.parts.join("").slice(0, LONGEST_WORD)));
        }

        return [...all, ...chain.parts.map(reduce)].filter(Boolean);
    });
}
