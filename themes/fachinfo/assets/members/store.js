// Keeps the key of an unlocked area between page loads. IndexedDB holds nothing but a key that cannot be read back and the
// place of the record. Where the browser stores nothing (private windows), everything stays in memory.

const STORE = "schluessel";
const ENTRY = "aktuell";
const SESSION_LENGTH = 12 * 60 * 60 * 1000;

export class Store {
    #name;

    constructor(root) {
        // Several sites may share an origin.
        this.#name = `fachinfo-mitglieder:${root}`;
    }

    /** Gets the name under which tabs of this site find each other. */
    get name() {
        return this.#name;
    }

    /** @returns {Promise<boolean>} false if the browser stores nothing */
    async save(entry) {
        try {
            sessionStorage.setItem(this.#name, "1");
            await this.#run("readwrite", store => store.put(entry, ENTRY));
            return true;
        } catch {
            return false;
        }
    }

    /** The entry, unless its session is over; then it is deleted. */
    async load(isOpenElsewhere) {
        try {
            const entry = await this.#run("readonly", store => store.get(ENTRY));
            if (entry && (entry.isRemembered || this.#isRunning(entry, await isOpenElsewhere()))) {
                sessionStorage.setItem(this.#name, "1");
                return entry;
            }

            if (entry) {
                await this.clear();
            }
        } catch {
            // Nothing is stored here.
        }

        return null;
    }

    async clear() {
        try {
            sessionStorage.removeItem(this.#name);
            await this.#run("readwrite", store => store.clear());
        } catch {
            // Nothing is stored here.
        }
    }

    /** A session lives as long as some tab of it, and not over twelve hours. */
    #isRunning(entry, isOpenElsewhere) {
        return remaining(entry) > 0 && (sessionStorage.getItem(this.#name) !== null || isOpenElsewhere);
    }

    async #run(mode, act) {
        const database = await this.#open();
        try {
            return await new Promise((resolve, reject) => {
                const transaction = database.transaction(STORE, mode);
                const request = act(transaction.objectStore(STORE));
                transaction.oncomplete = () => resolve(request.result);
                transaction.onabort = () => reject(transaction.error);
            });
        } finally {
            database.close();
        }
    }

    #open() {
        return new Promise((resolve, reject) => {
            const request = indexedDB.open(this.#name, 1);
            request.onupgradeneeded = () => request.result.createObjectStore(STORE);
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
            request.onblocked = () => reject(new Error("blocked"));
        });
    }
}

/** Milliseconds until an entry ends. */
export function remaining(entry) {
    return entry.isRemembered ? Infinity : entry.since + SESSION_LENGTH - Date.now();
}
