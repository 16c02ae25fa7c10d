// What the script says: the words of the theme, from a template of the page.

/** Reads the words, and fills names in braces. */
export class Words {
    #words;

    constructor(template) {
        this.#words = new Map(Array.from(template.content.querySelectorAll("[data-word]"), element => [element.dataset.word, element.textContent]));
    }

    get(key, values = {}) {
        return (this.#words.get(key) ?? key).replace(/\{(\w+)\}/gu, (place, name) => values[name] ?? place);
    }
}
