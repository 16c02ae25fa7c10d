// Finds sealed pages and files by their path, and opens them.

import { openObject, SealError, textOf } from "./crypto.js";

/** There is nothing at this path for this member. */
export class NotFoundError extends Error {}

export class Objects {
    #root;
    #session;

    constructor(root, session) {
        this.#root = root;
        this.#session = session;
    }

    /**
     * A page in every version that there is for this member: a list such as the start page has one for each audience.
     * @returns {Promise<{header: object, html: string}[]>} at least one, in the order of the record
     */
    page(path) {
        return this.#withFreshKeys(async membership => {
            const addresses = await membership.addresses(path);
            const objects = await Promise.all(addresses.map(place => this.#tryOpen(place)));
            const found = objects.filter(object => object !== null);
            if (found.length === 0) {
                throw new NotFoundError(path);
            }

            return Promise.all(found.map(async object => ({ header: object.header, html: await textOf(object) })));
        });
    }

    /** A file: its header and its bytes, from the first audience that has it. */
    file(path, progress) {
        return this.#withFreshKeys(async membership => {
            for (const place of await membership.addresses(path)) {
                const object = await this.#tryOpen(place, progress);
                if (object !== null) {
                    return object;
                }
            }

            throw new NotFoundError(path);
        });
    }

    /** A piece of the search of one audience: its bytes. */
    piece(audience, path) {
        return this.#withFreshKeys(async membership => {
            const place = await membership.address(audience, path);
            const object = place && await this.#tryOpen(place);
            if (!object) {
                throw new NotFoundError(path);
            }

            return object.body;
        });
    }

    /** After a deploy keys and addresses may be new: the record is fetched once more before anything is given up. */
    async #withFreshKeys(act) {
        try {
            return await act(this.#session.membership);
        } catch (problem) {
            const isWorthAnotherTry = problem instanceof NotFoundError || problem instanceof SealError;
            if (!isWorthAnotherTry || !await this.#session.refresh()) {
                throw problem;
            }

            return act(this.#session.membership);
        }
    }

    /** @returns null if nothing lies at this address */
    async #tryOpen({ key, address }, progress) {
        const response = await fetch(this.#root + address, { cache: "no-cache" });
        if (response.status === 404) {
            return null;
        }

        if (!response.ok) {
            throw new TypeError(`status ${response.status}`);
        }

        const total = Number(response.headers.get("Content-Length"));
        return openObject(key, address, response.body, bytes => progress?.(bytes, total));
    }
}
