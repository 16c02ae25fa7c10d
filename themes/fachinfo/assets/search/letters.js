// Reduces letters to ASCII: Ä and é to a and e, ß to ss. The table is that of generator/Searching/LetterFolding.

const BASE = {
    a: "àáâãāăȧäåǎą", b: "ḃ", c: "ćĉċčç", d: "ḋďḑđð", e: "èéêẽēĕėëěȩę", f: "ḟ", g: "ǵĝḡğġǧģ", h: "ĥḣḧȟḩħ", i: "ìíîĩīĭïǐįıİ",
    j: "ĵǰ", k: "ḱǩķ", l: "ĺľļł", m: "ḿṁ", n: "ǹńñṅňņ", o: "òóôõōŏȯöőǒǫø", p: "ṕṗ", r: "ŕṙřŗ", s: "śŝṡšșş", t: "ṫẗťțţ",
    u: "ùúûũūŭüůűǔų", v: "ṽ", w: "ẁẃŵẇẅẘ", x: "ẋẍ", y: "ỳýŷỹȳẏÿẙ", z: "źẑżž", ss: "ßẞ", ae: "æ", oe: "œ", th: "þ",
};

const FOLDED = new Map();
for (const [letters, characters] of Object.entries(BASE)) {
    for (const character of characters) {
        FOLDED.set(character, letters);
        const upper = character.toUpperCase();
        if (upper.length === 1) {
            FOLDED.set(upper, letters);
        }
    }
}

export const isDigit = (text) => text >= "0" && text <= "9";

/** The ASCII letters of a character: "" if it is left out of a word, "-" for a hyphen, null if it separates words. */
export function fold(character) {
    if ((character >= "a" && character <= "z") || isDigit(character) || character === "-") {
        return character;
    }

    if (character >= "A" && character <= "Z") {
        return character.toLowerCase();
    }

    if (character < "\u0080") {
        return null;
    }

    if (character === "\u00AD" || (character >= "\u0300" && character < "\u0370")) {
        return "";
    }

    if (character === "\u2010" || character === "\u2011") {
        return "-";
    }

    return FOLDED.get(character) ?? null;
}
