// The access code: 24 symbols of 5 bits and a check symbol over GF(32).

/** Crockford's alphabet: no I, L, O and U, so that nothing is mistaken for 1, 0 or V. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What people write instead of a symbol. */
const ALIASES = { O: "0", I: "1", L: "1" };

/** x^5 + x^2 + 1, the polynomial of the field. */
const POLYNOMIAL = 0b100101;

const GROUP = 5;

/** Symbols of a code, the check symbol included. */
export const LENGTH = 25;

/**
 * Reads what was typed or pasted: any case; blanks, hyphens and dashes of any kind do not count.
 * @returns {{symbols: string, bad: string|null}} the symbols so far, and the first character that is in no code
 */
export function read(text) {
    let symbols = "";
    let bad = null;
    for (const character of text.normalize("NFKC").replace(/[\s\p{Pd}\p{Cf}_.]/gu, "").toUpperCase()) {
        const symbol = ALIASES[character] ?? character;
        if (ALPHABET.includes(symbol)) {
            symbols += symbol;
        } else {
            bad ??= character;
        }
    }

    return { symbols, bad };
}

/** Writes symbols in groups of five, as on the letter. */
export function format(symbols) {
    return symbols.match(new RegExp(`.{1,${GROUP}}`, "gu"))?.join("-") ?? "";
}

/** Tells whether 25 symbols can be a code: every single error and every swap of two symbols is found. */
export function isValid(symbols) {
    return symbols.length === LENGTH && checkOf(symbols) === ALPHABET.indexOf(symbols[LENGTH - 1]);
}

/** The 120 bits of a code. */
export function toBytes(symbols) {
    const bytes = new Uint8Array(((LENGTH - 1) * 5) / 8);
    let bits = 0;
    let count = 0;
    let at = 0;
    for (const symbol of symbols.slice(0, LENGTH - 1)) {
        bits = ((bits << 5) | ALPHABET.indexOf(symbol)) & 0xfff;
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes[at++] = (bits >> count) & 0xff;
        }
    }

    return bytes;
}

/** The sum of 2^(i+1) · symbol i in GF(32). */
function checkOf(symbols) {
    let sum = 0;
    let factor = 1;
    for (let i = 0; i < LENGTH - 1; i++) {
        factor = multiply(factor, 2);
        sum ^= multiply(factor, ALPHABET.indexOf(symbols[i]));
    }

    return sum;
}

function multiply(one, other) {
    let product = 0;
    for (let a = one, b = other; b > 0; b >>= 1) {
        if (b & 1) {
            product ^= a;
        }

        a <<= 1;
        if (a & 32) {
            a ^= POLYNOMIAL;
        }
    }

    return product;
}
