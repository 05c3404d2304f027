#!/usr/bin/python3
"""Holds documents against schemas, by the validator of Debian's python3-jsonschema.

usage: validate.py FOLDER < JOBS > VERDICTS

FOLDER holds rulebook.json, description.json and result.json. A line of JOBS is {"schema": NAME, "json": VALUE}, or
{"schema": NAME, "yaml": PATH} for a file, which is read as YAML 1.1 (yes is a boolean) and as 1.2 (yes is a text);
its verdict must be the same. A line of VERDICTS is empty for a document that is accepted, or says why it is not.
"""
import json
import pathlib
import re
import sys

import yaml
from jsonschema import Draft202012Validator

CORE = [  # the scalars of YAML 1.2
    ("null", re.compile(r"(~|null|Null|NULL|)\Z"), lambda text: None),
    ("bool", re.compile(r"(true|True|TRUE|false|False|FALSE)\Z"), lambda text: text.lower() == "true"),
    ("int", re.compile(r"[-+]?[0-9]+\Z"), int),
    ("float", re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z"), float),
]


def scalar_of_1_2(node):
    if node.style is None:
        for _, pattern, value in CORE:
            if pattern.match(node.value):
                return value(node.value)
    return node.value


def scalar_of_1_1(node):
    constructor = yaml.constructor.SafeConstructor()
    known = ("null", "bool", "int", "float")
    return constructor.construct_object(node) if node.tag.rpartition(":")[2] in known else node.value


def value_of(node, scalar):
    if isinstance(node, yaml.MappingNode):
        return {key.value: value_of(value, scalar) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item, scalar) for item in node.value]
    return scalar(node)


def complaint(validator, value):
    error = next(validator.iter_errors(value), None)
    if error is None:
        return ""
    path = "/".join(str(part) for part in error.absolute_path)
    return " ".join(f"{path}: {error.message}".split())[:300] or "refused"


def verdict(validators, job):
    validator = validators[job["schema"]]
    if "json" in job:
        return complaint(validator, job["json"])
    node = yaml.compose(pathlib.Path(job["yaml"]).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    old, new = (complaint(validator, value_of(node, scalar)) for scalar in (scalar_of_1_1, scalar_of_1_2))
    if bool(old) != bool(new):
        return f"as YAML 1.1 `{old}`, as 1.2 `{new}`"
    return new


def main():
    validators = {}
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validators[path.stem] = Draft202012Validator(schema)
    for line in sys.stdin:
        print(verdict(validators, json.loads(line)))


if __name__ == "__main__":
    main()
