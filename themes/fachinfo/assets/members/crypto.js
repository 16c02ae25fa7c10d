// Keys and sealed bytes, as the generator's Sealing folder makes them: HKDF-SHA-256 and AES-256-GCM of WebCrypto.

const CHUNK = 1024 * 1024;
const TAG = 16;
const SALT = 32;
const MAGIC = "FIS1";
const PREFIX = "fachinfo/1/";
const utf8 = new TextEncoder();

/** Something sealed that does not open: other bytes than were sealed, too few, too many, or another key. */
export class SealError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = "SealError";
    }
}

/** Key material that only derives further keys and cannot be read back. */
export function importKey(bytes) {
    return crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits", "deriveKey"]);
}

/** Derives bytes. The salt is empty; the fields stand behind the label, each with its length. */
export async function derive(key, label, fields, length) {
    return new Uint8Array(await crypto.subtle.deriveBits(hkdf(new Uint8Array(), label, fields), key, length * 8));
}

/** The address of a sealed object below the root of the site. */
export async function addressOf(contentKey, path) {
    return `/mitglieder/o/${toHex(await derive(contentKey, "address", [path], 16))}.bin`;
}

/**
 * Opens a sealed object while it arrives, chunk by chunk. Nothing is handed out before the last tag is verified.
 * @param {(bytes: number) => void} progress is told how many bytes are open
 * @returns {Promise<{header: object, body: Blob}>}
 */
export async function openObject(contentKey, address, stream, progress = () => {}) {
    const source = new ByteSource(stream);
    if (new TextDecoder().decode(await source.take(MAGIC.length)) !== MAGIC) {
        throw new SealError("not a sealed object");
    }

    const key = await aesKey(contentKey, await source.take(SALT), "object", address);
    const text = new PlainText();
    await openChunks(key, address, source, bytes => {
        text.add(bytes);
        progress(text.length);
    });
    return text.finish();
}

/** Opens a member's record: salt and one chunk, which follow the locator. */
export async function openRecord(codeKey, locator, sealed) {
    const address = `k/${locator}`;
    const source = new ByteSource(new Blob([sealed]).stream());
    const key = await aesKey(codeKey, await source.take(SALT), "record", address);
    let record;
    await openChunks(key, address, source, bytes => {
        record = readJson(bytes).value;
    });
    return record;
}

/** The text of a body. */
export function textOf({ header, body }) {
    const stream = header.encoding === "deflate-raw" ? body.stream().pipeThrough(new DecompressionStream("deflate-raw")) : body.stream();
    return new Response(stream).text();
}

export function toHex(bytes) {
    return Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
}

export function fromBase64(text) {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

function aesKey(key, salt, label, address) {
    return crypto.subtle.deriveKey(hkdf(salt, label, [address]), key, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
}

function hkdf(salt, label, fields) {
    return { name: "HKDF", hash: "SHA-256", salt, info: info(label, fields) };
}

/** Label and fields, each as length (four bytes, the highest first) and UTF-8 bytes: no two lists give the same bytes. */
function info(label, fields) {
    const parts = [PREFIX + label, ...fields].map(part => utf8.encode(part));
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
    let at = 0;
    for (const part of parts) {
        new DataView(bytes.buffer).setUint32(at, part.length);
        bytes.set(part, at + 4);
        at += 4 + part.length;
    }

    return bytes;
}

async function openChunks(key, address, source, take) {
    const additionalData = utf8.encode(address);
    for (let index = 0, isLast = false; !isLast; index++) {
        const sealed = await source.takeUpTo(CHUNK + TAG);
        isLast = await source.isAtEnd();
        let plain;
        try {
            plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce(index, isLast), additionalData, tagLength: TAG * 8 }, key, sealed);
        } catch (cause) {
            throw new SealError(`chunk ${index} does not open`, { cause });
        }

        take(new Uint8Array(plain));
    }
}

/** Three zero bytes, the number of the chunk in eight, and a byte that marks the last chunk: none can be missing at the end. */
function nonce(index, isLast) {
    const bytes = new Uint8Array(12);
    new DataView(bytes.buffer).setBigUint64(3, BigInt(index));
    bytes[11] = isLast ? 1 : 0;
    return bytes;
}

/** JSON behind its length (four bytes, the highest first), and where it ends. */
function readJson(bytes) {
    const end = bytes.length >= 4 ? 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) : Infinity;
    if (end > bytes.length) {
        throw new SealError("header is cut off");
    }

    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(4, end))), end };
}

/** Plain text as it comes: header, body, and zeros that hide the length. */
class PlainText {
    length = 0;
    #header = null;
    #missing = 0;
    #parts = [];

    add(bytes) {
        let rest = bytes;
        if (this.#header === null) {
            const { value, end } = readJson(rest);
            this.#header = value;
            this.#missing = value.length;
            rest = rest.subarray(end);
        }

        const body = rest.subarray(0, this.#missing);
        this.#missing -= body.length;
        this.length += body.length;
        // A blob, so that the browser may keep a large file elsewhere than in memory.
        this.#parts.push(new Blob([body]));
    }

    finish() {
        if (this.#missing !== 0) {
            throw new SealError("body is cut off");
        }

        return { header: this.#header, body: new Blob(this.#parts) };
    }
}

/** Reads given numbers of bytes from a stream whose pieces have any size. */
class ByteSource {
    #reader;
    #pieces = [];
    #length = 0;
    #isDone = false;

    constructor(stream) {
        this.#reader = stream.getReader();
    }

    async take(count) {
        const bytes = await this.takeUpTo(count);
        if (bytes.length < count) {
            throw new SealError("object is cut off");
        }

        return bytes;
    }

    /** Fewer bytes only at the end. */
    async takeUpTo(count) {
        await this.#fill(count);
        const bytes = new Uint8Array(Math.min(count, this.#length));
        for (let at = 0; at < bytes.length;) {
            const part = this.#pieces[0].subarray(0, bytes.length - at);
            bytes.set(part, at);
            at += part.length;
            if (part.length === this.#pieces[0].length) {
                this.#pieces.shift();
            } else {
                this.#pieces[0] = this.#pieces[0].subarray(part.length);
            }
        }

        this.#length -= bytes.length;
        return bytes;
    }

    async isAtEnd() {
        await this.#fill(1);
        return this.#length === 0;
    }

    async #fill(count) {
        while (this.#length < count && !this.#isDone) {
            const { done, value } = await this.#reader.read();
            this.#isDone = done;
            if (value?.length > 0) {
                this.#pieces.push(value);
                this.#length += value.length;
            }
        }
    }
}
