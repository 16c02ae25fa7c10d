// Finds the documents of one word: whole, as the beginning of longer words, else with one letter wrong or as two parts.

import { isNear } from "./near.js";
import { addAll, readShard } from "./shards.js";
import { stem } from "./words.js";

const MOST_SHARDS = 3;
const MOST_TRIES = 4;
const SHORTEST_CORRECTED = 5;
const SHORTEST_PART = 4;
const PREFIX_WEIGHT = 0.5;
const NEAR_WEIGHT = 0.4;

/**
 * The weight of every document for one word of a query, and how many have one.
 * Sets the word's `also` to other words that were searched in its place.
 */
export async function find(pieces, root, word) {
    const names = new Set([root.shardOf(word.term)]);
    if (word.prefix) {
        const last = root.shardOf(`${word.prefix}\u007f`);
        for (let shard = root.shardOf(word.prefix); shard <= last && names.size < MOST_SHARDS; shard++) {
            names.add(shard);
        }
    }

    const weights = new Float64Array(root.end);
    const add = (shard, factor) => addAll(root, shard, weights, factor);
    let isFound = false;
    const shards = await load(pieces, root, names);
    for (const shard of shards) {
        isFound = add(shard, (key) => (key === word.term ? 1 : word.prefix && key.startsWith(word.prefix) ? PREFIX_WEIGHT : 0)) || isFound;
    }

    if (!isFound && word.term.length >= SHORTEST_CORRECTED && !/\d/.test(word.term)) {
        await findNear(pieces, root, word, shards, names, add);
        if (!word.isOpen && weights.every((weight) => weight === 0)) {
            await findParts(pieces, root, word, shards, weights);
        }
    }

    return { weights, count: weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0) };
}

/** Keys one letter away: first where the word itself would stand, then where it would stand with its beginning put right. */
async function findNear(pieces, root, word, shards, names, add) {
    word.also = new Set();
    const near = (key) => {
        if (!isNear(key, word.term)) {
            return 0;
        }

        word.also.add(key);
        return NEAR_WEIGHT;
    };
    if (shards.reduce((found, shard) => add(shard, near) || found, false)) {
        return;
    }

    const [a, b, c, ...rest] = word.term;
    const end = rest.join("");
    const others = new Set([b + c + end, a + c + end, a + b + end, b + a + c + end, a + c + b + end, a + b + (rest[0] ?? "") + c + rest.slice(1).join("")].map((term) => root.shardOf(term)));
    const further = [...others].filter((shard) => !names.has(shard)).slice(0, MOST_TRIES);
    for (const shard of await load(pieces, root, further)) {
        add(shard, near);
    }
}

/** A compound that stands nowhere: its two parts, both in one document. Ganztagsförderung: Ganztag, Förderung. */
async function findParts(pieces, root, word, shards, weights) {
    const lefts = shards.flatMap(({ keys }) => keys.filter((key) => key.length >= SHORTEST_PART && word.folded.startsWith(key)));
    const splits = lefts.sort((left, right) => right.length - left.length).slice(0, 2).flatMap((left) =>
        ["", "s", "n", "en", "es", "er", "e"]
            .filter((link) => word.folded.startsWith(left + link) && word.folded.length >= left.length + link.length + SHORTEST_PART)
            .map((link) => ({ left, right: stem(word.folded.slice(left.length + link.length)) })));
    const further = new Set(splits.map(({ right }) => root.shardOf(right)));
    const all = [...shards, ...await load(pieces, root, [...further].slice(0, MOST_TRIES))];
    for (const { left, right } of splits) {
        const [first, second] = [left, right].map((part) => {
            const found = new Float64Array(root.end);
            all.forEach((shard) => addAll(root, shard, found, (key) => (key === part ? 1 : 0)));
            return found;
        });
        const isFound = first.reduce((found, weight, id) => {
            weights[id] = Math.max(weights[id], PREFIX_WEIGHT * Math.min(weight, second[id]));
            return found || weights[id] > 0;
        }, false);
        if (isFound) {
            word.also = new Set([left, right]);
            return;
        }
    }
}

const load = (pieces, root, numbers) => Promise.all([...numbers].map((shard) => pieces.get(root.shards[shard], readShard)));
