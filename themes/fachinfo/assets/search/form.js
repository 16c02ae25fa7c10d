// The form of a search: its state as the filter of an index, and as the query of an address.

/** The choice of kind that is no filter, but an index of its own. */
export const FILES = "dateien";

export class SearchForm {
    #form;
    #field;

    constructor(form) {
        this.#form = form;
        this.#field = form.elements.q;
        form.addEventListener("change", () => this.#adapt());
    }

    get field() {
        return this.#field;
    }

    /** The query as it was typed: a blank at its end says that the last word is whole. */
    get typed() {
        return this.#field.value.trimStart();
    }

    get query() {
        return this.#field.value.trim();
    }

    get isInFiles() {
        return this.#valueOf("bereich") === FILES;
    }

    /** The filter for SearchIndex.search. */
    get filter() {
        const isInFiles = this.isInFiles;
        return {
            kind: isInFiles ? "" : this.#valueOf("bereich"),
            rubric: this.#valueOf("rubrik"),
            year: this.#valueOf("jahr"),
            order: this.#valueOf("folge") === "datum" ? "date" : "",
            open: !isInFiles && this.#form.elements.frist.checked,
            today: today(),
            isAreaOnly: this.#form.elements.nur?.checked ?? false,
        };
    }

    /** The state as a query of an address, without empty values. */
    get state() {
        return new URLSearchParams([...new FormData(this.#form)].filter(([, value]) => value !== ""));
    }

    set state(query) {
        for (const element of this.#form.elements) {
            if (element.type === "checkbox") {
                element.checked = query.get(element.name) === element.value;
            } else if (element.name) {
                element.value = query.get(element.name) ?? "";
                if (element.selectedIndex < 0) {
                    // A bookmark may name a year or rubric that is no longer there.
                    element.value = "";
                }
            }
        }

        this.#adapt();
    }

    chooseFiles() {
        this.#form.elements.bereich.value = FILES;
        this.#adapt();
    }

    /** Files have no deadlines. */
    #adapt() {
        this.#form.elements.frist.disabled = this.isInFiles;
    }

    #valueOf(name) {
        return this.#form.elements[name]?.value ?? "";
    }
}

/** The visitor's day: "2024-03-15". */
export function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
