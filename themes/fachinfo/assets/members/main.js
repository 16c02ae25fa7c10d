// The sealed members' area: what the page /mitglieder/ does. See docs/members-area.md of the generator for the construction.

import { SealError } from "./crypto.js";
import { Files, isLikelyShowable, nameOf } from "./files.js";
import { CodeForm } from "./form.js";
import { parse } from "./fragment.js";
import { NotFoundError, Objects } from "./objects.js";
import { Router } from "./router.js";
import { AreaSearch, SEARCH_ROUTE } from "./search.js";
import { Session } from "./session.js";
import { View } from "./view.js";
import { Words } from "./words.js";

const FILE_ROUTE = "/file";

class Area {
    #words = new Words(document.getElementById("mitglieder_worte"));
    #view = new View();
    #session;
    #objects;
    #files;
    #router;
    #search;
    #form = null;
    #audience = null;
    #shown = null;
    #turn = 0;

    constructor(root) {
        this.#session = new Session(root, (reason, contact) => this.#lock(reason, contact), () => this.#restore());
        this.#objects = new Objects(root, this.#session);
        this.#files = new Files(this.#objects, this.#view, this.#words);
        this.#search = new AreaSearch(root, this.#session, this.#objects, this.#view);
        this.#router = new Router((route, y) => this.#go(route, y));
        this.#view.content.addEventListener("click", event => this.#click(event));
    }

    async start() {
        await this.#restore();
        if (!this.#session.isOpen && this.#form === null) {
            this.#showForm();
        }
    }

    /** Unlocks with what an earlier page or another tab left. */
    async #restore() {
        try {
            if (await this.#session.restore()) {
                this.#enter();
            }
        } catch (problem) {
            this.#showForm();
            this.#view.announce(this.#words.get(kindOf(problem)));
        }
    }

    #enter() {
        this.#form = null;
        this.#view.showBar(this.#session.membership.name, () => this.#session.logout());
        this.#router.start();
    }

    #showForm() {
        const content = this.#view.copy("anmeldung");
        this.#form = new CodeForm(content, this.#words, (code, isRemembered) => this.#unlock(code, isRemembered));
        this.#view.showLocked(content);
    }

    /** @returns {Promise<string>} why the code does not open the area; empty if it does */
    async #unlock(code, isRemembered) {
        this.#view.announce(this.#words.get("opening"));
        let answer;
        try {
            answer = await this.#session.unlock(code, isRemembered);
        } catch (problem) {
            this.#view.announce("");
            return this.#words.get(problem instanceof SealError ? "damaged" : "offline");
        }

        if (answer !== "open") {
            this.#view.announce("");
            return this.#words.get(answer, { contact: this.#session.revokedContact || this.#words.get("contact") });
        }

        const said = this.#words.get("unlocked", { name: this.#session.membership.name });
        this.#view.announce(this.#session.isKept ? said : `${said}. ${this.#words.get("notKept")}`);
        this.#shown = "";
        this.#enter();
        return "";
    }

    /** The area was closed: by the member, in another tab, by time, or by a record that is gone. */
    #lock(reason, contact) {
        this.#turn++;
        this.#shown = null;
        this.#files.clear();
        this.#search.clear();
        if (reason !== "expired") {
            this.#router.reset();
        }

        this.#showForm();
        this.#view.announce(this.#words.get(reason, { contact: contact || this.#words.get("contact") }));
        this.#form.focus();
    }

    async #go({ path, query, anchor }, y) {
        if (!this.#session.isOpen) {
            return;
        }

        if (path === this.#shown) {
            if (path === SEARCH_ROUTE) {
                this.#search.update(query);
            } else {
                this.#view.goTo(anchor, y);
            }

            return;
        }

        const turn = ++this.#turn;
        const isFirst = this.#shown === null;
        if (this.#shown) {
            this.#view.announce("");
        }

        this.#view.setBusy(true);
        try {
            const page = await this.#prepare(path, query);
            if (turn !== this.#turn) {
                return;
            }

            page();
        } catch (problem) {
            if (turn !== this.#turn) {
                return;
            }

            this.#fail(problem);
        } finally {
            this.#view.setBusy(false);
        }

        this.#shown = path;
        if (!isFirst || anchor || y !== null) {
            this.#view.goTo(anchor, y);
        }
    }

    /** Fetches what a route shows; what is returned shows it. */
    async #prepare(path, query) {
        if (path === SEARCH_ROUTE) {
            return this.#search.prepare(query);
        }

        if (path.startsWith(`${FILE_ROUTE}/`)) {
            return this.#filePage(path.slice(FILE_ROUTE.length));
        }

        const versions = await this.#objects.page(path);
        return () => this.#showVersion(path, versions);
    }

    /** Shows the version for one audience, and stays with this audience where others have versions too. */
    #showVersion(path, versions) {
        const { header, html } = versions.find(version => version.header.audience === this.#audience) ?? versions[0];
        this.#view.showPage({ ...parse(html, path), title: header.title, publicHref: header.public, isStart: path === "/" });
        this.#view.showAudiences(versions.map(version => this.#audienceOf(version.header.audience, header.audience, path, versions)));
        this.#files.draw(this.#view.content);
    }

    #audienceOf(id, current, path, versions) {
        return {
            name: id === "members" ? this.#words.get("everyone") : nameOfAudience(id),
            isCurrent: id === current,
            choose: () => {
                this.#audience = id;
                this.#showVersion(path, versions);
                this.#view.goTo("", null);
            },
        };
    }

    /** A file link that was opened in a tab of its own: what to do with the file. */
    #filePage(path) {
        return () => this.#view.showNote(nameOf(path), this.#words.get("fileText"), [
            { text: this.#words.get("save"), act: () => this.#run(() => this.#files.save(path)) },
            ...isLikelyShowable(path) ? [{ text: this.#words.get("show"), act: () => this.#run(() => this.#files.show(path)) }] : [],
        ]);
    }

    #click(event) {
        const link = event.target.closest("a[data-file]");
        const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
        if (link === null || !isPlain) {
            return;
        }

        event.preventDefault();
        const path = link.dataset.file;
        this.#run(() => link.dataset.action === "open" ? this.#files.show(path) : this.#files.save(path));
    }

    /** Does something with a file and says what went wrong; the page stays. */
    async #run(act) {
        try {
            await act();
        } catch (problem) {
            if (this.#session.isOpen) {
                this.#view.announce(this.#words.get(kindOf(problem)));
            }
        }
    }

    #fail(problem) {
        const kind = kindOf(problem);
        const retry = { text: this.#words.get("retry"), act: () => location.reload() };
        this.#view.showNote(this.#words.get(`${kind}Title`), this.#words.get(kind), kind === "notFound" ? [] : [retry]);
    }
}

/** What people read of an id: "vorstand" becomes "Vorstand". */
function nameOfAudience(id) {
    return id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
}

/** The name of the words for a problem. */
function kindOf(problem) {
    if (problem instanceof NotFoundError) {
        return "notFound";
    }

    return problem instanceof SealError || problem instanceof SyntaxError ? "damaged" : "offline";
}

if (isSecureContext && crypto.subtle && "DecompressionStream" in window) {
    new Area(document.documentElement.dataset.root ?? "").start();
}
