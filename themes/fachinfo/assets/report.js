// Fills the address of the reported file into the form: /melden/?datei=/mitteilungen/2024/145/downloads/bewerbung/
// The members' area gives its addresses in the fragment, which no browser sends to the host: /melden/#datei=%2Fmitglieder%2F%23...
// Without this script the field is empty and readers fill it in themselves.
const path = new URLSearchParams(location.search).get('datei') ?? new URLSearchParams(location.hash.slice(1)).get('datei') ?? '';

// Only addresses of this site: one slash, then anything but another slash or a backslash.
if (/^\/(?![/\\])[^\s<>"]*$/.test(path)) {
  const address = location.origin + document.documentElement.dataset.root + path;
  const field = document.querySelector('[data-report-address]');
  const text = document.querySelector('[data-report-text]');
  if (field && !field.value) {
    field.value = address;
  }
  if (text) {
    const [first, ...rest] = text.value.split('\n');
    text.value = [`${first.trimEnd()} ${address}`, ...rest].join('\n');
  }
}
