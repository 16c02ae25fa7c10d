// Tells words apart that differ by one typing error.

/** One letter wrong, missing, too many, or two exchanged. */
export function isNear(left, right) {
    if (Math.abs(left.length - right.length) > 1 || left === right) {
        return left === right;
    }

    let at = 0;
    while (at < left.length && left[at] === right[at]) {
        at++;
    }

    const [a, b] = [left.slice(at), right.slice(at)];
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
        || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
