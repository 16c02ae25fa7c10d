#!/usr/bin/env bash
# Holt das Programm und baut die Website. Netlify und die Abläufe der Forge rufen dieses Skript auf.
# FACHINFO_URL:    die Adresse des Programms für linux-x64, aus einer Veröffentlichung von Fachinfo
# FACHINFO_SHA256: seine Prüfsumme; ein anderes Programm wird nicht ausgeführt
set -euo pipefail
cd "$(dirname "$0")"
: "${FACHINFO_URL:?Tragen Sie FACHINFO_URL bei den Variablen des Anbieters ein.}"
: "${FACHINFO_SHA256:?Tragen Sie FACHINFO_SHA256 bei den Variablen des Anbieters ein.}"

program=$(mktemp -d)/fachinfo
curl --fail --silent --show-error --location "$FACHINFO_URL" --output "$program"
echo "$FACHINFO_SHA256  $program" | sha256sum --check --quiet
chmod +x "$program"
"$program" "${1:-build}" --strict "${@:2}"
