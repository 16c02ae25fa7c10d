// Finds documents in an index made by generator/Searching. Gets the bytes of its pieces from a function, so that the same
// code searches public pieces and sealed ones. Knows nothing of the page.

const MOST_SHARDS = 3;
const MOST_TRIES = 4;
const SHORTEST_CORRECTED = 5;
const SHORTEST_PART = 4;
const PREFIX_WEIGHT = 0.5;
const NEAR_WEIGHT = 0.4;
const NAME_LENGTH = 12;

// Whatever a paper is called in its town, people ask for a Vorlage or Drucksache.
const PAPERS = "/ratsarchiv/";
const PAPER_WORDS = ["vorlag", "drucksach"];
const REFERENCE_WORDS = ["az", "aktenzeich"];

/** A piece that the root names is gone: the site was built anew. */
export class StaleIndexError extends Error {}

/** Reads pieces from a folder of the web server; its root lies beside it. */
export function loaderFor(folder) {
  return async (name) => {
    const isRoot = name === "index";
    const answer = await fetch(isRoot ? folder.replace(/\/$/, ".bin") : `${folder}${name}.bin`, { cache: isRoot ? "no-cache" : "default" });
    if (answer.status === 404) {
      throw new StaleIndexError(name);
    }

    if (!answer.ok) {
      throw new Error(`${name}: ${answer.status}`);
    }

    return answer.arrayBuffer();
  };
}

export class SearchIndex {
  #words;
  #load;
  #pieces = new Map();

  /**
   * @param words the module search-words.js
   * @param load gets the name of a piece ("index" is the root), promises its bytes, still compressed
   */
  constructor(words, load) {
    this.#words = words;
    this.#load = load;
  }

  /**
   * Searches. Filters: kind, year, rubric (a slug path, with what lies below), open (only running deadlines, as of the day
   * today, "2024-03-15"); order: "date" or by relevance.
   * @returns ids of all hits, the best first; the words that were searched; things that the query names by number
   */
  async search(query, options = {}) {
    try {
      return await this.#search(query, options);
    } catch (problem) {
      if (!(problem instanceof StaleIndexError)) {
        throw problem;
      }

      this.#pieces.clear();
      return this.#search(query, options);
    }
  }

  /** What a list shows of a document: title, address, label, date, summary, rubric, members only, deadlines. */
  async record(id) {
    const root = await this.#root();
    const records = await this.#piece(root.records[Math.floor(id / root.recordBlock)], json);
    const [title, address, label, date, summary, rubric, flags, ...deadlines] = records[id % root.recordBlock];
    return { id, title, address, label, date, summary, rubric, isMembersOnly: (flags & 1) === 1, page: flags >> 1, deadlines };
  }

  /** Tells which piece holds the record of a document: those of one piece cost one request. */
  async recordPiece(id) {
    const root = await this.#root();
    return Math.floor(id / root.recordBlock);
  }

  /** The things that a query names: "145/2024", "Schnellbrief 63/2005", "13.0.70". */
  async direct(query) {
    const match = /^(?:(?<label>\D.*?)[\s:]+)?(?:Nr\.?\s*)?(?<key>\d[\w./-]*)$/iu.exec(query.trim());
    if (!match) {
      return [];
    }

    const root = await this.#root();
    const key = match.groups.key.toLowerCase();
    const things = (await this.#piece(root.jumps[hash(key) % root.jumps.length], json))[key] ?? [];
    const plain = (text) => this.#words.terms(text).filter((term) => /^[a-z]/.test(term) && term !== "nr");
    const asked = plain(match.groups.label ?? "").filter((term) => !REFERENCE_WORDS.includes(term));
    return things
      .filter(([label, address]) => asked.length === 0 || plain(label).some((term) => asked.includes(term)) || (address.startsWith(PAPERS) && asked.some((term) => PAPER_WORDS.includes(term))))
      .map(([label, address]) => ({ label, address }));
  }

  async #search(query, { isTyping = false, ...filter }) {
    const root = await this.#root();
    const parsed = this.#words.parseQuery(query, isTyping);
    const direct = this.direct(query);
    if (parsed.words.length === 0) {
      return { ids: [], parsed, direct: await direct };
    }

    const [found, excluded, keeps] = await Promise.all([
      Promise.all(parsed.words.map((word) => this.#find(root, word))),
      Promise.all(parsed.excluded.map((word) => this.#find(root, { ...word, prefix: null, isOpen: true }))),
      this.#filter(root, filter),
    ]);
    const scores = new Float64Array(root.end);
    const hits = new Uint8Array(root.end);
    for (const { weights, count } of found) {
      const rarity = Math.log(1 + root.count / Math.max(1, count));
      weights.forEach((weight, id) => {
        if (weight > 0) {
          scores[id] += rarity * weight;
          hits[id]++;
        }
      });
    }

    const ids = [];
    for (let id = 0; id < root.end; id++) {
      if (hits[id] === found.length && excluded.every(({ weights }) => weights[id] === 0) && keeps(id)) {
        ids.push(id);
      }
    }

    const before = filter.order === "date" ? await this.#byDate(root, ids) : (left, right) => scores[right] - scores[left] || right - left;
    return { ids: ids.sort(before), parsed, direct: await direct };
  }

  /** The weight of every document for one word: whole, as the beginning of longer words, else with one letter wrong. */
  async #find(root, word) {
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
    const shards = await this.#shards(root, names);
    for (const shard of shards) {
      isFound = add(shard, (key) => (key === word.term ? 1 : word.prefix && key.startsWith(word.prefix) ? PREFIX_WEIGHT : 0)) || isFound;
    }

    if (!isFound && word.term.length >= SHORTEST_CORRECTED && !/\d/.test(word.term)) {
      await this.#findNear(root, word, shards, names, add);
      if (!word.isOpen && weights.every((weight) => weight === 0)) {
        await this.#findParts(root, word, shards, weights);
      }
    }

    return { weights, count: weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0) };
  }

  /** A compound that stands nowhere: its two parts, both in one document. Ganztagsförderung: Ganztag, Förderung. */
  async #findParts(root, word, shards, weights) {
    const lefts = shards.flatMap(({ keys }) => keys.filter((key) => key.length >= SHORTEST_PART && word.folded.startsWith(key)));
    const splits = lefts.sort((left, right) => right.length - left.length).slice(0, 2).flatMap((left) =>
      ["", "s", "n", "en", "es", "er", "e"]
        .filter((link) => word.folded.startsWith(left + link) && word.folded.length >= left.length + link.length + SHORTEST_PART)
        .map((link) => ({ left, right: this.#words.stem(word.folded.slice(left.length + link.length)) })));
    const further = new Set(splits.map(({ right }) => root.shardOf(right)));
    const all = [...shards, ...await this.#shards(root, [...further].slice(0, MOST_TRIES))];
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

  /** Keys one letter away: first where the word itself would stand, then where it would stand with its beginning put right. */
  async #findNear(root, word, shards, names, add) {
    word.also = new Set();
    const near = (key) => {
      const isNear = this.#words.isNear(key, word.term);
      if (isNear) {
        word.also.add(key);
      }

      return isNear ? NEAR_WEIGHT : 0;
    };
    if (shards.reduce((found, shard) => add(shard, near) || found, false)) {
      return;
    }

    const [a, b, c, ...rest] = word.term;
    const end = rest.join("");
    const others = new Set([b + c + end, a + c + end, a + b + end, b + a + c + end, a + c + b + end, a + b + (rest[0] ?? "") + c + rest.slice(1).join("")].map((term) => root.shardOf(term)));
    const further = [...others].filter((shard) => !names.has(shard)).slice(0, MOST_TRIES);
    for (const shard of await this.#shards(root, further)) {
      add(shard, near);
    }
  }

  #shards(root, numbers) {
    return Promise.all([...numbers].map((shard) => this.#piece(root.shards[shard], readShard)));
  }

  /** A function that tells whether a document passes the filters; loads what it needs and no more. */
  async #filter(root, { kind, year, rubric, open, today }) {
    const groups = root.groups.filter(([, , ofKind, ofYear]) => (!kind || ofKind === kind) && (!year || String(ofYear) === String(year)));
    const inGroup = (id) => groups.some(([base, capacity]) => id >= base && id < base + capacity);
    if (!rubric && !open) {
      return kind || year ? inGroup : () => true;
    }

    const facets = await this.#facets(root);
    const rubrics = new Set(root.rubrics.flatMap((path, i) => (path === rubric || path.startsWith(`${rubric}/`) ? [i + 1] : [])));
    const first = open ? Math.floor(Date.parse(`${today}T00:00:00Z`) / 86400000) + 1 : 0;
    return (id) => inGroup(id)
      && (!rubric || rubrics.has(facets(id, 2)) || rubrics.has(facets(id, 3)))
      && (!open || facets(id, 1) >= first);
  }

  async #byDate(root, ids) {
    if (ids.length === 0) {
      return () => 0;
    }

    const facets = await this.#facets(root);
    return (left, right) => facets(right, 0) - facets(left, 0) || right - left;
  }

  /** A function for the columns of dates, last deadlines, first and second rubrics. */
  async #facets(root) {
    const blocks = await Promise.all(root.facets.map((name) => this.#piece(name, (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))));
    return (id, column) => {
      const block = blocks[Math.floor(id / root.facetBlock)];
      return block.getUint16(2 * (column * (block.byteLength / 8) + (id % root.facetBlock)), true);
    };
  }

  #root() {
    return this.#piece("index", (bytes) => {
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
      return root;
    });
  }

  /** Loads a piece once; a failure is not kept. */
  #piece(name, read) {
    if (!this.#pieces.has(name)) {
      const piece = Promise.resolve(this.#load(name)).then(inflate).then(read);
      piece.catch(() => this.#pieces.delete(name));
      this.#pieces.set(name, piece);
    }

    return this.#pieces.get(name);
  }
}

async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** FNV-1a, as in generator/Searching. */
function hash(key) {
  let value = 2166136261;
  for (let i = 0; i < key.length; i++) {
    value = Math.imul(value ^ key.charCodeAt(i), 16777619) >>> 0;
  }

  return value;
}

/** Keys with the numbers of their documents and a level for each; see Shards.Encode. */
function readShard(bytes) {
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
function addAll(root, shard, weights, factorOf) {
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
