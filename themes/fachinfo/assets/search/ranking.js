// How much hits are worth: what makes them comparable over several indexes.

/** For each word of a query how much it says: a rare word says more than one that stands everywhere. */
export function raritiesOf(matches) {
    const all = matches.reduce((sum, { root }) => sum + root.count, 0);
    return matches[0].found.map((_, i) => Math.log(1 + all / Math.max(1, matches.reduce((sum, { found }) => sum + found[i].count, 0))));
}

/** What a document is worth for all words of a query. */
export const scoreOf = ({ found }, rarities, id) => found.reduce((sum, { weights }, i) => sum + rarities[i] * weights[id], 0);
