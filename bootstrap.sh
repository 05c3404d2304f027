#!/usr/bin/env bash
# Installs what the build needs (Debian 12 or a relative, with apt-get) and builds the program: build/release/bloctype.
# What is already there is left alone, so it may be run again at any time.
# usage: ./bootstrap.sh [--tests]      --tests: also what the tests and benchmarks need, and builds them
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

fail() {
  printf 'bootstrap: %s\n' "$@" >&2
  exit 1
}

packages=(build-essential cmake ninja-build libyaml-cpp-dev libcli11-dev nettle-dev libfast-float-dev)
tests=OFF
case "$*" in
  '') ;;
  --tests)
    tests=ON
    packages+=(libfmt-dev libgtest-dev nlohmann-json3-dev libbenchmark-dev clang-format node-csv-spectrum
    parallel python3-jsonschema python3-yaml zsh fish groff-base chromium libxml2-utils)
    ;;
  *) fail "unknown argument: $*" 'usage: ./bootstrap.sh [--tests]' ;;
esac

command -v apt-get >/dev/null || fail 'this system has no apt-get' \
  "install what these Debian packages hold: ${packages[*]}" \
  'then: cmake --preset release -DBLOCTYPE_TESTS=OFF && cmake --build --preset release'

missing=()
for package in "${packages[@]}"; do
  [[ $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) == *' installed' ]] || missing+=("$package")
done
if ((${#missing[@]})); then
  as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      fail "these packages are missing: ${missing[*]}" 'installing them takes root or sudo, and there is neither'
    as_root=(sudo)
  fi
  echo "bootstrap: installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq ||
    fail 'the lists of packages could not be fetched; is there a network?'
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" ||
    fail "not all of these could be installed: ${missing[*]}"
fi

options=("-DBLOCTYPE_TESTS=$tests")
# The preset makes warnings errors, for the compiler of Debian 12; a newer one may have others.
grep -qs '^12' /etc/debian_version || options+=(-DBLOCTYPE_WERROR=OFF)

cmake --preset release "${options[@]}" || fail 'the build could not be set up; the lines above say why'
cmake --build --preset release || fail 'the build failed; the lines above say where'

echo "bootstrap: the program is $PWD/build/release/bloctype"
