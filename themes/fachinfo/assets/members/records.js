// Member records: what an access code opens, fetched from one of 256 files, so that the host does not see whose it is.

import { addressOf, derive, fromBase64, importKey, openRecord, toHex } from "./crypto.js";

const LOCATOR = 16;

/** The key made of an access code, and where its record lies. The key cannot be read back. */
export async function keyOf(codeBytes) {
    const key = await importKey(codeBytes);
    return { key, locator: toHex(await derive(key, "locator", [], LOCATOR)) };
}

/**
 * Fetches and opens the record of a code.
 * @returns {Promise<Membership|null>} null if no record has this locator
 * @throws {TypeError} if the host does not answer
 */
export async function fetchMembership(root, { key, locator }) {
    const response = await fetch(`${root}/mitglieder/k/${locator.slice(0, 2)}.bin`, { cache: "no-cache" });
    if (response.status === 404) {
        return null;
    }

    if (!response.ok) {
        throw new TypeError(`status ${response.status}`);
    }

    const sealed = find(new Uint8Array(await response.arrayBuffer()), locator);
    return sealed === null ? null : Membership.from(await openRecord(key, locator, sealed));
}

/** A file is the length of a record (four bytes, the highest first), and records that start with their locator. */
function find(file, locator) {
    const size = file.length >= 4 ? new DataView(file.buffer).getUint32(0) : 0;
    for (let at = 4; size > LOCATOR && at + size <= file.length; at += size) {
        if (toHex(file.subarray(at, at + LOCATOR)) === locator) {
            return file.subarray(at + LOCATOR, at + size);
        }
    }

    return null;
}

/** What a record says: a member with the content keys of its audiences, or a code that is no longer good. */
export class Membership {
    constructor(record, keys) {
        this.isRevoked = record.kind !== "member";
        this.name = record.name;
        this.contact = record.contact;
        this.state = record.state;
        this.keys = keys;
        this.audiences = record.audiences.map(({ id }) => id);
    }

    static async from(record) {
        const keys = await Promise.all(record.audiences.map(audience => importKey(fromBase64(audience.key))));
        return new Membership(record, keys);
    }

    /** Where a page or file may lie: one address for each audience, in the record's order. */
    addresses(path) {
        return Promise.all(this.keys.map(key => placeOf(key, path)));
    }

    /** Where something of one audience lies; null if the member does not belong to it. */
    async address(audience, path) {
        const key = this.keys[this.audiences.indexOf(audience)];
        return key ? placeOf(key, path) : null;
    }
}

async function placeOf(key, path) {
    return { key, address: await addressOf(key, path) };
}
