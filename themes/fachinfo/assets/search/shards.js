// Pieces by keys: which documents hold a word, and how much it says about each.

/** Keys with the numbers of their documents and a level for each; see Shards.Encode of the generator. */
export function readShard(bytes) {
    let at = 0;
    const number = () => {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const part = bytes[at++];
            value |= (part & 0x7f) << shift;
            if (part < 0x80) {
                return value;
            }
        }
    };
    const keys = [];
    const counts = [];
    let key = "";
    for (let left = number(); left > 0; left--) {
        const shared = number();
        const length = number();
        key = key.slice(0, shared) + String.fromCharCode(...bytes.subarray(at, at + length));
        at += length;
        keys.push(key);
        counts.push(number());
    }

    const documents = counts.map((count) => {
        const ids = new Int32Array(count);
        let id = -1;
        for (let i = 0; i < count; i++) {
            id += number() + 1;
            ids[i] = id;
        }

        return ids;
    });
    const levels = counts.map((count) => {
        const start = at;
        at += (count + 1) >> 1;
        return bytes.subarray(start, at);
    });
    return { keys, documents, levels };
}

/** Raises the weights of the documents of all keys that a function gives a factor; tells whether there were any. */
export function raise(weights, root, shard, factorOf) {
    let isFound = false;
    shard.keys.forEach((key, place) => {
        const factor = factorOf(key);
        if (factor > 0) {
            isFound = true;
            shard.documents[place].forEach((id, i) => {
                const level = (shard.levels[place][i >> 1] >> (4 * (i & 1))) & 7;
                weights[id] = Math.max(weights[id], factor * root.weights[level]);
            });
        }
    });
    return isFound;
}
