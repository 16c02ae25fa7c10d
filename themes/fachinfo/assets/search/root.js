// The root of an index: which documents have which numbers, and which piece holds what; see SearchRoot of the generator.

import { json } from "./pieces.js";

const NAME_LENGTH = 12;

/** Reads the root, and adds how many numbers there are and which pieces hold a key and a jump. */
export function readRoot(bytes) {
    const root = json(bytes);
    const starts = root.starts.split(" ");
    const last = root.groups.at(-1);
    for (const list of ["shards", "records", "facets", "jumps"]) {
        root[list] = root[list].match(new RegExp(`.{${NAME_LENGTH}}`, "g")) ?? [];
    }

    root.end = last ? last[0] + last[1] : 0;
    root.shardOf = (key) => {
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            [low, high] = starts[middle] <= key ? [middle, high] : [low, middle - 1];
        }

        return low;
    };
    root.jumpsOf = (key) => root.jumps[hash(key) % root.jumps.length];
    return root;
}

/** FNV-1a, as in JumpPieces of the generator. */
function hash(key) {
    let value = 2166136261;
    for (let i = 0; i < key.length; i++) {
        value = Math.imul(value ^ key.charCodeAt(i), 16777619) >>> 0;
    }

    return value;
}
