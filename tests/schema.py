"""Validates the YAML of a repository by the schemas of `tellal schema --out`, with the reference implementation.

    python tests/schema.py SCHEMAS SETTINGS ROOT

SCHEMAS holds `*.schema.json`, SETTINGS says which counts for which paths, as Visual Studio Code reads it.
"""

import json
import sys
from pathlib import Path

import jsonschema
import yaml


class Plain(yaml.SafeLoader):
    """YAML 1.2 has no dates, and only `true` and `false` are truth values."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith((":timestamp", ":bool"))]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(true|false)$"), list("tf"))


def front_matter(text):
    parts = text.split("---\n", 2)
    return parts[1] if len(parts) == 3 and not parts[0].strip() else None


def main(schemas, settings, root):
    patterns = {Path(name).name: paths for name, paths in json.loads(Path(settings).read_text())["yaml.schemas"].items()}
    patterns["page.schema.json"] = ["content/**/*.md"]
    good = bad = 0
    for file in sorted(Path(schemas).glob("*.schema.json")):
        schema = json.loads(file.read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        own = {p for pattern in patterns[file.name] if pattern[0] != "!" for p in Path(root).glob(pattern)}
        others = {p for pattern in patterns[file.name] if pattern[0] == "!" for p in Path(root).glob(pattern[1:])}
        for path in sorted(own - others):
            text = path.read_text(encoding="utf-8-sig")
            text = front_matter(text) if path.suffix == ".md" else text
            if text is None:
                continue
            faults = list(validator.iter_errors(yaml.load(text, Plain)))
            good, bad = good + (not faults), bad + bool(faults)
            for fault in faults:
                print(f"{path}: {fault.json_path}: {fault.message}")
    print(f"{good} passed, {bad} failed")
    return 1 if bad or not good else 0


sys.exit(main(*sys.argv[1:]))
