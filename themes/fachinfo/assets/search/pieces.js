// The small compressed files of an index: fetched once each, by whatever function the page hands in.

/** A piece that the root names is gone: the site was built anew. */
export class StaleIndexError extends Error {}

/** The name of the root, which lists all other pieces. */
const ROOT = "index";

/** Fetches pieces from a folder of the web server; the root lies beside it and is asked for anew each time. */
export function loaderFor(folder) {
    return async (name) => {
        const isRoot = name === ROOT;
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

export class Pieces {
    #load;
    #read = new Map();
    #requests = 0;

    /** @param load gets the name of a piece, promises its bytes as the generator wrote them, still compressed */
    constructor(load) {
        this.#load = load;
    }

    /** Promises a piece as a function reads it; a failure is not kept. */
    get(name, read) {
        if (!this.#read.has(name)) {
            this.#requests++;
            const piece = Promise.resolve(this.#load(name)).then(inflate).then(read);
            piece.catch(() => this.#read.delete(name));
            this.#read.set(name, piece);
        }

        return this.#read.get(name);
    }

    /** So many pieces were asked for. */
    get requests() {
        return this.#requests;
    }

    /** Tells whether a piece costs no request. */
    has(name) {
        return this.#read.has(name);
    }

    root(read) {
        return this.get(ROOT, read);
    }

    forget() {
        this.#read.clear();
    }
}

export const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

async function inflate(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
}
