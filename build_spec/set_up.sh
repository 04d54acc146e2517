#!/bin/sh
# Finds the newest suitable Python and lets it set up .venv: sh build_spec/set_up.sh runtime|development|bundle [window]
set -eu
cd "$(dirname "$0")/.."

suitable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# PYTHON=... chooses another one. Our own environment's, once it is there, is the quickest to find.
for candidate in "${PYTHON:-}" .venv/bin/python python3.13 python3.12 python3.11 python3; do
    if [ -n "$candidate" ] && suitable "$candidate"; then
        exec "$candidate" build_spec/set_up.py "$@"
    fi
done
echo "Python 3.11 or newer is needed; on Debian: apt-get install python3 python3-venv" >&2
exit 1
