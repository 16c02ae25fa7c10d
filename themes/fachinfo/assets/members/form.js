// The form for the access code. It exists only while it is needed, and its field has no name: nothing can send it.

import { format, isValid, LENGTH, read, toBytes } from "./code.js";

export class CodeForm {
    #words;
    #field;
    #state;
    #error;
    #remember;
    #isBusy = false;

    /**
     * @param {DocumentFragment} content a copy of the theme's template
     * @param {(code: Uint8Array, isRemembered: boolean) => Promise<string>} unlock answers with an error, or nothing
     */
    constructor(content, words, unlock) {
        this.#words = words;
        this.#field = content.querySelector("#zugangscode");
        this.#state = content.querySelector("#code_stand");
        this.#error = content.querySelector("#code_fehler");
        this.#remember = content.querySelector("#code_merken");
        this.#field.addEventListener("input", event => this.#typed(event));
        content.querySelector("form").addEventListener("submit", event => {
            event.preventDefault();
            this.#submit(unlock);
        });
    }

    focus() {
        this.#field.focus();
    }

    #typed(event) {
        const { symbols, bad } = read(this.#field.value);
        const isAtEnd = this.#field.selectionStart === this.#field.value.length;
        if (bad === null && isAtEnd && (event.inputType ?? "").startsWith("insert")) {
            this.#field.value = format(symbols);
        }

        this.#show(this.#problem(symbols, bad));
        const isComplete = symbols.length === LENGTH && bad === null && isValid(symbols);
        const isOnTheWay = symbols.length > 0 && symbols.length < LENGTH;
        this.#state.textContent = isComplete ? this.#words.get("complete") : "";
        if (isOnTheWay) {
            this.#state.textContent = this.#words.get("count", { count: symbols.length, total: LENGTH });
        }

        this.#state.classList.toggle("is-complete", isComplete);
    }

    async #submit(unlock) {
        const { symbols, bad } = read(this.#field.value);
        const counts = { count: symbols.length, total: LENGTH };
        const problem = this.#problem(symbols, bad)
            || (symbols.length === 0 && this.#words.get("empty"))
            || (symbols.length < LENGTH && this.#words.get("tooShort", counts));
        if (problem || this.#isBusy) {
            this.#show(problem || "");
            this.#field.focus();
            return;
        }

        this.#isBusy = true;
        const answer = await unlock(toBytes(symbols), this.#remember.checked);
        this.#isBusy = false;
        if (answer) {
            this.#show(answer);
            this.#field.focus();
        } else {
            this.#field.value = "";
        }
    }

    /** What is wrong already while typing; a code that is only too short is not. */
    #problem(symbols, bad) {
        if (bad !== null) {
            return this.#words.get("badCharacter", { character: bad });
        }

        if (symbols.length > LENGTH) {
            return this.#words.get("tooLong", { count: symbols.length, total: LENGTH });
        }

        return symbols.length === LENGTH && !isValid(symbols) ? this.#words.get("typo") : "";
    }

    /** Told once: the same message is not announced again with every key. */
    #show(message) {
        if (this.#error.textContent !== message) {
            this.#error.textContent = message;
        }

        this.#field.toggleAttribute("aria-invalid", false);
        if (message) {
            this.#field.setAttribute("aria-invalid", "true");
        }
    }
}
