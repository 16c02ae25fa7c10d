// Finds the documents of words: whole, as the beginning of longer words, else with one typing error or as two parts.

import { meansToo } from "./query.js";
import { raise, readShard } from "./shards.js";
import { nearKeys } from "./spelling.js";
import { stem } from "./words.js";

/** So many shards are fetched for the words of a query; more words than that have one each. */
const MOST_SHARDS = 5;
const MOST_SHARDS_OF_WORD = 3;

/** So many further ones are fetched for what a word may have meant. */
const MOST_FURTHER_SHARDS = 2;
const SHORTEST_PART = 4;
const LINKS = ["", "s", "n", "en", "es", "er", "e"];

const [WHOLE, BEGINNING, NEAR] = [1, 0.5, 0.4];

/**
 * The weight of every document for each word of a query, and how many documents have one.
 * Sets the `also` of a word to the keys that were searched in its place, and whether the index knows it: `isMeant`. A word that is
 * known to be right, `isSure`, is searched as it is.
 */
export async function findWords(pieces, root, words) {
    const chosen = chooseShards(pieces, root, words);
    return Promise.all(words.map(async (word, i) => {
        const weights = await findWord(pieces, root, word, chosen[i]);
        return { weights, count: weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0) };
    }));
}

/** The weights for a word that must not occur: as it is, and nothing like it. */
export async function findExactly(pieces, root, word) {
    const weights = new Float64Array(root.end);
    const shards = await load(pieces, root.shardsOf(word.term));
    shards.forEach((shard) => raise(weights, root, shard, (key) => (key === word.term ? WHOLE : 0)));
    return weights;
}

/** The names of the shards for each word: its own, then those of longer words, one after the other. */
function chooseShards(pieces, root, words) {
    const chosen = words.map((word) => new Set(root.shardsOf(word.term)));
    const further = words.map((word, i) => (word.prefix ? root.shardsOf(word.prefix, true) : []).filter((name) => !chosen[i].has(name)));
    const fetched = new Set(chosen.flatMap((names) => [...names]).filter((name) => !pieces.has(name)));
    for (let round = 0; round < MOST_SHARDS_OF_WORD - 1; round++) {
        for (const [i, names] of further.entries()) {
            const isFree = round < names.length && (pieces.has(names[round]) || fetched.has(names[round]));
            if (round < names.length && (isFree || fetched.size < MOST_SHARDS)) {
                chosen[i].add(names[round]);
                fetched.add(names[round]);
            }
        }
    }

    return chosen;
}

async function findWord(pieces, root, word, names) {
    const weights = new Float64Array(root.end);
    const factor = (key) => (key === word.term ? WHOLE : word.prefix && key.startsWith(word.prefix) ? BEGINNING : 0);
    const add = (some) => some.map((shard) => raise(weights, root, shard, factor)).includes(true);
    const shards = await load(pieces, names);
    let isFound = add(shards);
    const next = word.prefix ? root.shardsOf(word.prefix, true).find((name) => !names.has(name)) : undefined;
    if (!isFound && next) {
        shards.push(...await load(pieces, [next]));
        isFound = add(shards.slice(-1));
    }

    // The letters of a real ending hardly ever begin the next part of a compound: Parken is not meant by what begins with "prak".
    word.isMeant = shards.some(({ keys }) => keys.some((key) => key === word.term || (word.prefix && key.startsWith(word.folded))));
    const isCorrected = !word.isMeant && !word.isSure && await findNear(pieces, root, word, weights);
    if (!isFound && !isCorrected && !word.isOpen && !word.isSure) {
        await findParts(pieces, root, word, shards, weights);
    }

    return weights;
}

/** Searches what may have been meant in place of a word that does not occur. */
async function findNear(pieces, root, word, weights) {
    const keys = await nearKeys(pieces, root, word);
    const names = new Set();
    let further = 0;
    word.also = keys.filter((key) => {
        const [name] = root.shardsOf(key);
        if (!names.has(name) && !pieces.has(name) && ++further > MOST_FURTHER_SHARDS) {
            return false;
        }

        names.add(name);
        return true;
    });
    const factor = (key) => (word.also.includes(key) ? NEAR : word.also.some((other) => meansToo(other, key)) ? NEAR * BEGINNING : 0);
    const shards = await load(pieces, names);
    return shards.map((shard) => raise(weights, root, shard, factor)).includes(true);
}

/** A compound that stands nowhere: its two parts, both in one document. Ganztagsförderung: Ganztag, Förderung. */
async function findParts(pieces, root, word, shards, weights) {
    const lefts = shards.flatMap(({ keys }) => keys.filter((key) => key.length >= SHORTEST_PART && word.folded.startsWith(key)));
    const splits = lefts.sort((left, right) => right.length - left.length).slice(0, 2).flatMap((left) => LINKS
        .filter((link) => word.folded.startsWith(left + link) && word.folded.length >= left.length + link.length + SHORTEST_PART)
        .map((link) => ({ left, right: stem(word.folded.slice(left.length + link.length)) })));
    const further = [...new Set(splits.flatMap(({ right }) => root.shardsOf(right)))];
    const all = [...shards, ...await load(pieces, further.slice(0, MOST_FURTHER_SHARDS))];
    for (const { left, right } of splits) {
        const [first, second] = [left, right].map((part) => {
            const found = new Float64Array(root.end);
            all.forEach((shard) => raise(found, root, shard, (key) => (key === part ? WHOLE : 0)));
            return found;
        });
        const isFound = first.reduce((found, weight, id) => {
            weights[id] = Math.max(weights[id], BEGINNING * Math.min(weight, second[id]));
            return found || weights[id] > 0;
        }, false);
        if (isFound) {
            word.also = [left, right];
            return;
        }
    }
}

const load = (pieces, names) => Promise.all([...names].map((name) => pieces.get(name, readShard)));
