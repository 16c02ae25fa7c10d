// The root of an index: which documents have which numbers, and which piece holds what; see SearchRoot of the generator.

import { json } from "./pieces.js";

const NAME_LENGTH = 12;

/** Behind every letter of a key. */
const BEHIND = "\u007f";

/** Reads the root, and adds how many numbers there are and which pieces hold what. */
export function readRoot(bytes) {
    const root = json(bytes);
    const last = root.groups.at(-1);
    for (const list of ["shards", "spellings", "records", "facets", "jumps"]) {
        root[list] = root[list].match(new RegExp(`.{${NAME_LENGTH}}`, "g")) ?? [];
    }

    root.end = last ? last[0] + last[1] : 0;
    root.shardsOf = ranges(root.starts, root.shards);
    root.spellingsOf = ranges(root.spellingStarts, root.spellings);
    root.jumpsOf = (key) => root.jumps[hash(key) % root.jumps.length];
    return root;
}

/** A function for the names of the pieces that hold a key, or all keys with a beginning. */
function ranges(list, names) {
    const starts = list.split(" ");
    const placeOf = (key) => {
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            [low, high] = starts[middle] <= key ? [middle, high] : [low, middle - 1];
        }

        return low;
    };
    return (key, isBeginning = false) => names.slice(placeOf(key), placeOf(isBeginning ? key + BEHIND : key) + 1);
}

/** FNV-1a, as in JumpPieces of the generator. */
function hash(key) {
    let value = 2166136261;
    for (let i = 0; i < key.length; i++) {
        value = Math.imul(value ^ key.charCodeAt(i), 16777619) >>> 0;
    }

    return value;
}
