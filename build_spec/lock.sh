#!/bin/sh
# Refreshes the lock files: every package, version and hash, for all systems and Python versions, and no address.
# Without arguments only what changed in pyproject.toml; with --upgrade the newest versions that it admits.
set -eu
cd "$(dirname "$0")/.."
locks=build_spec/locks

resolve() {
    file=$1
    shift
    # The locks must hold on any machine: no index but the public one, whatever this machine is set to use.
    env -u UV_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_DEFAULT_INDEX -u UV_FIND_LINKS \
        .venv/bin/uv pip compile pyproject.toml --quiet --no-config --universal --python-version 3.11 \
        --fork-strategy fewest --generate-hashes --no-header --no-annotate --output-file "$locks/$file" "$@"
}

resolve development.txt --extra dev "$@"
# The smaller sets take the same versions, so that what is tested is what is shipped.
resolve runtime.txt --extra build --constraint "$locks/development.txt"
resolve bundle.txt --extra bundle --constraint "$locks/development.txt" "$@"
