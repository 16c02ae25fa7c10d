// Locked or unlocked: one member at a time, the same in all tabs of the site.

import { fetchMembership, keyOf } from "./records.js";
import { remaining, Store } from "./store.js";

/** How often a tab looks whether its time is up; also after the computer slept. */
const CLOCK = 60 * 1000;

/**
 * @typedef {"revoked"|"unknown"|"expired"|"loggedOut"|"loggedOutElsewhere"} Reason
 */
export class Session {
    membership = null;

    #root;
    #store;
    #channel;
    #entry = null;
    #isKept = false;
    #release = null;
    #onLock;
    #onUnlockElsewhere;

    /**
     * @param {(reason: Reason, contact?: string) => void} onLock the area was closed
     * @param {() => void} onUnlockElsewhere another tab was unlocked
     */
    constructor(root, onLock, onUnlockElsewhere) {
        this.#root = root;
        this.#store = new Store(root);
        this.#onLock = onLock;
        this.#onUnlockElsewhere = onUnlockElsewhere;
        this.#listen();
    }

    get isOpen() {
        return this.membership !== null;
    }

    /** Gets whether a reload finds the key again. */
    get isKept() {
        return this.#isKept;
    }

    /**
     * Unlocks with a code.
     * @returns {Promise<"open"|"unknown"|"revoked">}
     */
    async unlock(codeBytes, isRemembered) {
        const entry = { ...await keyOf(codeBytes), isRemembered, since: Date.now() };
        const membership = await fetchMembership(this.#root, entry);
        if (membership === null) {
            return "unknown";
        }

        if (membership.isRevoked) {
            this.revokedContact = membership.contact;
            return "revoked";
        }

        this.#isKept = await this.#store.save(entry);
        await this.#open(entry, membership);
        this.#channel?.postMessage("unlock");
        return "open";
    }

    /**
     * Unlocks with the key that an earlier page left.
     * @throws {TypeError} if the host does not answer; the key stays
     */
    async restore() {
        const entry = await this.#store.load(() => this.#isOpenElsewhere());
        if (entry === null) {
            return false;
        }

        const membership = await fetchMembership(this.#root, entry);
        if (membership === null || membership.isRevoked) {
            await this.#close(membership === null ? "unknown" : "revoked", membership?.contact);
            return false;
        }

        this.#isKept = true;
        await this.#open(entry, membership);
        return true;
    }

    /**
     * Fetches the record again, after something could not be found or opened.
     * @returns {Promise<boolean>} whether its keys are others now
     */
    async refresh() {
        if (this.#entry === null) {
            return false;
        }

        const membership = await fetchMembership(this.#root, this.#entry);
        if (membership === null || membership.isRevoked) {
            await this.#close(membership === null ? "unknown" : "revoked", membership?.contact);
            return false;
        }

        const isNew = membership.state !== this.membership?.state;
        this.membership = membership;
        return isNew;
    }

    async logout() {
        this.#channel?.postMessage("logout");
        await this.#close("loggedOut");
    }

    async #open(entry, membership) {
        this.#entry = entry;
        this.membership = membership;
        await this.#holdLock();
    }

    async #close(reason, contact) {
        this.#entry = null;
        this.membership = null;
        this.#release?.();
        this.#release = null;
        await this.#store.clear();
        this.#onLock(reason, contact);
    }

    #listen() {
        if ("BroadcastChannel" in window) {
            this.#channel = new BroadcastChannel(this.#store.name);
            this.#channel.onmessage = ({ data }) => {
                if (data === "logout" && this.isOpen) {
                    this.#close("loggedOutElsewhere");
                } else if (data === "unlock" && !this.isOpen) {
                    this.#onUnlockElsewhere();
                }
            };
        }

        setInterval(() => this.#checkTime(), CLOCK);
        document.addEventListener("visibilitychange", () => this.#checkTime());
        // A page that comes back from the browser's cache has missed every message.
        window.addEventListener("pageshow", event => {
            if (event.persisted && this.isOpen) {
                this.#checkStore();
            }
        });
    }

    #checkTime() {
        if (this.#entry !== null && remaining(this.#entry) <= 0) {
            this.#close("expired");
        }
    }

    async #checkStore() {
        const entry = this.#isKept ? await this.#store.load(() => true) : null;
        if (entry === null) {
            await this.#close("expired");
        }
    }

    /** Each open tab holds a shared lock, which the browser takes back when the tab is gone. */
    #holdLock() {
        if (!navigator.locks || this.#release !== null) {
            return Promise.resolve();
        }

        return new Promise(held => {
            navigator.locks.request(this.#store.name, { mode: "shared" }, () => {
                held();
                return new Promise(release => {
                    this.#release = release;
                });
            }).catch(held);
        });
    }

    async #isOpenElsewhere() {
        const state = await navigator.locks?.query();
        return state?.held?.some(lock => lock.name === this.#store.name) ?? false;
    }
}
